"""How long a whole trace takes beside the bare recursive query it rests on.

Builds a plant of some 100,000 incidences – deliveries, three stages of mixing, filling, pallets,
shipments – straight into the tables of a scratch database, then traces lots of small and large
answers. Times of two machines cannot be compared; the ratio can.

    DATABASE_URL=postgresql://… python bench/trace_sql.py
"""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
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

START = datetime(2026, 1, 1, tzinfo=UTC)
STAGES = ("raw", "mix", "bulk", "fill")
RUNS = 5


class Factory:
    """Rows of a plant whose lots are made of a few lots of the stage before, some of it rework."""

    def __init__(self, steps: int, seed: int = 7) -> None:
        """Make `steps` steps from lots to lots."""
        self.random = random.Random(seed)
        self.objects: dict[UUID, str] = {}
        self.items: list[tuple[object, ...]] = []
        self.stays: list[tuple[object, ...]] = []
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
        outputs = [self._new("lot") for _ in range(1 if stage != "fill" else 3)]
        kind = "transform" if before else "receive"
        self.made[stage].extend(outputs)
        rows = [(lot, "in", "input") for lot in inputs] + [(o, "out", "output") for o in outputs]
        self._event(kind, START + timedelta(minutes=number), rows)

    def _pallets(self) -> None:
        at = START + timedelta(days=300)
        for first in range(0, len(self.made["fill"]), 40):
            unit, pack = self._new("logistic_unit"), self._id()
            for lot in self.made["fill"][first : first + 40]:
                self.stays.append((unit, lot, 0, at, None, 10, "KGM", pack))
            self._event("ship", at, [(unit, "about", "subject")], UUID(int=first % 50 + 1))

    def _event(
        self, kind: str, at: datetime, rows: list[tuple[UUID, str, str]], party: UUID | None = None
    ) -> None:
        event = self._id()
        for line, (lot, side, role) in enumerate(rows, 1):
            self.items.append((event, line, event, lot, side, kind, role, 10, at, party))

    def _new(self, kind: str) -> UUID:
        found = self._id()
        self.objects[found] = kind
        return found

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128))


def load(factory: Factory) -> None:
    """Write the factory's rows."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_trace_object (id, kind, code, unit, origin, born_event, made,"
            " disputed, quality, quality_version, place_version, first_event_time,"
            " last_event_time, version)"
            " VALUES (%s,%s,%s,'KGM','recorded',%s,10,0,'pending',0,0,%s,%s,1)",
            [(i, k, f"B-{str(i)[:8]}", i, START, START) for i, k in factory.objects.items()],
        )
        cursor.executemany(
            "INSERT INTO genealogy_event_item (event, line, link, object, side, kind, role,"
            " quantity, event_time, party, unit, disputed, certainty, version, flags)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,'KGM',0,'certain',1,'{}')",
            factory.items,
        )
        cursor.executemany(
            "INSERT INTO genealogy_stay (unit, child, number, starts, ends, quantity, measure,"
            " packed_by) VALUES (%s,%s,%s,%s,%s,%s,%s,%s)",
            factory.stays,
        )
        cursor.execute("ANALYZE genealogy_event_item, genealogy_stay, lots_trace_object")


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
    factory = Factory(steps=15_000)
    with transaction.atomic():
        load(factory)
        print(f"{len(factory.items)} incidences, {len(factory.objects)} objects")
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
