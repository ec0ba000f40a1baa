"""Units of measure: UN/CEFACT Recommendation 20 codes, their dimension and exact factor.

Conversion stays inside one dimension; between kilograms and pieces only a product's own factor
may lead, and that is master data, not this table.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Final

from lotline.kernel.decimals import FRACTION_DIGITS, parse_decimal
from lotline.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit code with its dimension and how many base units one of it is."""

    code: str
    dimension: str
    factor: Decimal


def _unit(code: str, dimension: str, factor: str) -> tuple[str, Unit]:
    return code, Unit(code, dimension, Decimal(factor))


# Factors to kilogram, litre, metre, square metre, piece, second, pascal: Rec 20, annex I.
UNITS: Final = dict(
    (
        _unit("KGM", "mass", "1"),
        _unit("GRM", "mass", "0.001"),
        _unit("MGM", "mass", "0.000001"),
        _unit("TNE", "mass", "1000"),
        _unit("LBR", "mass", "0.45359237"),
        _unit("ONZ", "mass", "0.028349523125"),
        _unit("LTR", "volume", "1"),
        _unit("MLT", "volume", "0.001"),
        _unit("CLT", "volume", "0.01"),
        _unit("DLT", "volume", "0.1"),
        _unit("HLT", "volume", "100"),
        _unit("MTQ", "volume", "1000"),
        _unit("MTR", "length", "1"),
        _unit("MMT", "length", "0.001"),
        _unit("CMT", "length", "0.01"),
        _unit("KMT", "length", "1000"),
        _unit("MTK", "area", "1"),
        _unit("CMK", "area", "0.0001"),
        _unit("C62", "count", "1"),
        _unit("H87", "count", "1"),
        _unit("EA", "count", "1"),
        _unit("DZN", "count", "12"),
        _unit("SEC", "time", "1"),
        _unit("MIN", "time", "60"),
        _unit("HUR", "time", "3600"),
        _unit("DAY", "time", "86400"),
        _unit("PAL", "pressure", "1"),
        _unit("KPA", "pressure", "1000"),
        _unit("BAR", "pressure", "100000"),
        # Readings kept as read, never converted: each its own dimension.
        _unit("CEL", "temperature", "1"),
        _unit("FAH", "temperature_fahrenheit", "1"),
        _unit("KEL", "temperature_kelvin", "1"),
        _unit("P1", "percent", "1"),
        _unit("Q30", "acidity", "1"),
        _unit("C25", "viscosity", "1"),
        _unit("RPM", "rotation", "1"),
        _unit("LUX", "illuminance", "1"),
        _unit("KWH", "energy", "1"),
        _unit("CFU", "colony_count", "1"),
    )
)


def unit(code: str, pointer: str = "") -> Unit:
    """Find a unit by its code; raise `Invalid` `unit.unknown` where there is none."""
    found = UNITS.get(code)
    if found is None:
        raise Invalid.at(pointer, "unit.unknown", unit=code[:20])
    return found


def convert(value: Decimal, source: str, target: str, pointer: str = "") -> Decimal:
    """Express a quantity in another unit of the same dimension.

    Exact where the target can hold it; otherwise rounded half-even to nine decimals. Raises
    `Invalid` `unit.dimension` between different dimensions, and `number.too_many_digits` where
    the result is larger than a quantity can be.
    """
    if source == target:
        return value
    have, want = unit(source, pointer), unit(target, pointer)
    if have.dimension != want.dimension:
        raise Invalid.at(pointer, "unit.dimension", unit=source, expected=target)
    with localcontext(prec=60):
        exact = value * have.factor / want.factor
        rounded = exact.quantize(Decimal(1).scaleb(-FRACTION_DIGITS), rounding=ROUND_HALF_EVEN)
    return parse_decimal(rounded, pointer)
