"""Heads, subjects and order must say what the hashed events say, no more and no less.

Each takes `after`: only what events behind that position brought is looked at; 0 looks at all.
"""

# ruff: noqa: S608 – statements here are put together from our own words only

from collections.abc import Iterator, Mapping
from typing import Final

from lotline.ledger.operations.verifying.reading import rows
from lotline.ledger.operations.verifying.walking import Chain
from lotline.ledger.records import Finding

_NEW: Final = (
    "SELECT e.event_id, e.subjects, e.record_time, e.stream_seq, o.position"
    " FROM ledger_event_order o JOIN ledger_event e USING (event_id) WHERE o.position > %s"
    " UNION ALL SELECT e.event_id, e.subjects, e.record_time, e.stream_seq, NULL"
    " FROM ledger_unordered u JOIN ledger_event e USING (event_id)"
)


def check_heads(chains: Mapping[str, Chain]) -> Iterator[Finding]:
    """Each stream's head is its last event, with that event's time."""
    kept = {row[0]: row[1:] for row in rows(_HEADS, [])}
    for stream, chain in chains.items():
        if kept.get(stream, ())[:2] != (chain.seq, chain.hash):
            detail = "the stream's head is not its last event"
            yield Finding("head", detail, None, stream, chain.seq)
    for stream, (seq, _, is_timed) in kept.items():
        if seq and stream not in chains:
            yield Finding("head", "a head without its events", None, stream, seq)
        elif seq and not is_timed:
            yield Finding("head", "the head's time is not its event's", None, stream, seq)


def check_subjects(after: int) -> Iterator[Finding]:
    """The index of subjects says what the events say, and versions have no gap."""
    for what, event_id, subject, position in rows(_SUBJECTS if after else _ALL_SUBJECTS, [after]):
        yield Finding("subject", f"{what}: {subject}", event_id, position=position)


def check_order(after: int) -> Iterator[Finding]:
    """Positions are gap-free, name every event once, and never turn a subject round."""
    for detail, event_id, position in rows(_ORDER, [after, after]):
        yield Finding("order", detail, event_id, position=position)


def check_strays() -> Iterator[Finding]:
    """No event stands beside the order: each has a position or waits for one."""
    for events, ordered, waiting in rows(_COUNTS, []):
        if events != ordered + waiting:
            detail = f"{events} events, but {ordered} have a position and {waiting} wait for one"
            yield Finding("order", detail)
            for (event_id,) in rows(_STRAYS, []):
                yield Finding("order", "event without position", event_id)


_COUNTS: Final = (
    "SELECT (SELECT count(*) FROM ledger_event), (SELECT count(*) FROM ledger_event_order),"
    " (SELECT count(*) FROM ledger_unordered)"
)
_STRAYS: Final = (
    "SELECT e.event_id FROM ledger_event e LEFT JOIN ledger_event_order o USING (event_id)"
    " LEFT JOIN ledger_unordered u USING (event_id)"
    " WHERE o.event_id IS NULL AND u.event_id IS NULL LIMIT 20"
)
_HEADS: Final = (
    "SELECT h.stream, h.seq, h.hash, coalesce(e.record_time = h.record_time, false)"
    " FROM ledger_stream_head h LEFT JOIN ledger_event e"
    " ON e.stream = h.stream AND e.stream_seq = h.seq"
)
_SAID: Final = (
    f"WITH new AS ({_NEW}), said AS (SELECT n.event_id, n.position, n.record_time,"
    "  p.value->>0 AS subject, (p.value->>1)::bigint AS version"
    "  FROM new n CROSS JOIN jsonb_array_elements(n.subjects::jsonb) p)"
    " (SELECT 'missing', s.event_id, s.subject, s.position FROM said s"
    "  LEFT JOIN ledger_event_subject k ON k.subject = s.subject AND k.version = s.version"
    "  WHERE k.event_id IS DISTINCT FROM s.event_id)"
)
_ALL_SUBJECTS: Final = (
    f"{_SAID}"
    " UNION ALL (SELECT 'foreign', k.event_id, k.subject, NULL FROM ledger_event_subject k"
    "  LEFT JOIN said s ON s.subject = k.subject AND s.version = k.version"
    "  AND s.event_id = k.event_id WHERE s.event_id IS NULL)"
    " UNION ALL (SELECT 'version', NULL::uuid, s.subject, NULL FROM ledger_subject s FULL JOIN"
    "  (SELECT subject, max(version) AS top, count(*) AS n, max(record_time) AS at FROM said"
    "   GROUP BY 1) m USING (subject) WHERE (coalesce(s.version, 0) <> coalesce(m.top, 0))"
    "  OR coalesce(s.version, 0) <> coalesce(m.n, 0)"
    "  OR (m.at IS NOT NULL AND s.record_time IS DISTINCT FROM m.at))"
    " LIMIT 100"
)
_SUBJECTS: Final = (
    f"{_SAID}"
    " UNION ALL (SELECT 'foreign', k.event_id, k.subject, n.position FROM new n"
    "  JOIN ledger_event_subject k USING (event_id) LEFT JOIN said s ON s.event_id = k.event_id"
    "  AND s.subject = k.subject AND s.version = k.version WHERE s.event_id IS NULL)"
    " UNION ALL (SELECT 'version', NULL::uuid, m.subject, NULL FROM"
    "  (SELECT subject, max(version) AS top, max(record_time) AS at FROM said GROUP BY 1) m"
    "  LEFT JOIN ledger_subject s USING (subject)"
    "  WHERE (s.version, s.record_time) IS DISTINCT FROM (m.top, m.at))"
    " LIMIT 100"
)
_ORDER: Final = (
    f"WITH new AS ({_NEW})"
    " (SELECT 'position ' || position || ' is not the next', event_id, position FROM"
    "  (SELECT position, event_id, row_number() OVER (ORDER BY position) + %s AS n"
    "   FROM new WHERE position IS NOT NULL) a WHERE n <> position)"
    " UNION ALL (SELECT 'waits with another time than its own', n.event_id, NULL FROM new n"
    "  JOIN ledger_unordered u USING (event_id)"
    "  WHERE (u.record_time, u.stream_seq) IS DISTINCT FROM (n.record_time, n.stream_seq))"
    " UNION ALL (SELECT 'an event with a position waits for one', u.event_id, o.position"
    "  FROM ledger_unordered u JOIN ledger_event_order o USING (event_id))"
    " UNION ALL (SELECT 'order turns its subject round', n.event_id, n.position FROM new n"
    "  JOIN ledger_event_subject s USING (event_id) JOIN ledger_event_subject b"
    "  ON b.subject = s.subject AND b.version = s.version - 1 LEFT JOIN ledger_event_order o"
    "  ON o.event_id = b.event_id WHERE n.position < coalesce(o.position, n.position + 1))"
    " LIMIT 100"
)
