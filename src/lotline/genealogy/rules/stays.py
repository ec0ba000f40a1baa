"""How long a thing was inside a logistic unit: a fold over its packings and unpackings, pure.

Contents hold during [packed, unpacked) by event time. Unpacking a part closes the stay and opens
one with the rest; unpacking without a quantity takes everything out. Always folded from the start
in event order, so late records change nothing but what they say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Packing:
    """One packing or unpacking of a thing in a unit."""

    event: UUID
    packed: bool
    at: datetime
    quantity: Decimal | None
    measure: str | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A stay: from packing to unpacking, or open."""

    starts: datetime
    ends: datetime | None
    quantity: Decimal | None
    measure: str | None
    packed_by: UUID
    unpacked_by: UUID | None = None


def stays_of(packings: Iterable[Packing]) -> list[Interval]:
    """Fold packings in event order into stays."""
    found: list[Interval] = []
    for packing in packings:
        if packing.packed:
            found.append(
                Interval(packing.at, None, packing.quantity, packing.measure, packing.event)
            )
        else:
            _take_out(found, packing)
    return found


def _take_out(found: list[Interval], packing: Packing) -> None:
    left = packing.quantity
    for index, stay in enumerate(list(found)):
        if stay.ends is not None or (left is not None and left <= 0):
            continue
        found[index] = replace(stay, ends=packing.at, unpacked_by=packing.event)
        if left is None or stay.quantity is None:
            continue
        if stay.quantity > left:
            rest = replace(stay, starts=packing.at, quantity=stay.quantity - left)
            found.append(rest)
        left -= stay.quantity
