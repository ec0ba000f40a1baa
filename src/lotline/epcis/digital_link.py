"""GS1 Digital Link URIs in the one form that equal things share: the constrained canonical form.

`https://id.gs1.org/`, the primary key, and the finest qualifier only (CBV 2.0 §8.9.2 rule 18;
GS1 Digital Link URI Syntax §4.11). Check digits are not judged here.
"""

import re
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

RESOLVER: Final = "https://id.gs1.org"
_TEXT: Final = r"(?:%[0-9A-Fa-f]{2}|[!\"&'()*+,./:;<=>?A-Za-z0-9_%-])"
_KEYS: Final = {
    "00": re.compile(r"\d{18}", re.ASCII),
    "01": re.compile(r"\d{8}|\d{12,14}", re.ASCII),
    "253": re.compile(r"\d{13}" + _TEXT + "{0,17}", re.ASCII),
    "255": re.compile(r"\d{13,25}", re.ASCII),
    "401": re.compile(r"\d{4}" + _TEXT + "{1,26}", re.ASCII),
    "402": re.compile(r"\d{17}", re.ASCII),
    "414": re.compile(r"\d{13}", re.ASCII),
    "417": re.compile(r"\d{13}", re.ASCII),
    "8003": re.compile(r"\d{14}" + _TEXT + "{0,16}", re.ASCII),
    "8004": re.compile(r"\d{4}" + _TEXT + "{1,26}", re.ASCII),
    "8006": re.compile(r"\d{18}", re.ASCII),
    "8010": re.compile(r"\d{4}(?:%[0-9A-Fa-f]{2}|[0-9A-Z#/-]){1,26}", re.ASCII),
    "8017": re.compile(r"\d{18}", re.ASCII),
    "8018": re.compile(r"\d{18}", re.ASCII),
}
_FINEST_FIRST: Final = {
    "01": ("21", "235", "10"),
    "8006": ("21", "10"),
    "414": ("254",),
    "8010": ("8011",),
}
_DROPPED: Final = frozenset({"22"})  # consumer product variant: not a level of identification
_NAMES: Final = {
    "gtin": "01", "itip": "8006", "cpid": "8010", "gln": "414", "party": "417", "gsrnp": "8017",
    "gsrn": "8018", "gcn": "255", "sscc": "00", "gdti": "253", "ginc": "401", "gsin": "402",
    "grai": "8003", "giai": "8004", "cpv": "22", "lot": "10", "ser": "21",
}  # fmt: skip
_WEB: Final = re.compile(r"https?://[^/?#]+(/[^?#]*)(?:[?#].*)?")
_QUALIFIER: Final = re.compile(_TEXT + r"{1,28}")
# GS1 Digital Link URI Syntax, table 7-1: characters of a key that a web path must not hold bare.
_ESCAPED: Final = str.maketrans({char: f"%{ord(char):02X}" for char in ' !"#%&()*+,/:<>?'})

Parts = tuple[str, str, str, str]


def parse(uri: str) -> Parts | None:
    """Give (key, value, qualifier, its value) of a Digital Link URI; None where it is none."""
    web = _WEB.fullmatch(uri)
    if web is None:
        return None
    segments = [_NAMES.get(part, part) for part in web[1].strip("/").split("/")]
    for at, (key, value) in enumerate(pairwise(segments)):
        if key in _KEYS and _KEYS[key].fullmatch(value):
            return _finest(key, value, segments[at + 2 :])
    return None


def canonical(parts: Parts) -> str:
    """Write the parts as the canonical URI."""
    key, value, qualifier, detail = parts
    tail = f"/{qualifier}/{detail}" if qualifier else ""
    return f"{RESOLVER}/{key}/{value}{tail}"


def escaped(text: str) -> str:
    """Write a lot or serial number as a path segment, the same way however it was escaped."""
    return unquote(text).translate(_ESCAPED)


def _finest(key: str, value: str, rest: list[str]) -> Parts | None:
    allowed = _FINEST_FIRST.get(key, ())
    given = dict(zip(rest[::2], rest[1::2], strict=False))
    if len(rest) % 2 or not set(given) <= set(allowed) | _DROPPED:
        return None  # more path than a Digital Link has: a web page that merely looks like one
    if key == "01":
        value = value.zfill(14)
    for qualifier in allowed:
        detail = given.get(qualifier)
        if detail is not None:
            found = key, escaped(value), qualifier, escaped(detail)
            return found if _QUALIFIER.fullmatch(detail) else None
    return key, escaped(value), "", ""
