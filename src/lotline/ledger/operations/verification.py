"""Proof that the record is as it was written: chains, heads, order, subjects, projections.

A hash chain alone proves nothing against whoever can rewrite all of it; it finds every edit that
does not recompute the chain to its head. Signed checkpoints outside the database come on top.
"""

import time
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from django.db import connection, transaction

from lotline.ledger import queries, rules
from lotline.ledger.kinds import Follower
from lotline.ledger.operations.following import followers, replay
from lotline.ledger.operations.ordering import order_events
from lotline.ledger.records import Finding, Verification

_MOST: Final = 100


def verify(*, projections: bool = True) -> Verification:
    """Look at everything once, in one snapshot; live tables are read, never locked or written."""
    started = time.monotonic()
    order_events()
    findings: list[Finding] = []
    with transaction.atomic():
        _take_snapshot()
        events, streams = _check_chains(findings)
        findings.extend(_check_subjects())
        findings.extend(_check_order())
        named = [f for f in followers() if projections]
        if named and not findings:
            findings.extend(_check_projections(named))
            transaction.set_rollback(True)
    return Verification(
        events=events, streams=streams, followers=tuple(f.name for f in named),
        findings=tuple(findings[:_MOST]), seconds=time.monotonic() - started,
    )  # fmt: skip


def _take_snapshot() -> None:
    """See one moment throughout; inside somebody's transaction (a test's) that is not ours to set."""
    if len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _check_chains(findings: list[Finding]) -> tuple[int, int]:
    events = streams = 0
    heads = _heads()
    for stream, rows in groupby(_chain_rows(), key=lambda row: str(row[0])):
        streams += 1
        seq, last = 0, rules.GENESIS_HASH
        for row in rows:
            events += 1
            findings.extend(_check_link(row, seq, last))
            seq, last = int(row[1]), str(row[3])
        if heads.pop(stream, None) != (seq, last):
            findings.append(
                Finding("head", "the stream's head is not its last event", None, stream, seq)
            )
    for stream, (seq, _) in heads.items():
        if seq:
            findings.append(Finding("head", "a head without its events", None, stream, seq))
    return events, streams


def _chain_rows() -> Iterator[tuple[Any, ...]]:
    sql = (
        "SELECT stream, stream_seq, prev_hash, hash, event_id, kind, actor, device, event_time,"
        " record_time, spec_version, subjects, payload, alg FROM ledger_event"
        " ORDER BY stream, stream_seq"
    )
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(2000):
            yield from rows


def _check_link(row: tuple[Any, ...], seq: int, last: str) -> Iterator[Finding]:
    stream, number, prev_hash, digest, event_id = row[:5]
    if number != seq + 1:
        yield Finding("gap", f"expected number {seq + 1}", event_id, stream, number)
    if prev_hash != last:
        yield Finding("link", "does not point to the event before it", event_id, stream, number)
    if row[13] != rules.ALGORITHM:
        yield Finding("hash", f"unknown algorithm {row[13]}", event_id, stream, number)
    elif digest != _recompute(row):
        yield Finding("hash", "content and hash differ", event_id, stream, number)


def _recompute(row: tuple[Any, ...]) -> str:
    return rules.event_hash(
        stream=row[0], stream_seq=row[1], prev_hash=row[2], event_id=row[4], kind=row[5],
        actor=row[6], device=row[7], event_time=row[8], record_time=row[9], spec_version=row[10],
        subjects=row[11], payload=row[12],
    )  # fmt: skip


