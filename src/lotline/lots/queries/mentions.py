"""Documents and cases, and the events that belong to them; no actor (internal)."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from lotline.ledger import queries as ledger
from lotline.lots.events import Role, TraceEvent
from lotline.lots.queries.rows import lot_refs
from lotline.lots.queries.telling import Told, told
from lotline.lots.records import LotRef, Mention


def latest_mentions(type_: str, language: str, limit: int = 5) -> tuple[Mention, ...]:
    """Give the documents of a type that were mentioned last, each with its latest event."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ref, event, event_time FROM (SELECT DISTINCT ON (ref_key) ref, event, event_time"
            " FROM lots_event_reference WHERE type = %s ORDER BY ref_key, event_time DESC, event) m"
            " ORDER BY event_time DESC, event LIMIT %s",
            [type_, limit],
        )
        rows = cursor.fetchall()
    events = {event.event_id: event for _, event in _told([row[1] for row in rows])}
    lots = lot_refs({lot for event in events.values() if (lot := _first(event))}, language)
    return tuple(
        Mention(reference, event, at, _lot(events.get(event), lots), _note(events.get(event)))
        for reference, event, at in rows
    )


def _told(ids: Sequence[UUID]) -> list[Told]:
    return told(ledger.events(ids).values())


def _first(event: TraceEvent) -> UUID | None:
    """Give the lot that an event is first of all about."""
    lines = sorted(event.lines, key=lambda line: line.role is not Role.SUBJECT)
    return next((line.object for line in lines if line.object), None)


def _lot(event: TraceEvent | None, lots: dict[UUID, LotRef]) -> LotRef | None:
    first = _first(event) if event else None
    return lots.get(first) if first else None


def _note(event: TraceEvent | None) -> str:
    return event.note if event else ""
