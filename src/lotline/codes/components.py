"""Whether a value keeps to its Application Identifier: lengths, character sets, linters.

The linters known so far are those that a factory's labels need: check digits, dates, zero and
non-zero. The others of the dictionary pass unlooked at; `KNOWN` says which are looked at.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from typing import Final

from lotline.codes.dictionary import Component, Identifier
from lotline.codes.faults import Faulty
from lotline.codes.keys import check_digit

# Character sets of the GS1 General Specifications, figures 7.11-1 to 7.11-3.
_SETS: Final = {
    "N": re.compile(r"[0-9]*"),
    "X": re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*"),
    "Y": re.compile(r"[#\-/0-9A-Z]*"),
    "Z": re.compile(r"[\-0-9A-Z_a-z]*={0,2}"),
}


def check_value(identifier: Identifier, value: str) -> None:
    """Raise `Faulty` with the place where a value leaves its identifier's format."""
    _check_length(identifier, value)
    start = 0
    for part in identifier.components:
        piece = value[start : start + part.most]
        if piece or not part.optional:
            _check_piece(identifier.ai, part, piece, start)
        start += len(piece)


def _check_length(identifier: Identifier, value: str) -> None:
    least, most = identifier.least, identifier.most
    if least <= len(value) <= most:
        return
    wanted = str(least) if least == most else f"{least}–{most}"
    place = min(len(value), most)
    found = str(len(value))
    raise Faulty.at(place, "codes.ai_length", ai=identifier.ai, found=found, expected=wanted)


def _check_piece(ai: str, part: Component, piece: str, start: int) -> None:
    fitting = _SETS[part.charset].match(piece)
    end = fitting.end() if fitting else 0
    if end < len(piece):
        raise Faulty.at(start + end, "codes.ai_character", ai=ai, found=piece[end])
    if len(piece) < part.least:
        raise Faulty.at(
            start + len(piece),
            "codes.ai_length",
            ai=ai,
            found=str(len(piece)),
            expected=str(part.least),
        )
    for name in part.linters:
        if name in KNOWN:
            KNOWN[name](ai, piece, start)


def _check_sum(ai: str, piece: str, start: int) -> None:
    right = check_digit(piece[:-1])
    if piece[-1] != right:
        place = start + len(piece) - 1
        raise Faulty.at(place, "codes.check_digit", found=piece[-1], expected=right)


def _date_or_month(ai: str, piece: str, start: int) -> None:
    _month(ai, piece, start)
    if piece[4:6] != "00":
        _day(ai, piece, start)


def _date(ai: str, piece: str, start: int) -> None:
    _month(ai, piece, start)
    _day(ai, piece, start)


def _month(ai: str, piece: str, start: int) -> None:
    if not 1 <= int(piece[2:4]) <= 12:
        raise Faulty.at(start + 2, "codes.month", ai=ai, found=piece[2:4])


def _day(ai: str, piece: str, start: int) -> None:
    last = monthrange(2000 + int(piece[:2]), int(piece[2:4]))[1]
    if not 1 <= int(piece[4:6]) <= last:
        raise Faulty.at(start + 4, "codes.day", ai=ai, found=piece[4:6])


def _zero(ai: str, piece: str, start: int) -> None:
    if piece.strip("0"):
        raise Faulty.at(start, "codes.must_be_zero", ai=ai)


def _nonzero(ai: str, piece: str, start: int) -> None:
    if not piece.strip("0"):
        raise Faulty.at(start, "codes.must_not_be_zero", ai=ai)


KNOWN: Final[dict[str, Callable[[str, str, int], None]]] = {
    "csum": _check_sum,
    "yymmd0": _date_or_month,
    "yymmdd": _date,
    "zero": _zero,
    "nonzero": _nonzero,
}
