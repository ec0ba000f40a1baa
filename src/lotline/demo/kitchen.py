"""The kitchen: milk and culture become yoghurt base, base and fruit become mix."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from lotline.capture.records import LineRequest, LossRequest, ReadingRequest
from lotline.demo.factory import Factory
from lotline.demo.store import Store
from lotline.demo.wording import amount, between, born, reading, ref, scan
from lotline.lots.events import Kind, Quality, Role

MILK_LITRES: Final = 790
_KILOGRAMS_A_LITRE: Final = Decimal("1.031")
_BASE_A_MIX: Final = Decimal(258)


@dataclass(frozen=True, slots=True)
class Flavour:
    """A fruit yoghurt: its letters, its materials and when its mix is made."""

    letters: str
    fruit: str
    mix: str
    tank: str
    mixer: str
    hour: int


BLUEBERRY: Final = Flavour("LM", "FRUIT-BLUE", "MIX-BLUE", "MIX-1", "MX-1", 8)
STRAWBERRY: Final = Flavour("CM", "FRUIT-STRAW", "MIX-STRAW", "MIX-2", "MX-2", 10)


@dataclass(slots=True)
class Batch:
    """A lot in a tank and how much of it."""

    lot: str
    kilograms: Decimal


@dataclass(slots=True)
class Kitchen:
    """The mixing side of the plant; remembers which fruit went into which mix."""

    factory: Factory
    store: Store
    leftover: Batch | None = None
    fruit_of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def culture(self, day: int, milk: str) -> Batch:
        """Inoculate and ferment through the evening; give the base."""
        factory, label = self.factory, self.factory.plan.label(day)
        number, at = 1 + day % 2, factory.about(day, 14, 0)
        base = Batch(f"FJ-{label}", (MILK_LITRES * _KILOGRAMS_A_LITRE).quantize(Decimal("0.1")))
        grams = between(factory.rng, "170", "190")
        cultures = self.store.take("CULTURE", grams / 1000)
        inputs = [scan(milk, amount(MILK_LITRES, "LTR"))]
        inputs += [scan(lot, amount(part * 1000, "GRM")) for lot, part in cultures]
        where: dict[str, Any] = {
            "place": ref(f"FERM-{number}"),
            "equipment": (ref(f"FT-{number}"),),
        }
        factory.diary.note(
            Kind.TRANSFORM, at, "mixing", inputs=tuple(inputs), run=f"FJ-{label}",
            outputs=(born(base.lot, "YOG-BASE", amount(base.kilograms, "KGM")),), **where,
        )  # fmt: skip
        warmth = reading("temperature", between(factory.rng, "42.0", "43.1"), "CEL")
        factory.diary.note(
            Kind.PROCESS, at + timedelta(minutes=20), "mixing", subjects=(scan(base.lot),),
            event_time_to=at + timedelta(hours=5, minutes=30), readings=(warmth,),
            run=f"FJ-{label}", time_source="device", **where,
        )  # fmt: skip
        sour = reading("ph", between(factory.rng, "4.38", "4.52"), "Q30")
        self._check(base.lot, at + timedelta(hours=5, minutes=50), sour)
        return base

    def mix(self, day: int, flavour: Flavour, base: Batch) -> Batch:
        """Stir fruit into base, and what was left of yesterday's mix; give the new mix."""
        factory, label = self.factory, self.factory.plan.label(day)
        at = factory.about(day, flavour.hour, 0)
        kilograms, lines = _BASE_A_MIX, []
        if self.leftover and flavour is STRAWBERRY:
            lines.append(
                scan(self.leftover.lot, amount(self.leftover.kilograms, "KGM"), Role.REWORK)
            )
            kilograms, self.leftover = kilograms - self.leftover.kilograms, None
        fruits = self._fruit(day, flavour)
        lines += [scan(lot, amount(part, "KGM")) for lot, part in fruits]
        lines.insert(0, scan(base.lot, amount(kilograms, "KGM")))
        base.kilograms -= kilograms
        made = _total(lines) - Decimal("1.2")
        mixed = Batch(f"LY-{flavour.letters}-{label}", made)
        factory.diary.note(
            Kind.TRANSFORM, at, "mixing", inputs=tuple(lines), place=ref(flavour.tank),
            outputs=(born(mixed.lot, flavour.mix, amount(made, "KGM")),), run=f"WO-{mixed.lot}",
            losses=(LossRequest("管道残留", amount("1.2", "KGM"), Role.LOSS),),
            equipment=(ref(flavour.mixer),),
        )  # fmt: skip
        sweet = reading("brix", between(factory.rng, "12.9", "14.1"), "P1")
        self._check(mixed.lot, at + timedelta(minutes=35), sweet)
        self.fruit_of[mixed.lot] = tuple(lot for lot, _ in fruits)
        return mixed

    def _fruit(self, day: int, flavour: Flavour) -> list[tuple[str, Decimal]]:
        plot = self.factory.plot
        bad = flavour is BLUEBERRY and day in plot.days_of_use
        wanted = between(self.factory.rng, "34.5", "36.5")
        return self.store.take(flavour.fruit, wanted, bad=bad)

    def _check(self, lot: str, at: datetime, value: ReadingRequest) -> None:
        self.factory.diary.note(
            Kind.INSPECT, at, "laboratory", late=2, subjects=(scan(lot),), place=ref("LAB"),
            readings=(value,), verdict=Quality.CONFORMING,
        )  # fmt: skip


def _total(lines: list[LineRequest]) -> Decimal:
    return sum((line.quantity.value for line in lines if line.quantity), Decimal(0))
