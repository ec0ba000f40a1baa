"""Numbers of quantities and measured values: exact decimals in plain notation, numeric(28,9)."""

import re
from decimal import Decimal
from typing import Final

from lotline.kernel.errors import Invalid

WHOLE_DIGITS: Final = 19
FRACTION_DIGITS: Final = 9
_PLAIN: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def parse_decimal(value: object, pointer: str = "") -> Decimal:
    """Read a number exactly as typed; raise `Invalid` with a code that says what is wrong.

    Takes text in plain ASCII notation, an int or a `Decimal`; refuses floats, NaN, exponents,
    full-width digits, and more digits than numeric(28,9) can hold without rounding.
    """
    text = _plain_text(value, pointer)
    whole, _, fraction = text.lstrip("-").partition(".")
    if len(whole.lstrip("0")) > WHOLE_DIGITS or len(fraction.rstrip("0")) > FRACTION_DIGITS:
        raise Invalid.at(pointer, "number.too_many_digits", value=text[:60])
    return Decimal(text)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent, trailing zeros or a negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _plain_text(value: object, pointer: str) -> str:
    if isinstance(value, Decimal):
        text = (
            format(value, "f") if value.is_finite() and abs(value.adjusted()) <= 40 else str(value)
        )
    elif isinstance(value, int) and not isinstance(value, bool):
        text = _bounded(value, pointer)
    elif isinstance(value, str):
        text = value
    else:
        raise Invalid.at(pointer, "number.not_a_number", value=repr(value)[:60])
    if len(text) > 80 or not _PLAIN.fullmatch(text):
        raise Invalid.at(pointer, "number.not_plain", value=text[:60])
    return text


def _bounded(value: int, pointer: str) -> str:
    if value.bit_length() > 128:
        raise Invalid.at(pointer, "number.too_many_digits", value="…")
    return str(value)
