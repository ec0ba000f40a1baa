"""Amounts as the folds keep them: whole numbers of 10⁻¹⁸ of a unit.

Quantities have nine decimals; nine more hold parts of a part. A part is rounded half-even and what
is left stays exactly where it was, so that parts always add up to the whole (GENEALOGY R3) and every
account closes without a rest. Whole numbers are exact however large, and fast.
"""

from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Final

from lotline.lots.events import ObjectKind
from lotline.lots.folds.step import Part

DIGITS: Final = 18
ONE: Final = 10**DIGITS
_UP: Final = Decimal(1).scaleb(DIGITS)
_WIDE: Final = Context(prec=80)


def amount_of(quantity: Decimal) -> int:
    """Give a quantity of at most 18 decimals as an amount; further decimals are cut."""
    return int(_WIDE.multiply(quantity, _UP))


def amount_in(part: Part) -> int:
    """Give the amount of a line in its own unit; an item is one piece (GENEALOGY R3)."""
    if part.quantity is None:
        return ONE if part.object_kind is ObjectKind.ITEM else 0
    return amount_of(part.quantity)


def lacks(part: Part) -> bool:
    """Say whether a line has no amount at all."""
    return part.quantity is None and part.object_kind is not ObjectKind.ITEM


def decimal_of(amount: int, digits: int = DIGITS) -> Decimal:
    """Give an amount as a decimal of its unit, rounded half-even to so many decimals."""
    exact = _WIDE.scaleb(Decimal(amount), -DIGITS)
    if digits == DIGITS:
        return _WIDE.normalize(exact) if amount else Decimal(0)
    return exact.quantize(Decimal(1).scaleb(-digits), context=_WIDE)


def part_of(amount: int, taken: int, whole: int) -> int:
    """Give the part of `amount` that goes along when `taken` is taken out of `whole`, half-even."""
    if taken == whole:
        return amount
    quotient, rest = divmod(amount * taken, whole)
    twice = 2 * rest
    return quotient + (twice > whole or (twice == whole and quotient & 1))


def divide(amount: int, weights: Sequence[int]) -> list[int]:
    """Divide an amount in proportion; the rounding difference goes to the largest part.

    The weights are not negative and not all zero.
    """
    if len(weights) == 1:
        return [amount]
    whole = sum(weights)
    parts = [part_of(amount, weight, whole) for weight in weights]
    parts[weights.index(max(weights))] += amount - sum(parts)
    return parts
