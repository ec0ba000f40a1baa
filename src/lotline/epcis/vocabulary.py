"""Words of the Core Business Vocabulary: one word, four spellings (CBV 2.0 §7).

`receiving`, `cbv:BizStep-receiving`, `https://ref.gs1.org/cbv/BizStep-receiving` and
`urn:epcglobal:cbv:bizstep:receiving` are the same word. Inside the house the short name stands.
"""

import re
from collections.abc import Mapping
from typing import Final

from lotline.epcis.namespaces import full_value

CBV: Final = "https://ref.gs1.org/cbv/"
WEB_VOCABULARY: Final = "https://gs1.org/voc/"
_URN: Final = re.compile(r"urn:epcglobal:cbv:(bizstep|disp|btt|sdt|er):([^:]+)")
_URN_NAMES: Final = {"bizstep": "BizStep", "disp": "Disp", "btt": "BTT", "sdt": "SDT", "er": "ER"}
_OLDER_WEB: Final = re.compile(
    r"https?://ns\.gs1\.org/(?:cbv|voc)/(BizStep|Bizstep|Disp|BTT|SDT|ER|Comp)-(.+)"
)


def web_uri(vocabulary: str, word: str, namespaces: Mapping[str, str]) -> str:
    """Give the web URI of a word; `vocabulary` is BizStep, Disp, BTT, SDT, ER, Comp or gs1."""
    known = modern(full_value(word, namespaces))
    if ":" in known or not known:
        return known
    return f"{WEB_VOCABULARY}{known}" if vocabulary == "gs1" else f"{CBV}{vocabulary}-{known}"


def short_name(vocabulary: str, word: str, namespaces: Mapping[str, str]) -> str:
    """Give the short name of a standard word; a word of others stays as written."""
    known = web_uri(vocabulary, word, namespaces)
    head = WEB_VOCABULARY if vocabulary == "gs1" else f"{CBV}{vocabulary}-"
    return known.removeprefix(head) if known.startswith(head) else word


def modern(value: str) -> str:
    """Rewrite a CBV word of an older spelling (URN, ns.gs1.org) as its web URI of today."""
    urn = _URN.fullmatch(value)
    if urn:
        return f"{CBV}{_URN_NAMES[urn[1]]}-{urn[2]}"
    older = _OLDER_WEB.fullmatch(value)
    if older:
        return f"{CBV}{older[1].replace('Bizstep', 'BizStep')}-{older[2]}"
    return value
