"""How the plant stands at a glance."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.capture.models import Attempt
from lotline.ledger import queries as ledger
from lotline.lots import queries as lots
from lotline.lots.records import EventRow, Mention
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import DEFAULT_ZONE
from lotline.timeliness import queries as timeliness
from lotline.timeliness.records import Latency

NEAR_EXPIRY_DAYS: Final = 7
_DAYS: Final = 14
_RECENT: Final = 10
_COMPLAINTS: Final = 5
# What happened is recorded later than it happened, or a little before by a fast clock.
_DAY_COUNTS: Final = (
    "SELECT (event_time AT TIME ZONE %s)::date,"
    " count(*) FILTER (WHERE kind = 'receive'),"
    " count(*) FILTER (WHERE kind IN ('transform', 'split', 'merge')),"
    " count(*) FILTER (WHERE kind = 'ship') FROM ledger_event"
    " WHERE kind IN ('receive', 'transform', 'split', 'merge', 'ship')"
    " AND record_time >= %s AND event_time >= %s GROUP BY 1"
)


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many deliveries, steps of production and shipments happened on a day."""

    date: date
    received: int
    made: int
    shipped: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The plant at a glance; `simulated` where all of it was made up for a demonstration."""

    lots_in_stock: int
    open_holds: int
    events_today: int
    refused_today: int
    near_expiry: int
    complaints: tuple[Mention, ...]
    recent: tuple[EventRow, ...]
    latency: tuple[Latency, ...]
    days: tuple[DayCount, ...]
    simulated: bool


def overview(actor: Actor, now: datetime | None = None) -> Overview:
    """Give the figures of today and the last two weeks, by the plant's own calendar."""
    access.require(actor, "lots.read")
    access.require(actor, "events.read")
    zone = _zone()
    midnight = (now or datetime.now(UTC)).astimezone(zone).replace(
        hour=0, minute=0, second=0, microsecond=0
    )  # fmt: skip
    return Overview(
        lots_in_stock=lots.count_in_stock(),
        open_holds=lots.count_open_holds(),
        events_today=_events_since(midnight),
        refused_today=Attempt.objects.filter(at__gte=midnight).count(),
        near_expiry=lots.count_near_expiry(NEAR_EXPIRY_DAYS),
        complaints=lots.latest_mentions("complaint", actor.language, _COMPLAINTS),
        recent=lots.recent_events(actor, limit=_RECENT).items,
        latency=timeliness.latency(actor, _DAYS),
        days=_days(midnight, zone),
        simulated=_is_simulated(),
    )


def _zone() -> ZoneInfo:
    site = masterdata.only_site()
    return ZoneInfo(site.zone if site else DEFAULT_ZONE)


def _events_since(moment: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_event WHERE record_time >= %s", [moment])
        return int(cursor.fetchone()[0])


def _days(midnight: datetime, zone: ZoneInfo) -> tuple[DayCount, ...]:
    """Give every one of the last days, also those on which nothing happened."""
    first = midnight - timedelta(days=_DAYS - 1)
    with connection.cursor() as cursor:
        cursor.execute(_DAY_COUNTS, [zone.key, first - timedelta(days=1), first])
        counted = {row[0]: DayCount(*row) for row in cursor.fetchall()}
    days = [first.date() + timedelta(days=number) for number in range(_DAYS)]
    return tuple(counted.get(day, DayCount(day, 0, 0, 0)) for day in days)


def _is_simulated() -> bool:
    """A demonstration says so in the first event of its ledger."""
    first = ledger.recent(kind="genesis", limit=1)
    return bool(first) and first[0].payload.get("simulated") is True
