"""The present of every lot, folded from its events.

Quantities are sums, first and last times are extremes, verdict and place go to the event that is
latest by (event time, version of the object): so the rows do not depend on the order in which
events came in. Rows are written in bulk, one statement a table.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from lotline.ledger.records import StoredEvent
from lotline.lots import tables
from lotline.lots.events import SCHEMA, Kind, TraceEvent, from_payload
from lotline.lots.rules.changes import changes_of


class LotsFollower:
    """Folds trace events into objects, codes, balances, holds and references."""

    name: ClassVar[str] = "lots"
    inline: ClassVar[bool] = True
    tables: ClassVar[tuple[str, ...]] = (
        "lots_trace_object",
        "lots_object_code",
        "lots_balance",
        "lots_hold_mark",
        "lots_event_reference",
    )

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the tables of this room."""
        stored = [event for event in events if event.payload.get("schema") == SCHEMA]
        pairs = [(event, from_payload(event.payload)) for event in stored]
        if pairs:
            changes = changes_of(pairs)
            tables.add_objects(changes)
            tables.move_objects(changes)
            tables.post(changes)
            _mark_holds(pairs)
            tables.add_references(_references(pairs))


def _references(pairs: Iterable[tuple[StoredEvent, TraceEvent]]) -> list[tuple[Any, ...]]:
    return [
        tables.reference_row(event, reference)
        for _, event in pairs
        for reference in event.references
    ]


def _mark_holds(pairs: Iterable[tuple[StoredEvent, TraceEvent]]) -> None:
    for stored, event in pairs:
        if event.kind is Kind.HOLD:
            tables.lay_hold(stored, event)
        elif event.kind is Kind.RELEASE:
            tables.lift_hold(stored, event)
