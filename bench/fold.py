"""How fast the folds are: one lot, one late event in a long lot, a whole world with its questions.

Everything is in memory; no database. Times of two machines cannot be compared; the ratios can.

    python bench/fold.py
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from statistics import median
from time import process_time
from uuid import UUID

from lotline.genealogy.rules.flow.world import World
from lotline.lots.events import Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import Plant, TankModel
from lotline.lots.folds.lot import apply
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.units import Units

START = datetime(2026, 1, 1, tzinfo=UTC)
RUNS = 5


class Factory:
    """Steps of a plant: deliveries, a silo, mixing with rework, filling, pallets, shipments."""

    def __init__(self, steps: int, seed: int = 7) -> None:
        """Make so many steps."""
        self.random = random.Random(seed)
        self.steps: list[Step] = []
        self.raw: list[UUID] = []
        self.bulk: list[UUID] = []
        self.packs: list[UUID] = []
        self.place = self._id()
        self.silo = self._id()
        while len(self.steps) < steps:
            self._round()

    def _round(self) -> None:
        for _ in range(3):
            self.raw.append(self._make(Kind.RECEIVE, [], 1000)[0])
        self._fill(self.raw[-1])
        mixed = self._make(Kind.DRAW, [], 900, tank=self.silo)
        rework = self.bulk[-1:] if self.random.random() < 0.95 else []
        used = [(lot, 100) for lot in [*mixed, *self.raw[-3:-1]]] + [(lot, 10) for lot in rework]
        self.bulk.extend(self._make(Kind.TRANSFORM, used, 300))
        filled = self._make(Kind.TRANSFORM, [(self.bulk[-1], 200)], 66, outputs=3)
        self.packs.extend(filled)
        self._pallet(filled)

    def _fill(self, lot: UUID) -> None:
        source = Holder(HolderKind.PLACE, self.place)
        line = Part(1, Role.INPUT, lot, quantity=Decimal(900), unit="KGM", source=source)
        self._step(Kind.FILL, (line,), tank=self.silo)
        if len(self.steps) % 200 < 8:
            self._step(Kind.CLEAR, (), tank=self.silo)

    def _make(
        self,
        kind: Kind,
        used: list[tuple[UUID, int]],
        quantity: int,
        outputs: int = 1,
        tank: UUID | None = None,
    ) -> list[UUID]:
        here = Holder(HolderKind.PLACE, self.place)
        parts = [
            Part(0, Role.INPUT, lot, quantity=Decimal(amount), unit="KGM", source=here)
            for lot, amount in used
        ]
        lots = [self._id() for _ in range(outputs)]
        parts += [
            Part(0, Role.OUTPUT, lot, quantity=Decimal(quantity), unit="KGM", target=here)
            for lot in lots
        ]
        self._step(kind, tuple(parts), tank=tank)
        return lots

    def _pallet(self, lots: list[UUID]) -> None:
        unit, here = self._id(), Holder(HolderKind.PLACE, self.place)
        pallet = Part(1, Role.PARENT, unit, ObjectKind.LOGISTIC_UNIT, target=here)
        inside = tuple(
            Part(2, Role.CONTENT, lot, quantity=Decimal(60), unit="KGM", source=here)
            for lot in lots
        )
        self._step(Kind.PACK, (pallet, *inside))
        shipped = Part(1, Role.SUBJECT, unit, ObjectKind.LOGISTIC_UNIT)
        self._step(Kind.SHIP, (shipped,), customer=UUID(int=len(self.steps) % 50 + 1))

    def _step(
        self,
        kind: Kind,
        parts: tuple[Part, ...],
        tank: UUID | None = None,
        customer: UUID | None = None,
    ) -> None:
        at = START + timedelta(minutes=len(self.steps))
        self.steps.append(
            Step(self._id(), kind, at, at, at, at, parts, tank=tank, customer=customer)
        )

    def _id(self) -> UUID:
        return UUID(int=self.random.getrandbits(128))


def long_lot(events: int) -> list[tuple[Step, Part]]:
    """Give the life of one lot with very many events: in, moved, used, in turn."""
    lot, stock, line = UUID(int=1), UUID(int=2), UUID(int=3)
    at_stock, at_line = Holder(HolderKind.PLACE, stock), Holder(HolderKind.PLACE, line)
    lines = (
        (Kind.RECEIVE, Part(1, Role.OUTPUT, lot, quantity=Decimal("9.5"), target=at_stock)),
        (
            Kind.MOVE,
            Part(1, Role.SUBJECT, lot, ObjectKind.LOT, Decimal(5), "KGM", at_stock, at_line),
        ),
        (Kind.TRANSFORM, Part(1, Role.INPUT, lot, quantity=Decimal("4.2"), source=at_line)),
    )
    found = []
    for number in range(events):
        kind, part = lines[number % 3]
        when = START + timedelta(seconds=number)
        found.append((Step(UUID(int=number + 9), kind, when, when, when, when, (part,)), part))
    return found


def timed(work: Callable[[], object]) -> float:
    """Give the median time of some runs, in milliseconds."""
    taken = []
    for _ in range(RUNS):
        began = process_time()
        work()
        taken.append((process_time() - began) * 1000)
    return median(taken)


class Alone:
    """The world around a lot that lies at plain places only."""

    plant = Plant()
    place_code, place_kind = plant.place_code, plant.place_kind
    units = Units()
    stay, stand, shipment = units.stay, units.stand, units.shipment


def fold_lot(life: list[tuple[Step, Part]]) -> LotState:
    """Fold a lot from its first event."""
    state, around = LotState(), Alone()
    for step, part in life:
        apply(state, step, part, around)
    return state


def fold_late(life: list[tuple[Step, Part]]) -> None:
    """Fold a lot again with one event that was missing in the middle."""
    kind, part = life[0][0].kind, life[0][1]
    when = life[len(life) // 2][0].time + timedelta(milliseconds=500)
    late = Step(UUID(int=7), kind, when, when, when, START + timedelta(days=9), (part,))
    fold_lot(sorted([*life, (late, part)], key=lambda row: row[0].key))


def main() -> None:
    """Measure and print."""
    life = long_lot(10_000)
    whole, late = timed(lambda: fold_lot(life)), timed(lambda: fold_late(life))
    print(f"one lot, 10,000 events: {whole:.0f} ms, {10_000 / whole * 1000:,.0f} events/s")
    print(f"  again with one late event: {late:.0f} ms, ratio {late / whole:.2f}")
    factory = Factory(20_000)
    plant = Plant(models={factory.silo: TankModel.MIXED})
    taken = timed(lambda: World(factory.steps, plant=plant))
    rate = len(factory.steps) / taken * 1000
    print(f"a world of {len(factory.steps):,} events: {taken:.0f} ms, {rate:,.0f} events/s")
    world = World(factory.steps, plant=plant)
    for name, work in (
        ("hops and tracks", lambda: (world.core.hops, world.core.forward, world.core.backward)),
        ("moves of matter", lambda: world.core.moves),
        ("contents", lambda: world.core.contents),
        ("doubts", lambda: (world.core.doubts, world.core.on_loops)),
    ):
        began = process_time()
        work()
        print(f"  {name}: {(process_time() - began) * 1000:.0f} ms, once")
    early, bulk = factory.raw[6], factory.bulk[len(factory.bulk) // 2]
    lots = len(world.trace([early]).forward.lots)
    print(f"  trace, {lots} lots: {timed(lambda: world.trace([early])):.0f} ms")
    print(f"  shares forward: {timed(lambda: world.shares([early])):.0f} ms")
    print(f"  blast radius: {timed(lambda: world.blast([early])):.0f} ms")
    behind = len(world.trace([bulk]).backward.lots)
    began = process_time()
    world.backward_shares(bulk)
    print(f"  shares backward, {behind} lots: {(process_time() - began) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
