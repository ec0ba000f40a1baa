"""How late things are recorded, and the plant at a glance."""

from datetime import UTC, datetime, timedelta

import pytest

from lotline.capture import queries as capture
from lotline.capture.queries.overview import Overview
from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import Invalid
from lotline.ledger import operations as ledger
from lotline.lots.events import Kind, Quality, Reference
from lotline.timeliness import queries as timeliness
from lotline.timeliness.rules import Tally, day_of, latency
from tests.plant import ACTOR, Plant, kg, used

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def today(db: None) -> Plant:
    plant = Plant.build()
    plant.clock = FixedClock(NOW)
    return plant


def test_what_comes_from_the_future_is_not_early() -> None:
    assert latency(NOW, NOW - timedelta(hours=1)) == timedelta(0)
    assert day_of(datetime(2026, 3, 1, 17, tzinfo=UTC), "+08:00").isoformat() == "2026-03-02"
    tally = Tally()
    for hours in (24, 25):
        tally.count(timedelta(hours=hours))
    assert (tally.n, tally.late, tally.max_ms) == (2, 1, 90_000_000)


def test_latency_is_counted_once_however_often_the_ledger_is_read(today: Plant) -> None:
    today.receive("R-1", kg(10), event_time=NOW - timedelta(hours=30))
    today.receive("R-2", kg(10), event_time=NOW)
    ledger.catch_up()
    ledger.catch_up()
    [found] = timeliness.latency(ACTOR)
    assert (found.kind, found.n, found.late) == ("receive", 2, 1)
    assert 54_000 <= found.mean_s <= 54_060 and 108_000 <= found.max_s <= 108_060
    before = timeliness.latency(ACTOR)
    ledger.rebuild(["timeliness"])
    assert timeliness.latency(ACTOR) == before
    assert ledger.verify().intact


def test_the_overview_counts_what_it_says(today: Plant) -> None:
    today.receive("R-1", kg(10))
    today.make({"R-1": 4}, {"M-1": 4})
    today.ship({"M-1": 4})
    today.send(
        Kind.INSPECT, subjects=used({"R-1": None}), references=(Reference("complaint", "TS-1"),),
        note="异味", verdict=Quality.PENDING,
    )  # fmt: skip
    today.ship({"R-1": 400})
    ledger.catch_up()
    seen = capture.overview(ACTOR)
    assert (seen.lots_in_stock, seen.open_holds, seen.refused_today) == (1, 0, 1)
    assert (seen.events_today, seen.near_expiry, seen.simulated) == (4, 0, False)
    [complaint] = seen.complaints
    assert complaint.lot is not None
    assert (complaint.reference, complaint.lot.code, complaint.note) == ("TS-1", "R-1", "异味")
    assert [row.kind for row in seen.recent] == ["inspect", "ship", "transform", "receive"]
    assert _sum(seen) == (1, 1, 1) and len(seen.days) == 14


def _sum(seen: Overview) -> tuple[int, int, int]:
    return (
        sum(day.received for day in seen.days),
        sum(day.made for day in seen.days),
        sum(day.shipped for day in seen.days),
    )


def test_refused_attempts_come_with_their_reasons(today: Plant) -> None:
    today.receive("R-1", kg(10))
    for _ in range(3):
        today.ship({"R-1": 400})
    first = capture.list_attempts(ACTOR, limit=2)
    rest = capture.list_attempts(ACTOR, limit=2, cursor=first.next)
    assert len({row.id for row in (*first.items, *rest.items)}) == 3 and rest.next is None
    [error] = first.items[0].errors
    assert error.code == "stock.short" and "R-1" in error.message
    for cursor in ("x", "W10", "eyJhIjoxfQ", "z" * 500):
        with pytest.raises(Invalid):
            capture.list_attempts(ACTOR, cursor=cursor)
