"""What a line of an event does to the quantities of its lot, place by place: pure.

A leaving line (consumed, packed, shipped) counts in full at whoever got it, even where the record
could not cover it; a moving line books only what was there (GENEALOGY R4). So no place ever goes
below zero, and whoever was said to have received something has it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from lotline.lots.events.event import Holder, Kind, Line, ObjectKind, TraceEvent

MOVING = frozenset({Kind.MOVE, Kind.UNPACK})


@dataclass(frozen=True, slots=True)
class Posting:
    """A change of one lot's quantity at one holder, in the lot's own unit."""

    object: UUID
    holder: Holder
    delta: Decimal


def postings(event: TraceEvent) -> Iterator[Posting]:
    """Give the changes of quantity that an event makes."""
    for line in event.lines:
        if line.object is not None and line.quantity is not None:
            yield from _of_line(event.kind, line, line.object, line.quantity.value)


def _of_line(kind: Kind, line: Line, lot: UUID, quantity: Decimal) -> Iterator[Posting]:
    covered = quantity - line.disputed
    if line.source is not None:
        yield Posting(lot, line.source, -covered)
    if line.target is not None:
        arriving = covered if kind in MOVING else quantity
        yield Posting(lot, line.target, arriving)


def is_whole_unit(line: Line) -> bool:
    """Say whether the line moves an object that has no quantity of its own (a pallet, a case)."""
    return line.quantity is None and (
        line.birth is None or line.birth.object_kind is ObjectKind.LOGISTIC_UNIT
    )