def _heads() -> dict[str, tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT stream, seq, hash FROM ledger_stream_head")
        return {stream: (int(seq), digest) for stream, seq, digest in cursor.fetchall()}


def _check_subjects() -> Iterator[Finding]:
    """The index of subjects must say what the hashed events say, without gaps."""
    sql = (
        "WITH said AS (SELECT e.event_id, p.value->>0 AS subject, (p.value->>1)::bigint AS version"
        "  FROM ledger_event e CROSS JOIN jsonb_array_elements(e.subjects::jsonb) p),"
        " kept AS (SELECT event_id, subject, version FROM ledger_event_subject)"
        " (SELECT 'missing', event_id, subject FROM (TABLE said EXCEPT TABLE kept) a)"
        " UNION ALL (SELECT 'foreign', event_id, subject FROM (TABLE kept EXCEPT TABLE said) b)"
        " UNION ALL (SELECT 'version', NULL::uuid, s.subject FROM ledger_subject s"
        "  LEFT JOIN (SELECT subject, max(version) AS top, count(*) AS n FROM said GROUP BY 1) m"
        "  USING (subject) WHERE s.version <> coalesce(m.top, 0) OR s.version <> coalesce(m.n, 0))"
        " LIMIT 100"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        for what, event_id, subject in cursor.fetchall():
            yield Finding("subject", f"{what}: {subject}", event_id)


def _check_order() -> Iterator[Finding]:
    """Positions must be gap-free, name every event, and never turn a stream or a subject round."""
    sql = (
        "(SELECT 'position ' || position || ' is not the next', event_id FROM ("
        "  SELECT position, event_id, row_number() OVER (ORDER BY position) AS n"
        "  FROM ledger_event_order) a WHERE n <> position)"
        " UNION ALL (SELECT 'event without position', e.event_id FROM ledger_event e"
        "  LEFT JOIN ledger_event_order o USING (event_id) LEFT JOIN ledger_unordered u"
        "  USING (event_id) WHERE o.event_id IS NULL AND u.event_id IS NULL)"
        " UNION ALL (SELECT 'order turns its stream round', event_id FROM ("
        "  SELECT o.position, e.event_id, lag(o.position) OVER"
        "  (PARTITION BY e.stream ORDER BY e.stream_seq) AS before"
        "  FROM ledger_event e JOIN ledger_event_order o USING (event_id)) b WHERE position < before)"
        " UNION ALL (SELECT 'order turns its subject round', event_id FROM ("
        "  SELECT o.position, s.event_id, lag(o.position) OVER"
        "  (PARTITION BY s.subject ORDER BY s.version) AS before"
        "  FROM ledger_event_subject s JOIN ledger_event_order o USING (event_id)) c"
        "  WHERE position < before) LIMIT 100"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        for detail, event_id in cursor.fetchall():
            yield Finding("order", detail, event_id)


def _check_projections(named: list[Follower]) -> Iterator[Finding]:
    """Fold the ledger into temporary tables that hide the real ones, then compare row by row."""
    tables = [(f, table) for f in named for table in f.tables]
    with connection.cursor() as cursor:
        for _, table in tables:
            cursor.execute(
                f"CREATE TEMPORARY TABLE {table} (LIKE public.{table} INCLUDING ALL) ON COMMIT DROP"
            )
    _replay_each(named)
    with connection.cursor() as cursor:
        for follower, table in tables:
            yield from _compare(cursor, follower.name, table)


def _replay_each(named: list[Follower]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(position), 0) FROM ledger_event_order")
        last = int(cursor.fetchone()[0])
        cursor.execute("SELECT name, position FROM ledger_follower")
        positions = dict(cursor.fetchall())
    inline = [f for f in named if f.inline]
    replay(inline, upto=last)
    waiting = queries.waiting()
    for follower in inline:
        follower.apply(waiting)
    for follower in (f for f in named if not f.inline):
        replay([follower], upto=positions.get(follower.name, 0))


def _compare(cursor: Any, name: str, table: str) -> Iterator[Finding]:
    sql = (
        f"SELECT 'is there, but does not follow from the record', t::text FROM"  # noqa: S608
        f" (TABLE public.{table} EXCEPT ALL TABLE pg_temp.{table}) t"
        f" UNION ALL SELECT 'follows from the record, but is missing', t::text FROM"
        f" (TABLE pg_temp.{table} EXCEPT ALL TABLE public.{table}) t LIMIT 20"
    )
    cursor.execute(sql)
    for detail, row in cursor.fetchall():
        yield Finding("projection", f"{name}: {table}: {detail}: {row[:200]}")
