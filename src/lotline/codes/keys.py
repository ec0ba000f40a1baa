"""GS1 identification keys: check digits and where they fail.

The check digit is modulo 10 with weights 3 and 1 from the right (GS1 General Specifications,
7.9.1). It finds every single wrong digit and most, not all, swapped neighbours; it does not say
that a key was ever issued.
"""

from typing import Final

from lotline.codes.faults import Fault

_DIGITS: Final = frozenset("0123456789")
GTIN_LENGTHS: Final = (8, 12, 13, 14)


def check_digit(digits: str) -> str:
    """Give the check digit that follows these digits."""
    total = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in _from_right(digits))
    return str(-total % 10)


def gtin_check_digit(digits: str) -> str:
    """Give the check digit of a GTIN written without it (7, 11, 12 or 13 digits)."""
    if len(digits) + 1 not in GTIN_LENGTHS or not is_digits(digits):
        raise ValueError("a GTIN without its check digit has 7, 11, 12 or 13 digits")
    return check_digit(digits)


def sscc(prefix: str, serial: int, extension: int = 0) -> str:
    """Make the 18 digits of a logistic unit's number from company prefix and serial number."""
    width = 16 - len(prefix)
    number = str(serial).zfill(width)
    if not (is_digits(prefix) and 4 <= len(prefix) <= 12 and 0 <= extension <= 9):
        raise ValueError("a company prefix has 4 to 12 digits, the extension digit is 0 to 9")
    if serial < 0 or len(number) > width:
        raise ValueError(f"the serial number does not fit into {width} digits")
    return (body := f"{extension}{prefix}{number}") + check_digit(body)


def check_gtin(text: str, lengths: tuple[int, ...] = GTIN_LENGTHS) -> Fault | None:
    """Say what keeps a text from being a GTIN of 8, 12, 13 or 14 digits."""
    return _check(text, lengths)


def check_gln(text: str) -> Fault | None:
    """Say what keeps a text from being a location number (GLN) of 13 digits."""
    return _check(text, (13,))


def check_sscc(text: str) -> Fault | None:
    """Say what keeps a text from being a logistic unit's number (SSCC) of 18 digits."""
    return _check(text, (18,))


def is_digits(text: str) -> bool:
    """Say whether a text is ASCII digits and nothing else."""
    return bool(text) and _DIGITS.issuperset(text)


def _check(text: str, lengths: tuple[int, ...]) -> Fault | None:
    for place, char in enumerate(text, start=1):
        if char not in _DIGITS:
            return Fault("codes.not_a_digit", place, {"found": char})
    if len(text) not in lengths:
        wanted = "/".join(str(length) for length in lengths)
        return Fault("codes.length", len(text), {"found": str(len(text)), "expected": wanted})
    if (right := check_digit(text[:-1])) != text[-1]:
        return Fault("codes.check_digit", len(text), {"found": text[-1], "expected": right})
    return None


def _from_right(digits: str) -> "enumerate[str]":
    return enumerate(reversed(digits))
