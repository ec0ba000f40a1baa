"""Events as they stand, with their exact text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.ledger.queries.personal import personal_values
from lotline.ledger.records import Head, StoredEvent
from lotline.ledger.rules import is_sealed, unseal

_COLUMNS = (
    "e.event_id, e.kind, e.stream, e.stream_seq, e.prev_hash, e.hash, e.alg, e.actor, e.device,"
    " e.event_time, e.record_time, e.spec_version, e.payload, e.subjects, o.position"
)
_FROM = f"SELECT {_COLUMNS} FROM ledger_event e LEFT JOIN ledger_event_order o USING (event_id)"  # noqa: S608


def event(event_id: UUID) -> StoredEvent | None:
    """Find one event by its id."""
    found = _select(f"{_FROM} WHERE e.event_id = %s", [event_id])
    return found[0] if found else None


def events(ids: Iterable[UUID]) -> dict[UUID, StoredEvent]:
    """Find many events by their ids."""
    rows = _select(f"{_FROM} WHERE e.event_id = ANY(%s)", [list(ids)])
    return {row.event_id: row for row in rows}


def of_subject(subject: str, *, before: int | None = None, limit: int = 50) -> list[StoredEvent]:
    """Give a subject's events, newest version first, older than version `before`."""
    return _select(
        f"{_FROM} JOIN ledger_event_subject s USING (event_id)"
        " WHERE s.subject = %s AND s.version < %s ORDER BY s.version DESC LIMIT %s",
        [subject, before if before is not None else 2**62, limit],
    )


def recent(
    *, kind: str | None = None, before: tuple[datetime, UUID] | None = None, limit: int = 50
) -> list[StoredEvent]:
    """Give the events recorded last, newest first."""
    conditions, values = ["TRUE"], list[object]()
    if kind:
        conditions.append("e.kind = %s")
        values.append(kind)
    if before:
        conditions.append("(e.record_time, e.event_id) < (%s, %s)")
        values.extend(before)
    where = " AND ".join(conditions)
    return _select(
        f"{_FROM} WHERE {where} ORDER BY e.record_time DESC, e.event_id DESC LIMIT %s",
        [*values, limit],
    )


def in_order(*, after: int, limit: int, upto: int | None = None) -> list[StoredEvent]:
    """Give events by position."""
    return _select(
        f"SELECT {_COLUMNS} FROM ledger_event_order o JOIN ledger_event e USING (event_id)"  # noqa: S608
        " WHERE o.position > %s AND o.position <= %s ORDER BY o.position LIMIT %s",
        [after, upto if upto is not None else 2**62, limit],
    )


def waiting() -> list[StoredEvent]:
    """Give the events that have no position yet, in the order in which they will get one."""
    return _select(
        f"{_FROM} JOIN ledger_unordered u USING (event_id) ORDER BY u.record_time, e.event_id", []
    )


def head(stream: str) -> Head | None:
    """Give the head of a stream."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stream, seq, hash, record_time FROM ledger_stream_head WHERE stream = %s",
            [stream],
        )
        row = cursor.fetchone()
    return Head(*row) if row else None


def successor(stream: str, stream_seq: int) -> StoredEvent | None:
    """Give the event that follows in the same stream."""
    found = _select(f"{_FROM} WHERE e.stream = %s AND e.stream_seq = %s", [stream, stream_seq + 1])
    return found[0] if found else None


def is_empty() -> bool:
    """Say whether nothing has been recorded yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT NOT EXISTS (SELECT FROM ledger_event)")
        return bool(cursor.fetchone()[0])


def count_events() -> int:
    """Count all events."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_event")
        return int(cursor.fetchone()[0])


def _select(sql: str, values: Sequence[Any]) -> list[StoredEvent]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    personal = personal_values([row[0] for row in rows if is_sealed(row[12])])
    return [_stored(row, personal.get(row[0], {})) for row in rows]


def _stored(row: Sequence[Any], personal: Mapping[str, str]) -> StoredEvent:
    *fields, text, subjects, position = row
    pairs = tuple((str(subject), int(version)) for subject, version in json.loads(subjects))
    payload = json.loads(text)
    if is_sealed(text):
        payload = unseal(payload, personal)
    return StoredEvent(*fields, text, payload, pairs, position)  # type: ignore[call-arg]
