"""What somebody scanned, typed or pasted: which standard it keeps to and what it names.

Nothing is refused here. What keeps to no standard is plain text, and where it looked like one the
note says what was wrong with it. Misleads: a keyboard scanner that swallows separators makes a lot
number run on into what follows, and no reader can see that.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from lotline.codes.digital_link import read_digital_link
from lotline.codes.element_strings import GS, Elements, read_bracketed, read_raw
from lotline.codes.epc_uris import read_epc
from lotline.codes.faults import Fault, Faulty
from lotline.codes.keys import check_gtin, check_sscc
from lotline.kernel.names import code_key

LONGEST: Final = 4096


class Scheme(StrEnum):
    """Which way of writing codes a text keeps to."""

    GS1 = "gs1"
    DIGITAL_LINK = "digital_link"
    EPC_URI = "epc_uri"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text names; `text` is what to look up where it is plain, `note` a message code."""

    scheme: Scheme
    text: str
    gtin: str | None = None
    lot: str | None = None
    serial: str | None = None
    sscc: str | None = None
    expiry: date | None = None
    elements: Elements = ()
    note: str | None = None
    params: dict[str, str] = field(default_factory=dict)


# ISO/IEC 15424 prefixes of symbols that carry element strings: GS1-128, DataBar and composites,
# GS1 DataMatrix, GS1 QR, GS1 DotCode.
_GS1_SYMBOLS: Final = ("]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1")
_RETAIL_SYMBOLS: Final = {"]E0": 13, "]E4": 8}  # EAN-13 with UPC-A and UPC-E in it, EAN-8
_PREFIX: Final = re.compile(r"\][A-Za-z][0-9]")
_SEEN_SEPARATORS: Final = ("␝", "<GS>", "{GS}")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def understand(text: str) -> Understood:
    """Say what a scan or a typed code is."""
    plain = _unfolded(text)
    if len(plain) > LONGEST:
        return _plain(plain[:LONGEST], Fault("codes.too_long", LONGEST))
    try:
        return _recognised(plain)
    except Faulty as faulty:
        return _plain(plain, faulty.fault)


def normalise(code: str) -> str:
    """Fold a code for look-up, so that what was scanned wide or in lower case is found."""
    return code_key(code)


def _unfolded(text: str) -> str:
    for seen in _SEEN_SEPARATORS:
        text = text.replace(seen, GS)
    return text.translate(_WIDE).strip(" \t\r\n\ufeff")


def _recognised(text: str) -> Understood:
    symbol, rest = (text[:3], text[3:]) if _PREFIX.match(text) else ("", text)
    if symbol in _GS1_SYMBOLS:
        return _elements(Scheme.GS1, text, _shifted(rest))
    if symbol in _RETAIL_SYMBOLS:
        return _retail(text, rest, _RETAIL_SYMBOLS[symbol])
    if rest.lower().startswith(("http://", "https://")):
        return _elements(Scheme.DIGITAL_LINK, rest, read_digital_link(rest))
    if rest.lower().startswith("urn:epc:"):
        return _elements(Scheme.EPC_URI, rest, read_epc(rest))
    if rest.startswith("("):
        return _elements(Scheme.GS1, rest, read_bracketed(rest))
    if GS in rest:
        return _elements(Scheme.GS1, rest, read_raw(rest))
    return _guessed(rest)


def _shifted(rest: str) -> Elements:
    try:
        return read_raw(rest)
    except Faulty as faulty:
        raise faulty.moved(3) from None  # the fault's place as seen with the prefix


def _retail(text: str, digits: str, length: int) -> Understood:
    if fault := check_gtin(digits, (length,)):
        raise Faulty(fault).moved(3)
    return _elements(Scheme.GS1, text, (("01", digits.zfill(14)),))


def _guessed(text: str) -> Understood:
    """Take bare digits for a key only where length and check digit speak for it; say so."""
    if len(text) in {13, 14} and check_gtin(text) is None:
        return _elements(Scheme.GS1, text, (("01", text.zfill(14)),), "codes.taken_for_gtin")
    if len(text) == 18 and check_sscc(text) is None:
        return _elements(Scheme.GS1, text, (("00", text),), "codes.taken_for_sscc")
    if text.startswith(("01", "00")) and len(text) >= 16:
        try:
            return _elements(Scheme.GS1, text, read_raw(text), "codes.taken_for_elements")
        except Faulty:
            return _plain(text)
    return _plain(text)


def _elements(scheme: Scheme, text: str, elements: Elements, note: str | None = None) -> Understood:
    values = dict(elements)
    return Understood(
        scheme=scheme,
        text=text,
        gtin=values.get("01"),
        lot=values.get("10"),
        serial=values.get("21"),
        sscc=values.get("00"),
        expiry=_date(values["17"]) if "17" in values else None,
        elements=elements,
        note=note,
    )


def _plain(text: str, fault: Fault | None = None) -> Understood:
    if fault is None:
        return Understood(Scheme.PLAIN, text)
    return Understood(Scheme.PLAIN, text, note=fault.code, params=fault.params)


def _date(yymmdd: str) -> date:
    # Day 00 means the last day of the month (GS1 General Specifications, 3.4.7).
    year, month, day = 2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:6])
    return date(year, month, day or monthrange(year, month)[1])
