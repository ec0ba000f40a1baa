"""Genealogy follows the ledger: one row a line, joined by step, shared transformation or campaign."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from lotline.genealogy import tables
from lotline.genealogy.rules.incidence import incidences, link_of
from lotline.ledger.records import StoredEvent
from lotline.lots.events import SCHEMA, Kind, TraceEvent, from_payload


class GenealogyFollower:
    """Folds trace events into the edges between objects and steps."""

    name: ClassVar[str] = "genealogy"
    inline: ClassVar[bool] = True
    tables: ClassVar[tuple[str, ...]] = ("genealogy_event_item",)

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the table of this room."""
        stored = [event for event in events if event.payload.get("schema") == SCHEMA]
        told = [from_payload(event.payload) for event in stored]
        tables.add_items([row for event in told for row in _rows(event)])
        tables.relink_tanks(_tanks(told))
        tables.link_mounted(*_mounting(told))


def _rows(event: TraceEvent) -> Iterable[tuple[Any, ...]]:
    link = link_of(event)
    for found in incidences(event):
        yield event.event_id, found.line.number, link, found.object, found.side, found.parent


def _tanks(told: Iterable[TraceEvent]) -> set[UUID]:
    return {event.tank for event in told if event.tank is not None}


def _mounting(told: Sequence[TraceEvent]) -> tuple[set[UUID], set[UUID]]:
    """Give the machines at which something was mounted, and the steps made at any machine."""
    machines = {m for event in told if event.kind is Kind.MOUNT for m in event.equipment}
    steps = {event.event_id for event in told if event.equipment and event.kind in tables.MAKING}
    return machines, steps
