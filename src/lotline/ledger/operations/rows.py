"""The rows that one appending writes, all in its transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from lotline.ledger import rules
from lotline.ledger.records import Head, StoredEvent


def insert_events(events: Sequence[StoredEvent]) -> None:
    """Write events, their subjects, and that they wait for a position."""
    rows = [
        (
            e.event_id, e.kind, e.stream, e.stream_seq, e.prev_hash, e.hash, e.alg, e.actor,
            e.device, e.event_time, e.record_time, e.spec_version,
            rules.subjects_text(e.subjects), e.payload_text,
        )
        for e in events
    ]  # fmt: skip
    touched = [(s, version, e.event_id) for e in events for s, version in e.subjects]
    waiting = [(e.event_id, e.record_time, e.stream_seq) for e in events]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO ledger_event (event_id, kind, stream, stream_seq, prev_hash, hash, alg,"
            " actor, device, event_time, record_time, spec_version, subjects, payload)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            rows,
        )
        cursor.executemany(
            "INSERT INTO ledger_event_subject (subject, version, event_id) VALUES (%s,%s,%s)",
            touched,
        )
        cursor.executemany(
            "INSERT INTO ledger_unordered (event_id, record_time, stream_seq) VALUES (%s,%s,%s)",
            waiting,
        )


def insert_personal(kept: Iterable[tuple[UUID, Sequence[rules.Personal]]]) -> None:
    """Write the personal values of events apart from them."""
    rows = [(event, p.pointer, p.salt, p.value) for event, found in kept for p in found]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO ledger_personal (event_id, pointer, salt, value) VALUES (%s,%s,%s,%s)",
                rows,
            )


def save_heads(heads: Iterable[Head]) -> None:
    """Move the heads of streams on."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE ledger_stream_head SET seq = %s, hash = %s, record_time = %s WHERE stream = %s",
            [(head.seq, head.hash, head.record_time, head.stream) for head in heads],
        )


def save_subjects(known: Mapping[str, tuple[int, datetime]]) -> None:
    """Move the versions of subjects on."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE ledger_subject SET version = %s, record_time = %s WHERE subject = %s",
            [(version, at, subject) for subject, (version, at) in known.items()],
        )
