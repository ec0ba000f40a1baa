"""The dimension of a unit and its exact factor to the base unit of that dimension: pure."""

from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from lotline.kernel.units import UNITS
from lotline.lots.folds.tank_entries import based

# R9: the dimension in which a share is told is the first of these that the suspects have.
DIMENSIONS: Final = ("mass", "volume", "count", "length", "area")
BASE_UNITS: Final = {"mass": "KGM", "volume": "LTR", "count": "H87", "length": "MTR", "area": "MTK"}


class Measured(NamedTuple):
    """What a unit measures, and how much of the base unit one of it is."""

    dimension: str
    factor: Fraction


@cache
def measured(unit: str | None) -> Measured:
    """Give dimension and factor of a unit code; an unknown code is a dimension of its own."""
    known = UNITS.get(unit or "")
    if known is None:
        return Measured(unit or "", Fraction(1))
    return Measured(known.dimension, Fraction(known.factor))


def to_base(amount: int, unit: str | None) -> int:
    """Bring an amount in a unit to the base unit of its dimension."""
    return based(amount, measured(unit).factor)


def from_base(amount: int, unit: str | None) -> int:
    """Bring an amount in the base unit of a dimension to a unit of it."""
    return based(amount, 1 / measured(unit).factor)
