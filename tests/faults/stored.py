"""What the database holds after all, read in one snapshot with plain SQL and none of the product's code."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

import psycopg


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event of the ledger; `key` is the client's key, which every capture here carries as note."""

    event_id: str
    kind: str
    stream: str
    seq: int
    prev_hash: str
    hash: str
    record_time: datetime
    key: str | None


@dataclass(frozen=True, slots=True)
class Stored:
    """Events in the order of their streams, answers under keys, and every balance of every lot."""

    events: Sequence[StoredEvent] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    balances: Mapping[str, Sequence[Decimal]] = field(default_factory=dict)

    def recorded_keys(self) -> set[str]:
        """Give every key that left an event."""
        return {event.key for event in self.events if event.key is not None}


_EVENTS = (
    "SELECT event_id::text, kind, stream, stream_seq, prev_hash, hash, record_time, payload"
    " FROM ledger_event ORDER BY stream, stream_seq"
)
_KEYS = "SELECT key, answer::json->>'event_id' FROM ledger_key"
_BALANCES = (
    "SELECT o.code, array_agg(b.quantity) FROM lots_balance b"
    " JOIN lots_trace_object o ON o.id = b.object GROUP BY o.code"
)


def read_stored(dsn: str) -> Stored:
    """Read a database as its owner sees it."""
    with psycopg.connect(dsn) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        rows = connection.execute(_EVENTS).fetchall()
        keys = connection.execute(_KEYS).fetchall()
        balances = connection.execute(_BALANCES).fetchall()
    events = [_event(row) for row in rows]
    return Stored(events, dict(keys), dict(balances))


def _event(row: tuple[Any, ...]) -> StoredEvent:
    event_id, kind, stream, seq, prev_hash, hash_, at, payload = row
    key = json.loads(payload).get("note")
    return StoredEvent(event_id, kind, stream, seq, prev_hash, hash_, at, key)
