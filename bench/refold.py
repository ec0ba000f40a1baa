"""What one late event costs a lot with 10,000 events, beside one that comes in order.

The late event falls among the first: everything else came after it. Measured where later bookings
stay as they are (balances just add up), and where the lot has to be folded again from its start.

    DATABASE_URL=postgresql://… python bench/refold.py
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from os import environ
from statistics import median
from time import perf_counter

import django

environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from lotline.kernel.clock import FixedClock  # noqa: E402
from lotline.kernel.ids import uuid7, uuid_of_uri  # noqa: E402
from lotline.ledger import operations as ledger  # noqa: E402
from lotline.lots.events import (  # noqa: E402
    Birth,
    Holder,
    HolderKind,
    Kind,
    Line,
    Measure,
    ObjectKind,
    Role,
    TraceEvent,
    as_draft,
)

START = datetime(2026, 1, 1, tzinfo=UTC)
WAREHOUSE = Holder(HolderKind.PLACE, uuid_of_uri("urn:bench:warehouse"))
LOT = uuid_of_uri("urn:bench:lot")
EVENTS = 10_000
RUNS = 9


def happened(kind: Kind, minute: float, quantity: str) -> TraceEvent:
    """Make a receipt or a consumption of the lot."""
    received = kind is Kind.RECEIVE
    line = Line(
        1, Role.OUTPUT if received else Role.SUBJECT, LOT, Measure(Decimal(quantity), "KGM"),
        source=None if received else WAREHOUSE, target=WAREHOUSE if received else None,
        reason=None if received else "used", birth=Birth(ObjectKind.LOT, "BENCH", unit="KGM"),
    )  # fmt: skip
    at = START + timedelta(minutes=minute)
    return TraceEvent(
        event_id=uuid7(), kind=kind, mode="fact", channel="bench", event_time=at, offset="+00:00",
        business_date=at.date(), lines=(line,),
    )  # fmt: skip


def timed(make: Callable[[], TraceEvent], clock: FixedClock) -> float:
    """Give the median time of appending and booking one event, in milliseconds; nothing is kept."""
    taken = []
    for _ in range(RUNS):
        event = make()
        point = transaction.savepoint()
        clock.advance(timedelta(seconds=1))
        began = perf_counter()
        ledger.append([as_draft(event)], actor="bench", clock=clock)
        taken.append((perf_counter() - began) * 1000)
        transaction.savepoint_rollback(point)
    return median(taken)


def main() -> None:
    """Load a lot, then let one event come late."""
    call_command("migrate", verbosity=0)
    clock = FixedClock(START + timedelta(days=60))
    events = [happened(Kind.RECEIVE, 0, str(2 * EVENTS))]
    events += [happened(Kind.DESTROY, minute, "1") for minute in range(10, EVENTS + 9)]
    with transaction.atomic():
        for first in range(0, EVENTS, 500):
            drafts = [as_draft(event) for event in events[first : first + 500]]
            ledger.append(drafts, actor="bench", clock=clock)
        rows = (
            ("in order", lambda: happened(Kind.DESTROY, EVENTS + 20, "1")),
            ("late receipt", lambda: happened(Kind.RECEIVE, 5, "3")),
            ("late consumption", lambda: happened(Kind.DESTROY, 5, "3")),
            ("late, folded again", _more_than_there_is),
        )
        base = 0.0
        print(f"a lot with {EVENTS} events        ms   ratio")
        for name, make in rows:
            took = timed(make, clock)
            base = base or took
            print(f"{name:24} {took:8.1f} {took / base:7.1f}")
        transaction.set_rollback(True)


def _more_than_there_is() -> TraceEvent:
    """A consumption that leaves too little for those after it: all of them have to look again."""
    return happened(Kind.DESTROY, 5, str(2 * EVENTS - 5))


if __name__ == "__main__":
    main()
