"""A clever attacker: rewrites history and makes every hash, number and index after it anew."""

import json
import random
from typing import Any
from uuid import UUID

from lotline.kernel.canonical import canonical_text
from lotline.kernel.ids import uuid7
from lotline.ledger import rules

FIELDS = ("event_id", "stream", "stream_seq", "prev_hash", "alg", "kind", "actor", "device",
          "event_time", "record_time", "spec_version", "subjects", "payload")  # fmt: skip


def rechain(there: Any, victim: UUID, payload: str) -> None:
    """Give an event another payload and recompute its stream to the head, guards off."""
    there.execute("SET session_replication_role = replica")
    there.execute("UPDATE ledger_event SET payload = %s WHERE event_id = %s", [payload, victim])
    (stream,) = there.execute(
        "SELECT stream FROM ledger_event WHERE event_id = %s", [victim]
    ).fetchone()
    remake(there, stream)


def remake(there: Any, stream: str) -> None:
    """Number and hash a whole stream anew, in the order of its record times, head included."""
    found = there.execute(
        f"SELECT {', '.join(FIELDS)} FROM ledger_event WHERE stream = %s"
        " ORDER BY record_time, event_id",
        [stream],
    ).fetchall()
    there.execute(
        "UPDATE ledger_event SET stream_seq = stream_seq + 1000000 WHERE stream = %s", [stream]
    )
    last = rules.GENESIS_HASH
    for number, row in enumerate(found, 1):
        fields = {**dict(zip(FIELDS, row, strict=True)), "stream_seq": number, "prev_hash": last}
        before, last = last, rules.event_hash(**fields)
        there.execute(
            "UPDATE ledger_event SET stream_seq = %s, prev_hash = %s, hash = %s"
            " WHERE event_id = %s",
            [number, before, last, fields["event_id"]],
        )
    there.execute(
        "UPDATE ledger_stream_head SET seq = %s, hash = %s, record_time = %s WHERE stream = %s",
        [len(found), last, found[-1][9], stream],
    )


def forget(there: Any, victim: UUID) -> None:
    """Take an event out of everything that names it, closing every gap."""
    stream, subjects = there.execute(
        "SELECT stream, subjects FROM ledger_event WHERE event_id = %s", [victim]
    ).fetchone()
    (position,) = there.execute(
        "SELECT position FROM ledger_event_order WHERE event_id = %s", [victim]
    ).fetchone()
    for table in ("ledger_personal", "ledger_event_subject", "ledger_event_order", "ledger_event"):
        there.execute(f"DELETE FROM {table} WHERE event_id = %s", [victim])
    for step in (1_000_000, -1_000_001):
        there.execute(
            "UPDATE ledger_event_order SET position = position + %s WHERE position > %s",
            [step, position],
        )
    for subject, version in json.loads(subjects):
        close_gap(there, subject, version)
    remake(there, stream)


def close_gap(there: Any, subject: str, version: int) -> None:
    """Lower every later version of a subject by one, in the index and in the hashed events."""
    later = there.execute(
        "SELECT event_id, version FROM ledger_event_subject WHERE subject = %s AND version > %s"
        " ORDER BY version",
        [subject, version],
    ).fetchall()
    for event, number in later:
        (text,) = there.execute(
            "SELECT subjects FROM ledger_event WHERE event_id = %s", [event]
        ).fetchone()
        new = [[name, v - 1 if name == subject else v] for name, v in json.loads(text)]
        there.execute(
            "UPDATE ledger_event SET subjects = %s WHERE event_id = %s",
            [canonical_text(new), event],
        )
        there.execute(
            "UPDATE ledger_event_subject SET version = %s WHERE subject = %s AND version = %s",
            [number - 1, subject, number],
        )
        (stream,) = there.execute(
            "SELECT stream FROM ledger_event WHERE event_id = %s", [event]
        ).fetchone()
        remake(there, stream)
    there.execute("UPDATE ledger_subject SET version = version - 1 WHERE subject = %s", [subject])


def slip_in(there: Any, neighbour: UUID) -> None:
    """Put a new event about a new subject right behind another one, moving all later ones on."""
    row = dict(zip(FIELDS, there.execute(
        f"SELECT {', '.join(FIELDS)} FROM ledger_event WHERE event_id = %s", [neighbour]
    ).fetchone(), strict=True))  # fmt: skip
    (position,) = there.execute(
        "SELECT position FROM ledger_event_order WHERE event_id = %s", [neighbour]
    ).fetchone()
    event, subject = uuid7(), f"new-{random.random()}"
    there.execute(
        f"INSERT INTO ledger_event ({', '.join(FIELDS)}, hash) SELECT %s, stream,"
        " stream_seq + 500000, prev_hash, alg, kind, actor, device, event_time,"
        " record_time + interval '1 microsecond', spec_version, %s, payload, hash"
        " FROM ledger_event WHERE event_id = %s",
        [event, canonical_text([[subject, 1]]), neighbour],
    )
    there.execute("INSERT INTO ledger_event_subject VALUES (%s, 1, %s)", [subject, event])
    there.execute(
        "INSERT INTO ledger_subject SELECT %s, 1, record_time FROM ledger_event"
        " WHERE event_id = %s",
        [subject, event],
    )
    for step in (1_000_000, -999_999):
        there.execute(
            "UPDATE ledger_event_order SET position = position + %s WHERE position > %s",
            [step, position],
        )
    there.execute("INSERT INTO ledger_event_order VALUES (%s, %s)", [position + 1, event])
    remake(there, row["stream"])


def swap(there: Any, one: UUID, other: UUID) -> None:
    """Let two events change places in the one order."""
    found = there.execute(
        "SELECT position, event_id FROM ledger_event_order WHERE event_id IN (%s, %s)",
        [one, other],
    ).fetchall()
    (first, one), (second, other) = found
    for position, event in ((-1, one), (first, other), (second, one)):
        there.execute(
            "UPDATE ledger_event_order SET position = %s WHERE event_id = %s", [position, event]
        )
