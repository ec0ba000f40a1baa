"""Derived tables must be what a replay of the record gives."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from lotline.ledger import queries
from lotline.ledger.kinds import Follower
from lotline.ledger.operations.following import replay
from lotline.ledger.records import Finding


def check_projections(named: list[Follower]) -> Iterator[Finding]:
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
