"""Giving committed events their one gap-free order."""

from typing import Final

from django.db import connection, transaction

_LOCK: Final = 0x4C4F544C  # one writer of the order at a time


@transaction.atomic
def order_events() -> int:
    """Give a position to every committed event that has none; return the last position.

    Within a stream and among the events of one subject, record time strictly rises, so ordering by
    it can never turn two dependent events round.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute(
            "WITH gone AS (DELETE FROM ledger_unordered RETURNING event_id),"
            " waiting AS (SELECT e.event_id, e.record_time FROM gone JOIN ledger_event e"
            "  USING (event_id)),"
            " last AS (SELECT coalesce(max(position), 0) AS position FROM ledger_event_order)"
            " INSERT INTO ledger_event_order (position, event_id)"
            " SELECT last.position + row_number() OVER (ORDER BY record_time, event_id), event_id"
            " FROM waiting, last"
        )
        cursor.execute("SELECT coalesce(max(position), 0) FROM ledger_event_order")
        return int(cursor.fetchone()[0])
