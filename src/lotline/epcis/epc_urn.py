"""EPC URNs (`urn:epc:id:…`, `urn:epc:class:…`, `urn:epc:idpat:…`) as Digital Link parts.

The dot after the company prefix falls away, the check digit comes back (GS1 EPC Tag Data
Standard §6–7; CBV 2.0 §8.9.2 rule 17).
"""

import re
from collections.abc import Callable
from typing import Final

from lotline.epcis.digital_link import Parts, escaped

_URN: Final = re.compile(r"urn:epc:(id|class|idpat):([a-z]+):([0-9]{6,12})\.(.*)", re.ASCII)
_DETAIL: Final = re.compile(r"(?:%[0-9A-Fa-f]{2}|[!'()*+,.0-9:;=A-Za-z_-]){1,30}", re.ASCII)
_ALL: Final = "*"  # the serial of a pattern: the whole class is meant

_Build = Callable[[str, str], Parts | None]


def parse(urn: str) -> Parts | None:
    """Give (key, value, qualifier, its value) of an EPC URN; None where it is none or malformed."""
    found = _URN.fullmatch(urn)
    if found is None or found[2] not in _SCHEMES:
        return None
    rest = found[4]
    if (found[1] == "idpat") != rest.endswith("." + _ALL):
        return None
    return _SCHEMES[found[2]](found[3], rest)


def check_digit(digits: str) -> str:
    """Compute the GS1 check digit (modulo 10, weights 3 and 1 from the right)."""
    total = sum(int(digit) * (3, 1)[at % 2] for at, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def _trade_item(prefix: str, item: str) -> str | None:
    if not _is_number(item, 13 - len(prefix)):
        return None
    number = item[0] + prefix + item[1:]
    return number + check_digit(number)


def _with_trade_item(qualifier: str) -> _Build:
    def build(prefix: str, rest: str) -> Parts | None:
        item, _, detail = rest.partition(".")
        gtin = _trade_item(prefix, item)
        return None if gtin is None else _qualified("01", gtin, qualifier, detail)

    return build


def _piece(prefix: str, rest: str) -> Parts | None:
    item, piece, total, detail = [*rest.split(".", 3), "", "", ""][:4]
    gtin = _trade_item(prefix, item)
    if gtin is None or not (_is_number(piece, 2) and _is_number(total, 2)):
        return None
    return _qualified("8006", gtin + piece + total, "21", detail)


def _logistic_unit(prefix: str, rest: str) -> Parts | None:
    if not _is_number(rest, 17 - len(prefix)):
        return None
    number = rest[0] + prefix + rest[1:]
    return "00", number + check_digit(number), "", ""


def _numbered(key: str, length: int) -> _Build:
    def build(prefix: str, rest: str) -> Parts | None:
        if not _is_number(rest, length - len(prefix)):
            return None
        number = prefix + rest
        return key, number + check_digit(number), "", ""

    return build


def _place(prefix: str, rest: str) -> Parts | None:
    number, _, detail = rest.partition(".")
    place = _numbered("414", 12)(prefix, number)
    if place is None or detail == "0":  # extension 0 says: the place itself
        return place
    return _qualified("414", place[1], "254", detail)


def _serialised(key: str, zero: str = "") -> _Build:
    def build(prefix: str, rest: str) -> Parts | None:
        kind, _, detail = rest.partition(".")
        if not _is_number(kind, 12 - len(prefix)) or not (detail == _ALL or _is_detail(detail)):
            return None
        number = zero + prefix + kind
        serial = "" if detail == _ALL else escaped(detail)
        return key, number + check_digit(number) + serial, "", ""

    return build


def _joined(key: str) -> _Build:
    def build(prefix: str, rest: str) -> Parts | None:
        return (key, prefix + escaped(rest), "", "") if _is_detail(rest) else None

    return build


def _component(prefix: str, rest: str) -> Parts | None:
    part, _, detail = rest.rpartition(".")
    return _qualified("8010", prefix + part, "8011", detail) if _is_detail(part) else None


def _qualified(key: str, value: str, qualifier: str, detail: str) -> Parts | None:
    if detail == _ALL:
        return key, value, "", ""
    return (key, value, qualifier, escaped(detail)) if _is_detail(detail) else None


def _is_number(text: str, length: int) -> bool:
    return len(text) == length and (text == "" or (text.isascii() and text.isdigit()))


def _is_detail(text: str) -> bool:
    return _DETAIL.fullmatch(text) is not None


_SCHEMES: Final[dict[str, _Build]] = {
    "sgtin": _with_trade_item("21"),
    "lgtin": _with_trade_item("10"),
    "upui": _with_trade_item("235"),
    "itip": _piece,
    "sscc": _logistic_unit,
    "sgln": _place,
    "pgln": _numbered("417", 12),
    "gsrn": _numbered("8018", 17),
    "gsrnp": _numbered("8017", 17),
    "gsin": _numbered("402", 16),
    "grai": _serialised("8003", zero="0"),
    "gdti": _serialised("253"),
    "sgcn": _serialised("255"),
    "giai": _joined("8004"),
    "ginc": _joined("401"),
    "cpi": _component,
}
