"""Proof of one event for people: the ledger's checks and that the lots stand where it put them."""

import time
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.errors import NotFound
from lotline.kernel.messages import text
from lotline.ledger import queries as ledger
from lotline.lots.records import EventCheck, EventVerification

_IDENTITY: Final = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"


def verify_event(actor: Actor, event_id: UUID) -> EventVerification:
    """Check that an event is as it was written and stands where it was put."""
    access.require(actor, "events.verify")
    started = time.monotonic()
    proof = ledger.verify_event(event_id)
    if proof is None:
        raise NotFound("event.not_found")
    looked = {check.name: check.ok for check in proof.checks}
    looked["projection"] = _is_followed(event_id)
    checks = tuple(EventCheck(name, ok, _told(actor, name, ok)) for name, ok in looked.items())
    took = round((time.monotonic() - started) * 1000)
    return EventVerification(all(looked.values()), checks, proof.hash, proof.recomputed, took)


def _told(actor: Actor, name: str, ok: bool) -> str:
    return text(f"verify.{name}.{'ok' if ok else 'failed'}", actor.language)


def _is_followed(event_id: UUID) -> bool:
    """Every lot that the event touched is here and has seen at least this event's version."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FILTER (WHERE o.id IS NULL OR o.version < s.version) = 0 FROM"
            " (SELECT CASE WHEN subject ~ %s THEN subject::uuid END AS id, version"
            "  FROM ledger_event_subject WHERE event_id = %s AND subject ~ %s) s"
            " LEFT JOIN lots_trace_object o ON o.id = s.id WHERE s.id <> %s",
            [_IDENTITY, event_id, _IDENTITY, event_id],
        )
        return bool(cursor.fetchone()[0])
