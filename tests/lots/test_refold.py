"""Late, corrected and shuffled records: the tables are as if all had been folded in order."""

import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection, transaction

from lotline.kernel.clock import FixedClock
from lotline.kernel.ids import uuid7, uuid_of_uri
from lotline.ledger import operations as ledger
from lotline.lots.events import (
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

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
TABLES = ("lots_balance", "lots_flow", "lots_part", "lots_turn", "lots_shipment")
WH, LINE, CUSTOMER, TANK = (uuid_of_uri(f"urn:test:{name}") for name in ("wh", "line", "c1", "t1"))
LOTS = [uuid_of_uri(f"urn:test:lot:{n}") for n in range(4)]
UNITS = [uuid_of_uri(f"urn:test:unit:{n}") for n in range(2)]


def at(place: UUID) -> Holder:
    """Give a place as a holder."""
    return Holder(HolderKind.PLACE, place)


def event(kind: Kind, hours: float, *lines: Line, **more: object) -> TraceEvent:
    """Make an event so many hours after the start, with its lines numbered."""
    numbered = tuple(replace(line, number=n) for n, line in enumerate(lines, start=1))
    time = START + timedelta(hours=hours)
    return TraceEvent(
        event_id=uuid7(), kind=kind, mode="fact", channel="test", event_time=time,
        offset="+00:00", business_date=time.date(), lines=numbered, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def line(role: Role, lot: UUID, quantity: str | None = None, **more: object) -> Line:
    """Make a line; every line brings its object, the first one does."""
    unit = lot in UNITS
    birth = Birth(
        ObjectKind.LOGISTIC_UNIT if unit else ObjectKind.LOT, str(lot)[:8],
        unit=None if unit else "KGM", uri=f"urn:test:{lot}", origin="unknown",
    )  # fmt: skip
    measure = Measure(Decimal(quantity), "KGM") if quantity else None
    return Line(0, role, lot, measure, birth=birth, **more)  # type: ignore[arg-type]


def record(events: Iterable[TraceEvent], clock: FixedClock) -> None:
    """Append each event in a transaction of its own tick."""
    for happened in events:
        clock.advance(timedelta(seconds=1))
        ledger.append([as_draft(happened)], actor="test", clock=clock)


def tables() -> dict[str, list[str]]:
    """Give the rows of the folded tables as text, without what depends on the time of recording."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT to_jsonb(t) FROM {table} t")
            rows = [_without_recording(row) for (row,) in cursor.fetchall()]
            found[table] = sorted(rows)
    return found


def _without_recording(row: str) -> str:
    kept = json.loads(row) if isinstance(row, str) else row
    for name in ("tie", "recorded", "opened_tie", "opened_recorded"):
        kept.pop(name, None)
    return json.dumps(kept, sort_keys=True)


def random_plant(rng: random.Random, size: int) -> list[TraceEvent]:
    """Make random facts at distinct times."""
    found = [event(Kind.RECEIVE, 0, line(Role.OUTPUT, lot, "50", target=at(WH))) for lot in LOTS]
    found = [
        replace(e, event_time=e.event_time + timedelta(seconds=n)) for n, e in enumerate(found)
    ]
    for number in range(1, size):
        found.append(_random_event(rng, number))
    return found


def _random_event(rng: random.Random, hour: int) -> TraceEvent:
    lot, other = rng.sample(LOTS, 2)
    unit = rng.choice(UNITS)
    quantity = str(rng.randint(1, 30))
    kind = rng.choice(list(_MAKERS))
    return _MAKERS[kind](hour, lot, other, unit, quantity)


def _transform(hour: int, lot: UUID, other: UUID, unit: UUID, q: str) -> TraceEvent:
    return event(Kind.REWORK, hour, line(Role.INPUT, lot, q, source=at(WH)),
                 line(Role.OUTPUT, other, q, target=at(LINE)))  # fmt: skip


_MAKERS = {
    "rework": _transform,
    "move": lambda hour, lot, _other, _unit, q: event(
        Kind.MOVE, hour, line(Role.SUBJECT, lot, q, source=at(WH), target=at(LINE))),
    "ship": lambda hour, lot, _other, _unit, q: event(
        Kind.SHIP, hour, line(Role.SUBJECT, lot, q, flags=("place_assumed",)), customer=CUSTOMER),
    "back": lambda hour, lot, _other, _unit, q: event(
        Kind.RETURN, hour, line(Role.SUBJECT, lot, q, target=at(WH)), customer=CUSTOMER),
    "pack": lambda hour, lot, _other, unit, q: event(
        Kind.PACK, hour, line(Role.PARENT, unit, target=at(WH)),
        line(Role.CONTENT, lot, q, source=at(WH), target=Holder(HolderKind.UNIT, unit))),
    "unpack": lambda hour, lot, _other, unit, q: event(
        Kind.UNPACK, hour, line(Role.PARENT, unit),
        line(Role.CONTENT, lot, q, source=Holder(HolderKind.UNIT, unit), target=at(LINE))),
    "unit leaves": lambda hour, _lot, _other, unit, _q: event(
        Kind.SHIP, hour, line(Role.SUBJECT, unit), customer=CUSTOMER),
    "unit returns": lambda hour, _lot, _other, unit, _q: event(
        Kind.RETURN, hour, line(Role.SUBJECT, unit, target=at(WH)), customer=CUSTOMER),
    "destroy": lambda hour, lot, _other, _unit, q: event(
        Kind.DESTROY, hour, line(Role.SUBJECT, lot, q, source=at(WH), reason="scrap")),
    "count": lambda hour, lot, _other, _unit, q: event(
        Kind.COUNT, hour, line(Role.SUBJECT, lot, q, source=at(WH))),
    "fill": lambda hour, lot, _other, _unit, q: event(
        Kind.FILL, hour, line(Role.INPUT, lot, q, source=at(WH)), tank=TANK),
    "draw": lambda hour, lot, _other, _unit, q: event(
        Kind.DRAW, hour, line(Role.OUTPUT, lot, q, target=at(LINE)), tank=TANK),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(25))
def test_the_order_of_recording_does_not_matter(db: None, seed: int) -> None:
    rng = random.Random(seed)
    happened = random_plant(rng, 24)
    shuffled = rng.sample(happened, len(happened))
    assert _after(happened) == _after(shuffled)


@pytest.mark.parametrize("seed", range(15))
def test_what_was_voided_is_as_if_never_recorded(db: None, seed: int) -> None:
    rng = random.Random(seed)
    happened = random_plant(rng, 20)
    wrong = rng.sample(happened[4:], 4)
    declarations = [
        event(Kind.CORRECT, 100 + n, *_about(e), corrects=e.event_id, reason="incorrect_data")
        for n, e in enumerate(wrong)
    ]
    mixed = rng.sample([*happened, *declarations], len(happened) + len(declarations))
    right = [e for e in happened if e not in wrong]
    assert _after(mixed) == _after(right)


@pytest.mark.parametrize("seed", range(10))
def test_a_copy_in_place_of_the_original_changes_nothing(db: None, seed: int) -> None:
    rng = random.Random(seed)
    happened = random_plant(rng, 20)
    wrong = rng.choice(happened[4:])
    copy = replace(wrong, event_id=uuid7(), replaces=wrong.event_id)
    said = event(
        Kind.CORRECT, 100, *_about(wrong), corrects=wrong.event_id, reason="incorrect_data",
        correctives=(copy.event_id,),
    )  # fmt: skip
    plain, corrected = _after(happened), _after([*happened, said, copy])
    assert _amounts(plain) == _amounts(corrected)


def _amounts(found: dict[str, list[str]]) -> list[tuple[str, str, float]]:
    """Give what lies where; the stay that an event begins is named after it."""
    rows = map(json.loads, found["lots_balance"])
    return sorted((row["object"], row["holder_kind"], row["quantity"]) for row in rows)


def _about(wrong: TraceEvent) -> Sequence[Line]:
    objects = dict.fromkeys(x.object for x in wrong.lines if x.object)
    return [line(Role.SUBJECT, lot) for lot in objects]


def _after(events: Sequence[TraceEvent]) -> dict[str, list[str]]:
    point = transaction.savepoint()
    record(events, FixedClock(START + timedelta(days=30)))
    found = tables()
    assert not ledger.verify().findings
    transaction.savepoint_rollback(point)
    return found
