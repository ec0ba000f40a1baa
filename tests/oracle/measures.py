"""Exact quantities of the naive program: units by dimension, fractions in and out as text."""

from collections.abc import Mapping
from fractions import Fraction

DIMENSIONS = ("mass", "volume", "count", "length", "area")
UNITS: Mapping[str, tuple[str, Fraction]] = {
    "KGM": ("mass", Fraction(1)),
    "GRM": ("mass", Fraction(1, 1000)),
    "TNE": ("mass", Fraction(1000)),
    "LTR": ("volume", Fraction(1)),
    "MLT": ("volume", Fraction(1, 1000)),
    "HLT": ("volume", Fraction(100)),
    "H87": ("count", Fraction(1)),
    "C62": ("count", Fraction(1)),
    "MTR": ("length", Fraction(1)),
    "CMT": ("length", Fraction(1, 100)),
    "MTK": ("area", Fraction(1)),
}
NOTHING = Fraction(0)

Amounts = dict[tuple[str, str], Fraction]
"""What a body carries: (suspect | content | unknown | through, dimension) to base quantity."""


def read(text: str | int | None) -> Fraction | None:
    """Read "12.5" or "n/d"; nothing stays nothing."""
    return None if text is None else Fraction(str(text))


def show(value: Fraction) -> str:
    """Write an exact decimal, or n/d where the decimal does not end."""
    rest = value.denominator
    places = 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for prime in (2, 5):
        while rest % prime == 0:
            rest, places = rest // prime, places + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    sign = "-" if value < 0 else ""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return sign + whole + ("." + decimals if decimals else "")


def dimension_of(unit: str) -> str:
    """Tell what a unit measures."""
    return UNITS[unit][0]


def in_base(quantity: Fraction, unit: str) -> Fraction:
    """Convert to the base unit of the dimension (kg, litre, piece, metre, square metre)."""
    return quantity * UNITS[unit][1]


def in_unit(base: Fraction, unit: str) -> Fraction:
    """Convert from the base unit."""
    return base / UNITS[unit][1]


def add(into: Amounts, more: Amounts) -> None:
    """Pour amounts into a body."""
    for key, value in more.items():
        total = into.get(key, NOTHING) + value
        if total:
            into[key] = total
        else:
            into.pop(key, None)


def part(amounts: Amounts, ratio: Fraction) -> Amounts:
    """Take the same part of everything."""
    return {key: value * ratio for key, value in amounts.items()} if ratio else {}


def only(amounts: Amounts, what: str) -> dict[str, Fraction]:
    """Give one sort of amount, by dimension."""
    return {dimension: value for (sort, dimension), value in amounts.items() if sort == what}


def unknown_content(quantity: Fraction, dimension: str) -> Amounts:
    """Say what enters with matter that nobody knows the origin of."""
    if not quantity:
        return {}
    return {("content", dimension): quantity, ("unknown", dimension): quantity}
