"""Events as verification reads them: the database writes the hashed text, we hash it.

Most of an event's text is put together by the database, so that a row costs one hash here and no
parsing. What does not come out is read again field by field before anything is said.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from django.db import connection

_TIME: Final = """'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'"""


def _measured(column: str) -> str:
    return f"int8send(octet_length({column})::int8) || convert_to({column}, 'UTF8')"


def _moment(column: str) -> str:
    text = f"to_char({column} AT TIME ZONE 'UTC', {_TIME})"
    return f"'\\x000000000000001b'::bytea || convert_to({text}, 'UTF8')"


def _absent_or(column: str) -> str:
    """An empty text is not what was hashed where nothing was said, though it would hash the same."""
    return _measured(f"CASE WHEN {column} = '' THEN 'empty' ELSE coalesce({column}, '') END")


# The previous hash, then every field from the event's id on, each after its length.
_REST: Final = " || ".join((
    "convert_to(e.prev_hash, 'UTF8')",
    "'\\x0000000000000024'::bytea", "convert_to(e.event_id::text, 'UTF8')",
    _measured("e.kind"), _measured("e.actor"), _absent_or("e.device"), _moment("e.event_time"),
    _moment("e.record_time"), _absent_or("e.spec_version"), _measured("e.subjects"),
    _measured("e.payload"),
))  # fmt: skip
_COLUMNS: Final = f"e.stream, e.stream_seq, e.alg, e.hash, coalesce({_REST}, '')"
FIELDS: Final = (
    "e.event_id, e.stream, e.stream_seq, e.prev_hash, e.hash, e.alg, e.kind, e.actor, e.device,"
    " e.event_time, e.record_time, e.spec_version, e.subjects, e.payload"
)

Row = tuple[str, int, str, str, bytes]


@contextmanager
def by_index() -> Iterator[None]:
    """Let the database look events up one by one in their order, not scan and sort for each part."""
    switches = ("enable_hashjoin", "enable_mergejoin", "enable_seqscan")
    _set({**dict.fromkeys(switches, "off"), "max_parallel_workers_per_gather": "0"})
    yield
    _set(dict.fromkeys((*switches, "max_parallel_workers_per_gather"), "DEFAULT"))


def _set(values: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute(f"SET LOCAL {name} TO {value}")


def hashed_rows(after: int, upto: int) -> list[Row]:
    """Read the events at the positions after one up to another: place in chain, hash, text."""
    return _binary(
        f"SELECT {_COLUMNS} FROM ledger_event_order o JOIN ledger_event e USING (event_id)"  # noqa: S608
        " WHERE o.position > %s AND o.position <= %s ORDER BY o.position",
        [after, upto],
    )


def waiting_rows() -> list[Row]:
    """Read the events that have no position yet, in the order in which they will get one."""
    return _binary(
        f"SELECT {_COLUMNS} FROM ledger_unordered u JOIN ledger_event e USING (event_id)"  # noqa: S608
        " ORDER BY e.stream, e.stream_seq",
        [],
    )


def positions(after: int, upto: int) -> list[int]:
    """Give the positions in a range that lead to an event."""
    found = rows(
        "SELECT o.position FROM ledger_event_order o JOIN ledger_event e USING (event_id)"
        " WHERE o.position > %s AND o.position <= %s ORDER BY o.position",
        [after, upto],
    )
    return [row[0] for row in found]


def kept_hashes(after: int, upto: int) -> list[str]:
    """Read only the hashes kept at the positions after one up to another."""
    rows = _binary(
        "SELECT e.hash FROM ledger_event_order o JOIN ledger_event e USING (event_id)"
        " WHERE o.position > %s AND o.position <= %s ORDER BY o.position",
        [after, upto],
    )
    return [row[0] for row in rows]


def fields_at(position: int) -> dict[str, Any] | None:
    """Read the event at a position field by field."""
    return _fields(
        f"SELECT {FIELDS} FROM ledger_event_order o JOIN ledger_event e USING (event_id)"  # noqa: S608
        " WHERE o.position = %s",
        [position],
    )


def fields_in(stream: str, stream_seq: int) -> dict[str, Any] | None:
    """Read the event with a number of a stream field by field."""
    return _fields(
        f"SELECT {FIELDS} FROM ledger_event e WHERE e.stream = %s AND e.stream_seq = %s",  # noqa: S608
        [stream, stream_seq],
    )


def rows(sql: str, values: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Read rows as they come."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        yield from cursor.fetchall()


def _binary(sql: str, values: list[Any]) -> list[Any]:
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(sql, values, binary=True)
        return cursor.fetchall()


def _fields(sql: str, values: list[Any]) -> dict[str, Any] | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
        names = [column.name for column in cursor.description or ()]
    return dict(zip(names, row, strict=True)) if row else None
