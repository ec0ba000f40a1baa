"""Reading timeliness."""

from datetime import UTC, datetime, timedelta

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.timeliness.records import Latency


def latency(actor: Actor, days: int = 14) -> tuple[Latency, ...]:
    """Give for each kind how long events of the last days took to be recorded."""
    access.require(actor, "events.read")
    since = (datetime.now(UTC) - timedelta(days=max(1, min(days, 3660)))).date()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, sum(n)::bigint, (sum(sum_ms) / sum(n) / 1000)::bigint,"
            " max(max_ms) / 1000, sum(late)::bigint FROM timeliness_day_latency"
            " WHERE day >= %s GROUP BY kind ORDER BY kind",
            [since],
        )
        return tuple(Latency(*row) for row in cursor.fetchall())
