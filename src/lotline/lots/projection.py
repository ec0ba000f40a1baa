"""The present of every lot, folded from its events in the order in which they happened.

What an event books is said by the pure folds (ADR 0013); first and last times are extremes, a verdict
stands if its event is the latest. So the rows do not depend on the order in which events came in.
Rows are written in bulk, one statement a table.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from lotline.ledger.records import StoredEvent
from lotline.lots import tables
from lotline.lots.bookkeeping import book_events
from lotline.lots.events import SCHEMA, Kind, TraceEvent, from_payload
from lotline.lots.rules.changes import STANDING, changes_of


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
        "lots_step",
        "lots_line",
        "lots_reading",
        "lots_declaration",
        "lots_flow",
        "lots_shipment",
        "lots_turn",
        "lots_part",
    )

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the tables of this room."""
        stored = [event for event in events if event.payload.get("schema") == SCHEMA]
        pairs = [(event, from_payload(event.payload)) for event in stored]
        if pairs:
            changes = changes_of(pairs)
            tables.add_objects(changes)
            kinds = tables.kinds_of(changes.objects)
            changes.leave_out_places({lot for lot, kind in kinds.items() if kind in STANDING})
            tables.move_objects(changes)
            book_events(pairs, kinds)
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
