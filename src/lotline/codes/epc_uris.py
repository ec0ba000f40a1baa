"""EPC URIs: the older, pure-identity spelling of GS1 keys (EPC Tag Data Standard 2.0, clause 6).

Read here: items (sgtin), lots (lgtin), logistic units (sscc), places (sgln), parties (pgln).
Other schemes are known to be EPC and left as they are.
"""

from typing import Final
from urllib.parse import quote, unquote

from lotline.codes.element_strings import Elements
from lotline.codes.faults import Faulty
from lotline.codes.keys import check_digit, is_digits

_PREFIXES: Final = ("urn:epc:id:", "urn:epc:class:", "urn:epc:idpat:")
_BODY_DIGITS: Final = {"sgtin": 13, "lgtin": 13, "sscc": 17, "sgln": 12, "pgln": 12}
_AIS: Final = {
    "sgtin": ("01", "21"),
    "lgtin": ("01", "10"),
    "sscc": ("00", ""),
    "sgln": ("414", "254"),
    "pgln": ("417", ""),
}


def read_epc(uri: str) -> Elements:
    """Read an EPC URI as elements; raise `Faulty` where it breaks its scheme or is not read."""
    scheme, rest = _split(uri)
    if scheme not in _AIS:
        raise Faulty.at(0, "codes.epc_not_read", scheme=scheme[:20])
    key_ai, extra_ai = _AIS[scheme]
    prefix, reference, extra = _fields(rest, scheme)
    elements = [(key_ai, _key(scheme, prefix, reference))]
    if extra_ai and extra and not (scheme == "sgln" and extra == "0"):
        elements.append((extra_ai, extra))
    return tuple(elements)


def to_digital_link(uri: str) -> str:
    """Give the canonical Digital Link of an EPC URI (GS1 Digital Link 1.4, clause 5)."""
    path = "".join(f"/{ai}/{quote(value, safe='')}" for ai, value in read_epc(uri))
    return f"https://id.gs1.org{path}"


def _split(uri: str) -> tuple[str, str]:
    for prefix in _PREFIXES:
        if uri.lower().startswith(prefix):
            scheme, _, rest = uri[len(prefix) :].partition(":")
            return scheme.lower(), rest
    raise Faulty.at(0, "codes.not_an_epc")


def _fields(rest: str, scheme: str) -> tuple[str, str, str]:
    prefix, dot, tail = rest.partition(".")
    reference, _, extra = tail.partition(".") if _AIS[scheme][1] else (tail, "", "")
    if scheme == "sgtin" and extra == "*":
        extra = ""
    if not (dot and is_digits(prefix) and 4 <= len(prefix) <= 12):
        raise Faulty.at(0, "codes.epc_fields", scheme=scheme)
    # A party's or place's reference may be empty where the prefix fills all twelve digits.
    if not (is_digits(reference) or (reference == "" and scheme in {"sgln", "pgln"})):
        raise Faulty.at(0, "codes.epc_fields", scheme=scheme)
    if len(prefix) + len(reference) != _BODY_DIGITS[scheme]:
        raise Faulty.at(0, "codes.epc_fields", scheme=scheme)
    return prefix, reference, unquote(extra)


def _key(scheme: str, prefix: str, reference: str) -> str:
    if scheme in {"sgln", "pgln"}:
        body = prefix + reference
    else:  # the first digit of the reference is the indicator or extension digit, and leads
        body = reference[0] + prefix + reference[1:]
    return body + check_digit(body)
