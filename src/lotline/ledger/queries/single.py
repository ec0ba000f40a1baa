"""Proof of one event: its own content, its place in its chain, and its place in the order.

It answers whether this event reads as it was written. It misleads where somebody could rewrite the
whole chain after it: only the full verification and copies kept elsewhere speak of that.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from lotline.ledger import rules
from lotline.ledger.queries.events import event, head, successor
from lotline.ledger.records import Check, Proof, StoredEvent


def verify_event(event_id: UUID) -> Proof | None:
    """Look at one event and its neighbours; None where there is no such event."""
    stored = event(event_id)
    if stored is None:
        return None
    recomputed = _recomputed(stored)
    intact = stored.hash == recomputed
    checks = (
        Check("payload", intact), Check("link_back", _is_linked_back(stored)),
        Check("link_forward", _is_linked_forward(stored)), Check("head", _is_under_head(stored)),
        Check("order", _is_in_order(stored)),
    )  # fmt: skip
    return Proof(event_id, checks, stored.hash, recomputed)


def _recomputed(stored: StoredEvent) -> str:
    """Hash the event again, by the algorithm it names; nothing where that one is not known here."""
    try:
        return _hashed(stored)
    except rules.UnknownAlgorithm:
        return ""


def _hashed(stored: StoredEvent) -> str:
    return rules.event_hash(
        stream=stored.stream, stream_seq=stored.stream_seq, prev_hash=stored.prev_hash,
        event_id=stored.event_id, kind=stored.kind, actor=stored.actor, device=stored.device,
        event_time=stored.event_time, record_time=stored.record_time,
        spec_version=stored.spec_version, subjects=rules.subjects_text(stored.subjects),
        payload=stored.payload_text, alg=stored.alg,
    )  # fmt: skip


def _is_linked_back(stored: StoredEvent) -> bool:
    """The event before it is there, and its hash is the one this event names."""
    if stored.stream_seq == 1:
        return stored.prev_hash == rules.GENESIS_HASH
    before = successor(stored.stream, stored.stream_seq - 2)
    return before is not None and before.hash == stored.prev_hash


def _is_linked_forward(stored: StoredEvent) -> bool:
    """The event after it names its hash; the last event of a stream is named by the head."""
    after = successor(stored.stream, stored.stream_seq)
    if after is not None:
        return after.prev_hash == stored.hash
    top = head(stored.stream)
    return top is not None and (top.seq, top.hash) == (stored.stream_seq, stored.hash)


def _is_under_head(stored: StoredEvent) -> bool:
    """The stream's head is a real event, at or after this one, with the hash that the head keeps."""
    top = head(stored.stream)
    if top is None or top.seq < stored.stream_seq:
        return False
    last = successor(stored.stream, top.seq - 1)
    return last is not None and last.hash == top.hash


def _is_in_order(stored: StoredEvent) -> bool:
    """Its position lies between its neighbours in the stream and among each subject's events."""
    if stored.position is None:
        return _is_waiting(stored.event_id)
    return all(before < stored.position for before in _positions(stored, -1)) and all(
        after > stored.position for after in _positions(stored, 1)
    )


def _is_waiting(event_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM ledger_unordered WHERE event_id = %s)", [event_id]
        )
        return bool(cursor.fetchone()[0])


def _positions(stored: StoredEvent, step: int) -> Iterator[int]:
    """Give the positions of the next events in its stream and of its subjects, one step away."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.position FROM ledger_event e JOIN ledger_event_order o USING (event_id)"
            " WHERE e.stream = %s AND e.stream_seq = %s"
            " UNION ALL SELECT o.position FROM unnest(%s::text[], %s::bigint[]) AS n(subject, version)"
            " JOIN ledger_event_subject s ON s.subject = n.subject AND s.version = n.version"
            " JOIN ledger_event_order o USING (event_id)",
            [
                stored.stream, stored.stream_seq + step,
                [subject for subject, _ in stored.subjects],
                [version + step for _, version in stored.subjects],
            ],
        )  # fmt: skip
        yield from (row[0] for row in cursor.fetchall())
