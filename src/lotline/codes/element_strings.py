"""Element strings: what stands in a GS1-128, DataBar, GS1 DataMatrix or GS1 QR symbol.

Read with separators (FNC1, sent by scanners as the character GS) or as people write it, with
brackets around the identifiers. (GS1 General Specifications, 7.8.)
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from lotline.codes.components import check_value
from lotline.codes.dictionary import Identifier, identifier_at, identifiers
from lotline.codes.faults import Faulty

GS: Final = "\x1d"
Elements = tuple[tuple[str, str], ...]
_BRACKETED: Final = re.compile(r"\(([0-9]{2,4})\)")


def read_raw(text: str) -> Elements:
    """Read an element string with separators; raise `Faulty` with the place of the first fault."""
    position = 1 if text.startswith(GS) else 0
    found: list[tuple[str, str]] = []
    while position < len(text):
        identifier = _identifier(text, position)
        start = position + len(identifier.ai)
        end = _end(text, start, identifier)
        found.append((identifier.ai, _checked(identifier, text[start:end], start)))
        position = end + 1 if text[end : end + 1] == GS else end
    return _without_doubles(found)


def read_bracketed(text: str) -> Elements:
    """Read an element string with brackets; raise `Faulty` with the place of the first fault."""
    marks = list(_BRACKETED.finditer(text))
    if not marks or marks[0].start() != 0:
        raise Faulty.at(0, "codes.no_identifier")
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found: list[tuple[str, str]] = []
    for mark, end in zip(marks, ends, strict=True):
        identifier = identifiers().get(mark.group(1))
        if identifier is None:
            raise Faulty.at(mark.start() + 1, "codes.unknown_ai", ai=mark.group(1))
        typed = text[mark.end() : end].rstrip(" ")
        value = typed.lstrip(" ").replace("\\(", "(")
        start = end - len(text[mark.end() : end].lstrip(" "))
        found.append((identifier.ai, _checked(identifier, value, start)))
    return _without_doubles(found)


def write_raw(elements: Iterable[tuple[str, str]]) -> str:
    """Write elements with a separator after each value that needs one, except the last."""
    text, open_ended = "", False
    for ai, value in elements:
        text += (GS if open_ended else "") + ai + value
        open_ended = not identifiers()[ai].predefined
    return text


def write_bracketed(elements: Iterable[tuple[str, str]]) -> str:
    """Write elements as people read them, and as symbol printers take them."""
    return "".join(f"({ai}){value}" for ai, value in elements)


def element_string(gtin: str, lot: str = "", expiry: date | None = None, serial: str = "") -> str:
    """Write the bracketed text of a label; raise `Faulty` where a part does not fit."""
    dated = expiry.strftime("%y%m%d") if expiry else ""
    parts = (("01", gtin.zfill(14)), ("17", dated), ("10", lot), ("21", serial))
    elements = [(ai, value) for ai, value in parts if value]
    for ai, value in elements:
        check_value(identifiers()[ai], value)
    return write_bracketed((ai, value.replace("(", "\\(")) for ai, value in elements)


def _identifier(text: str, position: int) -> Identifier:
    identifier = identifier_at(text, position)
    if identifier is None:
        raise Faulty.at(position, "codes.unknown_ai", ai=text[position : position + 4])
    return identifier


def _end(text: str, start: int, identifier: Identifier) -> int:
    if identifier.predefined:
        return min(start + identifier.most, len(text))
    separator = text.find(GS, start)
    return separator if separator >= 0 else len(text)


def _checked(identifier: Identifier, value: str, start: int) -> str:
    try:
        check_value(identifier, value)
    except Faulty as faulty:
        raise faulty.moved(start) from None
    return value


def _without_doubles(found: list[tuple[str, str]]) -> Elements:
    if not found:
        raise Faulty.at(0, "codes.nothing")
    first: dict[str, str] = {}
    for ai, value in found:
        if first.setdefault(ai, value) != value:
            raise Faulty.at(0, "codes.repeated_ai", ai=ai)
    return tuple(found)
