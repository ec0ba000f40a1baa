"""How long a whole trace takes beside the bare recursive query it rests on.

Builds a plant – deliveries, three stages of mixing, filling, pallets, shipments – through the ledger
of a scratch database, then traces lots of small and large answers: the walk, the fold with time, the
names. Times of two machines cannot be compared; the ratio can.

    DATABASE_URL=postgresql://… python bench/trace_sql.py
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from os import environ
from statistics import median
from time import perf_counter
from uuid import UUID

import django

environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from lotline.access.records import Actor  # noqa: E402
from lotline.genealogy import queries as genealogy  # noqa: E402
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
STAGES = ("raw", "mix", "bulk", "fill")
RUNS = 5


class Factory:
    """Events of a plant whose lots are made of a few lots of the stage before, some of it rework."""

    def __init__(self, steps: int, seed: int = 7) -> None:
        """Make `steps` steps from lots to lots."""
        self.random = random.Random(seed)
        self.events: list[TraceEvent] = []
        self.made: dict[str, list[UUID]] = {stage: [] for stage in STAGES}
        for number in range(steps):
            self._step(number)
        self._pallets()

    def _step(self, number: int) -> None:
        stage = STAGES[min(number % 9 // 2, 3)]
        before = STAGES[STAGES.index(stage) - 1] if stage != "raw" else None
        rework = self.made["bulk"][-1:] if stage == "mix" and number % 3 else []
        recent = self.made[before][-40:] if before else []
        inputs = self.random.sample(recent, min(len(recent), 5 if before else 0)) + rework
        outputs = [self._id() for _ in range(1 if stage != "fill" else 3)]
        kind = Kind.TRANSFORM if before else Kind.RECEIVE
        self.made[stage].extend(outputs)
        lines = [_line(Role.INPUT, lot, 1, source=PLACE) for lot in dict.fromkeys(inputs)]
        lines += [_line(Role.OUTPUT, lot, 100, ObjectKind.LOT, target=PLACE) for lot in outputs]
        self._event(kind, START + timedelta(minutes=number), lines)

    def _pallets(self) -> None:
        at = START + timedelta(days=300)
        for first in range(0, len(self.made["fill"]), 40):
            unit = self._id()
            inside = Holder(HolderKind.UNIT, unit)
            lines = [_line(Role.PARENT, unit, None, ObjectKind.LOGISTIC_UNIT, target=PLACE)]
            lines += [
                _line(Role.CONTENT, lot, 50, source=PLACE, target=inside)
                for lot in self.made["fill"][first : first + 40]
            ]
            self._event(Kind.PACK, at, lines)
            gone = [_line(Role.SUBJECT, unit, None)]
            self._event(Kind.SHIP, at + timedelta(hours=1), gone, UUID(int=first % 50 + 1))

    def _event(
        self, kind: Kind, at: datetime, lines: list[Line], customer: UUID | None = None
    ) -> None:
        numbered = tuple(replace(line, number=n) for n, line in enumerate(lines, 1))
        self.events.append(
            TraceEvent(
                event_id=self._id(),
                kind=kind,
                mode="fact",
                channel="bench",
                event_time=at,
                offset="+00:00",
                business_date=at.date(),
                lines=numbered,
                customer=customer,
            )
        )

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128))


PLACE = Holder(HolderKind.PLACE, UUID(int=1))


def _line(
    role: Role, lot: UUID, quantity: int | None, born: ObjectKind | None = None, **ends: Holder
) -> Line:
    unit = "KGM" if born is ObjectKind.LOT else None
    birth = Birth(born, f"B-{str(lot)[:8]}", unit=unit) if born else None
    measure = Measure(Decimal(quantity), "KGM") if quantity else None
    return Line(0, role, lot, measure, birth=birth, **ends)


def load(factory: Factory) -> None:
    """Append the factory's events; the projections follow."""
    for first in range(0, len(factory.events), 1000):
        chunk = factory.events[first : first + 1000]
        ledger.append([as_draft(event) for event in chunk], actor="bench")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE genealogy_event_item, lots_step, lots_line, lots_trace_object")


def timed(work: Callable[[], object]) -> float:
    """Give the median time of some runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        began = perf_counter()
        work()
        taken.append((perf_counter() - began) * 1000)
    return median(taken)


def looked_at(factory: Factory) -> Iterator[tuple[str, UUID]]:
    """Choose lots with small and large answers, both ways."""
    for stage in reversed(STAGES):
        lots = factory.made[stage]
        for part in (0.1, 0.9):
            lot = lots[int(len(lots) * part)]
            yield from (("back", lot), ("forward", lot))


def main() -> None:
    """Load, measure, print."""
    call_command("migrate", verbosity=0)
    factory = Factory(steps=int(environ.get("LOTLINE_BENCH_STEPS", "4000")))
    with transaction.atomic():
        load(factory)
        print(f"{len(factory.events)} events, {sum(len(e.lines) for e in factory.events)} lines")
        print("way        lots  units   bare ms  trace ms  ratio  graph ms")
        actor = Actor.system("bench")
        for way, lot in looked_at(factory):
            found = genealogy.trace(actor, lot, way)  # type: ignore[arg-type]
            bare = timed(lambda: genealogy.reach([lot], way))  # type: ignore[arg-type]  # noqa: B023
            whole = timed(lambda: genealogy.trace(actor, lot, way))  # type: ignore[arg-type]  # noqa: B023
            began = perf_counter()
            genealogy.graph(actor, lot, way)  # type: ignore[arg-type]
            drawn = (perf_counter() - began) * 1000
            print(f"{way:8} {len(found.lots):6} {len(found.units):6} {bare:9.1f} {whole:9.1f}"
                  f" {whole / bare:6.1f} {drawn:9.1f}")  # fmt: skip
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
