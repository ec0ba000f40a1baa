"""Personal values that stand apart from the events they belong to."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection


def personal_values(events: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Give what still exists of events' personal fields: canonical texts by pointer."""
    found: dict[UUID, dict[str, str]] = {}
    if events:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT event_id, pointer, value FROM ledger_personal WHERE event_id = ANY(%s)",
                [list(events)],
            )
            for event, pointer, value in cursor.fetchall():
                found.setdefault(event, {})[pointer] = value
    return found


def personal_of(pointer: str, value: str) -> list[UUID]:
    """Find the events that hold a value (as canonical text) at a pointer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_id FROM ledger_personal WHERE pointer = %s AND value = %s"
            " ORDER BY event_id",
            [pointer, value],
        )
        return [row[0] for row in cursor.fetchall()]
