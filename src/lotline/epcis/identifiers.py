"""What the URIs in events name: one canonical spelling for each thing, and the key inside it."""

import re
from typing import Final
from urllib.parse import unquote

from lotline.epcis import digital_link, epc_urn
from lotline.epcis.records import Identifier

_LOT: Final = frozenset({"10"})
_SERIAL: Final = frozenset({"21", "235", "8011"})
_TAIL: Final = re.compile(r"[^/#:]+$")
_MAKER_AND_ITEM: Final = re.compile(r"^[^.]*\.[^.]*\.(?=.)")


def canonical_link(uri: str) -> str | None:
    """Give the canonical Digital Link of a GS1 key in any spelling; None for other URIs."""
    parts = epc_urn.parse(uri) or digital_link.parse(uri)
    return None if parts is None else digital_link.canonical(parts)


def identify(uri: str) -> Identifier:
    """Say what a URI names; a URI without a GS1 key is its own canonical form."""
    parts = epc_urn.parse(uri) or digital_link.parse(uri)
    if parts is None:
        return Identifier(uri=uri, code=_readable(uri))
    key, value, qualifier, detail = parts
    detail = unquote(detail)
    return Identifier(
        uri=digital_link.canonical(parts),
        code=detail or unquote(value),
        key=key,
        value=value,
        lot=detail if qualifier in _LOT else None,
        serial=detail if qualifier in _SERIAL else None,
    )


def _readable(uri: str) -> str:
    tail = _TAIL.search(uri)
    last = unquote(tail[0]) if tail else uri
    # urn:…:product:lot:class:company.item.lot – the maker's number follows the second dot
    return _MAKER_AND_ITEM.sub("", last) if ":lot:class:" in uri else last
