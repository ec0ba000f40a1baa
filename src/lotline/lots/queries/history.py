"""The history of a record: what was said, declared in error, and said instead; no actor (internal)."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.ledger import queries as ledger
from lotline.ledger.records import StoredEvent
from lotline.lots.events import Kind, TraceEvent, from_payload
from lotline.lots.queries.steps import corrections_of
from lotline.lots.records import EventVersion

# From any event of a chain: to what it declares or replaces, and to whatever was said about that.
_CHAIN: Final = (
    "WITH RECURSIVE chain(event) AS (SELECT %s::uuid UNION"
    " SELECT x.event FROM chain c CROSS JOIN LATERAL ("
    "  SELECT d.declares AS event FROM lots_declaration d WHERE d.event = c.event UNION ALL"
    "  SELECT d.event FROM lots_declaration d WHERE d.declares = c.event UNION ALL"
    "  SELECT unnest(d.correctives) FROM lots_declaration d WHERE d.declares = c.event UNION ALL"
    "  SELECT d.declares FROM lots_declaration d WHERE c.event = ANY(d.correctives)) x)"
    " SELECT event FROM chain"
)


def versions(event: UUID) -> tuple[EventVersion, ...]:
    """Give every stage of the record that an event belongs to, first said first; one if never corrected."""
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN, [event])
        ids = [row[0] for row in cursor.fetchall()]
    stored = ledger.events(ids)
    voided = corrections_of(ids)
    found = sorted(stored.values(), key=lambda e: (e.record_time, e.stream_seq))
    return tuple(_version(event, voided) for event in found)


def _version(stored: StoredEvent, voided: Iterable[UUID]) -> EventVersion:
    event = from_payload(stored.payload)
    return EventVersion(
        stored.event_id, event.kind.value, _state(event, voided), event.event_time,
        stored.record_time, stored.actor, event.reason, event.note,
    )  # fmt: skip


def _state(event: TraceEvent, voided: Iterable[UUID]) -> str:
    if event.kind is Kind.CORRECT:
        return "declaration"
    return "voided" if event.event_id in voided else "effective"
