"""From the unit a quantity was entered in to the one unit a product is counted in."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Final

from lotline.kernel.decimals import FRACTION_DIGITS, parse_decimal
from lotline.kernel.errors import Invalid
from lotline.kernel.units import convert, unit

_QUANTUM: Final = Decimal(1).scaleb(-FRACTION_DIGITS)


def in_stock_unit(
    stock_unit: str, factor: Decimal | None, value: Decimal, source: str, pointer: str = ""
) -> Decimal:
    """Convert within a dimension, or between mass and pieces by `factor` kilograms a piece."""
    with localcontext(prec=60):  # wide enough that nothing is lost before the last rounding
        result = _converted(stock_unit, factor, value, source, pointer)
    return parse_decimal(result, pointer)


def _converted(
    target: str, factor: Decimal | None, value: Decimal, source: str, pointer: str
) -> Decimal:
    ways = (unit(source, pointer).dimension, unit(target, pointer).dimension)
    if ways == ("count", "mass"):
        kilograms = convert(value, source, "C62", pointer) * _known(factor, source, target, pointer)
        return convert(kilograms, "KGM", target, pointer).quantize(_QUANTUM, ROUND_HALF_EVEN)
    if ways == ("mass", "count"):
        pieces = convert(value, source, "KGM", pointer) / _known(factor, source, target, pointer)
        return convert(pieces, "C62", target, pointer).quantize(_QUANTUM, ROUND_HALF_EVEN)
    return convert(value, source, target, pointer)


def _known(factor: Decimal | None, source: str, target: str, pointer: str) -> Decimal:
    if factor is None:
        raise Invalid.at(pointer, "unit.no_pieces_factor", unit=source, expected=target)
    return factor
