"""How late an event was recorded: pure.

Answers how long the plant takes to know what happened there. Misleads where a device's clock is
wrong: an event from the future counts as recorded at once.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

LATE: Final = timedelta(hours=24)
_MILLISECOND: Final = timedelta(milliseconds=1)


@dataclass(slots=True)
class Tally:
    """What a handful of events adds to one row."""

    n: int = 0
    sum_ms: int = 0
    max_ms: int = 0
    late: int = 0

    def count(self, latency: timedelta) -> None:
        """Count one event."""
        millis = latency // _MILLISECOND
        self.n += 1
        self.sum_ms += millis
        self.max_ms = max(self.max_ms, millis)
        self.late += latency > LATE


def latency(happened: datetime, recorded: datetime) -> timedelta:
    """Give how long after it happened something was recorded; never less than nothing."""
    return max(recorded - happened, timedelta(0))


def day_of(recorded: datetime, offset: str) -> date:
    """Give the calendar day of a recording where it happened."""
    try:
        zone = datetime.strptime(offset, "%z").tzinfo
    except ValueError:
        return recorded.date()
    return recorded.astimezone(zone).date()
