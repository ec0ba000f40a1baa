"""The days of the simulated plant, one after another: the same seed tells the same story."""

from dataclasses import dataclass, field
from decimal import Decimal

from lotline.demo.complaint import complain
from lotline.demo.dispatch import Dispatch
from lotline.demo.factory import Factory
from lotline.demo.filling import BLUEBERRY, PLAIN, STRAWBERRY, Filled, Line
from lotline.demo.kitchen import BLUEBERRY as BLUEBERRY_MIX
from lotline.demo.kitchen import MILK_LITRES, Batch, Kitchen
from lotline.demo.kitchen import STRAWBERRY as STRAWBERRY_MIX
from lotline.demo.laboratory import Laboratory
from lotline.demo.milk import Dairy
from lotline.demo.packing import Packing
from lotline.demo.records import Plan, Timeline
from lotline.demo.store import Store

_REWORKED = Decimal(9)


@dataclass(slots=True)
class _Days:
    """All departments, working through the days."""

    factory: Factory
    dairy: Dairy
    store: Store
    kitchen: Kitchen
    line: Line
    packing: Packing
    dispatch: Dispatch
    laboratory: Laboratory
    base: Batch | None = None
    affected: list[Filled] = field(default_factory=list)

    @classmethod
    def of(cls, factory: Factory) -> "_Days":
        store, packing = Store(factory), Packing(factory)
        return cls(
            factory, Dairy(factory), store, Kitchen(factory, store), Line(factory, store), packing,
            Dispatch(factory, packing), Laboratory(factory),
        )  # fmt: skip

    def live(self, day: int) -> None:
        """Live through one day; what is cultured today is filled tomorrow."""
        self.store.morning(day)
        self.dispatch.morning(day)
        milk, litres = self.dairy.morning(day)
        if self.base is not None:
            self._make(day, self.base)
        self.base = self.kitchen.culture(day, milk)
        self.dispatch.bulk(day, milk, litres - MILK_LITRES)

    def _make(self, day: int, base: Batch) -> None:
        blue = self.kitchen.mix(day, BLUEBERRY_MIX, base)
        red = self.kitchen.mix(day, STRAWBERRY_MIX, base)
        left = _REWORKED if day == self.factory.plot.rework_day else Decimal(0)
        self.kitchen.leftover = Batch(red.lot, left) if left else None
        filled = [
            self.line.fill(day, PLAIN, base),
            self.line.fill(day, BLUEBERRY, blue),
            self.line.fill(day, STRAWBERRY, red, left),
        ]
        self.dispatch.waiting += self.packing.pack(day, filled)
        self.laboratory.watch_store(day, filled)
        for lot in filled:
            self._check(day, lot)

    def _check(self, day: int, filled: Filled) -> None:
        bad = filled.yoghurt is BLUEBERRY and day in self.factory.plot.days_of_use
        rank = len(self.affected) if bad else None
        if bad:
            self.affected.append(filled)
        if filled.yoghurt is STRAWBERRY and day == self.factory.plot.hold_day:
            self.laboratory.hold(filled)
        self.laboratory.release(filled, bad=bad)
        self.laboratory.recheck(filled, rank)


def build(plan: Plan) -> Timeline:
    """Play the plan through; nothing outside it is looked at."""
    factory = Factory.opened(plan)
    days = _Days.of(factory)
    for day in range(plan.days):
        days.live(day)
    truth = complain(factory, days.affected, days.kitchen.fruit_of, days.dispatch.shipped)
    happenings = factory.diary.happenings()
    return Timeline(plan, happenings, tuple(factory.orders), truth)
