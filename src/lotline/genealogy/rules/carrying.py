"""What was inside what, to any depth: stays chained where their intervals overlap, pure.

A unit holds something on [packed, unpacked). A chain – lot in case, case in pallet – holds only
while all of its stays do, so being once on a pallet relates nothing to what came later. Loops of
units in units, which only wrong records can make, end by themselves: intervals only shrink.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from lotline.genealogy.records import Stay

ALWAYS: Final = datetime.min.replace(tzinfo=UTC)
Key = tuple[UUID, UUID, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """Something in a unit, perhaps through others: the innermost stay and when all of it held.

    `first` is None for a unit by itself; `last` is the outermost stay.
    """

    first: Stay | None
    last: Stay | None
    unit: UUID
    depth: int
    starts: datetime
    ends: datetime | None


def alone(unit: UUID) -> Chain:
    """Give the chain of a unit by itself, whatever is in it."""
    return Chain(None, None, unit, 0, ALWAYS, None)


def of_stay(stay: Stay) -> Chain:
    """Give the chain of one stay."""
    return Chain(stay, stay, stay.unit, 1, stay.starts, stay.ends)


def climb(origins: Iterable[Chain], stays: Iterable[Stay]) -> list[Chain]:
    """Give the origins and every longer chain outwards from them."""
    by_child: dict[UUID, list[Stay]] = defaultdict(list)
    for stay in stays:
        by_child[stay.child].append(stay)
    found: dict[tuple[object, ...], Chain] = {}
    waiting = list(origins)
    while waiting:
        chain = waiting.pop()
        if (key := _key(chain)) in found:
            continue
        found[key] = chain
        for stay in by_child.get(chain.unit, ()):
            span = overlap(chain.starts, chain.ends, stay.starts, stay.ends)
            if span is None and chain.depth == 0:
                span = stay.starts, stay.ends
            if span is not None:
                waiting.append(Chain(chain.first, stay, stay.unit, chain.depth + 1, *span))
    return list(found.values())


def contents(unit: UUID, stays: Iterable[Stay]) -> list[Chain]:
    """Give everything that was ever inside a unit, each as a chain that ends at the unit."""
    by_unit: dict[UUID, list[Stay]] = defaultdict(list)
    for stay in stays:
        by_unit[stay.unit].append(stay)
    found: dict[tuple[object, ...], Chain] = {}
    waiting = [Chain(s, s, unit, 1, s.starts, s.ends) for s in by_unit.get(unit, ())]
    while waiting:
        chain = waiting.pop()
        if chain.first is None or (key := _key(chain)) in found:
            continue
        found[key] = chain
        for stay in by_unit.get(chain.first.child, ()):
            span = overlap(chain.starts, chain.ends, stay.starts, stay.ends)
            if span is not None:
                waiting.append(Chain(stay, chain.last, unit, chain.depth + 1, *span))
    return list(found.values())


def overlap(
    starts: datetime, ends: datetime | None, from_: datetime, until: datetime | None
) -> tuple[datetime, datetime | None] | None:
    """Give the time that two intervals share, or None."""
    lower = max(starts, from_)
    upper = min((end for end in (ends, until) if end is not None), default=None)
    return (lower, upper) if upper is None or lower < upper else None


def key_of(stay: Stay) -> Key:
    """Name a stay."""
    return stay.unit, stay.child, stay.number


def _key(chain: Chain) -> tuple[object, ...]:
    first = key_of(chain.first) if chain.first else None
    last = key_of(chain.last) if chain.last else None
    return first, last, chain.unit, chain.starts, chain.ends
