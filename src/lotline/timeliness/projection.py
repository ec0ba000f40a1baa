"""Capture latency follows the ledger: one row a day, kind and mode."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.db import connection

from lotline.ledger.records import StoredEvent
from lotline.lots.events import SCHEMA
from lotline.timeliness.rules import Tally, day_of, latency

_ADD = (
    "INSERT INTO timeliness_day_latency AS d (day, kind, mode, n, sum_ms, max_ms, late)"
    " VALUES (%s,%s,%s,%s,%s,%s,%s) ON CONFLICT (day, kind, mode) DO UPDATE SET"
    " n = d.n + excluded.n, sum_ms = d.sum_ms + excluded.sum_ms,"
    " max_ms = greatest(d.max_ms, excluded.max_ms), late = d.late + excluded.late"
)


class TimelinessFollower:
    """Counts how long after it happened each event was recorded."""

    name: ClassVar[str] = "timeliness"
    inline: ClassVar[bool] = False
    tables: ClassVar[tuple[str, ...]] = ("timeliness_day_latency",)

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the table of this room."""
        tallies: dict[tuple[date, str, str], Tally] = defaultdict(Tally)
        for event in events:
            if event.payload.get("schema") == SCHEMA:
                late = latency(event.event_time, event.record_time)
                tallies[_row_of(event)].count(late)
        with connection.cursor() as cursor:
            cursor.executemany(
                _ADD,
                [(*row, t.n, t.sum_ms, t.max_ms, t.late) for row, t in sorted(tallies.items())],
            )


def _row_of(event: StoredEvent) -> tuple[date, str, str]:
    day = day_of(event.record_time, str(event.payload["offset"]))
    return day, event.kind, str(event.payload["mode"])
