"""Milk: tankers into two silos that take turns, and the pasteuriser that empties them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from lotline.capture.records import LossRequest, ReadingRequest
from lotline.demo.factory import Factory
from lotline.demo.plant import codes
from lotline.demo.wording import amount, between, born, reading, ref, scan
from lotline.lots.events import Kind, Quality, Reference, Role

_ARRIVALS: Final = ((5, 10), (6, 20), (7, 40), (9, 0))
_MOST_FILLS: Final = 5


@dataclass(slots=True)
class _Silo:
    """A silo with the lot that is in it, how much, and how often it was filled since cleaning."""

    code: str
    lot: str | None = None
    litres: int = 0
    fills: int = 0


@dataclass(slots=True)
class Dairy:
    """The milk side of the plant."""

    factory: Factory
    silos: list[_Silo] = field(default_factory=lambda: [_Silo("SILO-1"), _Silo("SILO-2")])

    def morning(self, day: int) -> tuple[str, int]:
        """Take in the day's milk and pasteurise it; give the pasteurised lot and its litres."""
        arrivals = _ARRIVALS[: self.factory.rng.choice((3, 4))]
        for number, (hour, minute) in enumerate(arrivals, start=1):
            self._tanker(day, number, self.factory.about(day, hour, minute))
        return self._pasteurise(day)

    def _tanker(self, day: int, number: int, at: datetime) -> None:
        factory, label = self.factory, self.factory.plan.label(day)
        farm = codes("suppliers")[(day + number) % 3]
        code, litres = f"SR-{label}-{number}", factory.rng.randint(365, 430)
        theirs = (farm, f"{farm[2:]}{label}-{number}")
        milk = born(code, "RAW-MILK", amount(litres, "LTR"), supplier_lot=theirs)
        papers = (Reference("delivery_note", f"SH-{label}-{number}"),)
        warmth = reading("temperature", between(factory.rng, "2.8", "5.2"), "CEL")
        factory.diary.note(
            Kind.RECEIVE, at, "milk", outputs=(milk,), place=ref("RECEPTION"), readings=(warmth,),
            references=papers,
        )  # fmt: skip
        self._test(code, at + timedelta(minutes=9))
        self._fill(day, code, litres, at + timedelta(minutes=26))

    def _test(self, code: str, at: datetime) -> None:
        rng = self.factory.rng
        readings = (
            reading("antibiotics", "阴性"),
            reading("fat", between(rng, "3.50", "4.10"), "P1"),
            reading("ph", between(rng, "6.64", "6.75"), "Q30"),
        )
        self.factory.diary.note(
            Kind.INSPECT, at, "laboratory", subjects=(scan(code),), place=ref("RECEPTION"),
            readings=readings, verdict=Quality.CONFORMING,
        )  # fmt: skip

    def _fill(self, day: int, milk: str, litres: int, at: datetime) -> None:
        """An empty silo takes the load as it is; otherwise load and heel become a new lot."""
        if self.silos[0].fills >= _MOST_FILLS:
            self.silos.reverse()
        silo = self.silos[0]
        silo.fills += 1
        where: dict[str, Any] = {"place": ref(silo.code), "equipment": (ref("PUMP-1"),)}
        if silo.lot is None:
            self.factory.diary.note(
                Kind.MOVE, at, "milk", subjects=(scan(milk),), to_place=ref(silo.code), **where
            )
            silo.lot, silo.litres = milk, litres
            return
        blend = f"NC-{self.factory.plan.label(day)}-{milk[-1]}"
        inputs = scan(milk, amount(litres, "LTR")), scan(silo.lot, amount(silo.litres, "LTR"))
        total = amount(silo.litres + litres, "LTR")
        made = (born(blend, "RAW-MILK", total),)
        self.factory.diary.note(Kind.MERGE, at, "milk", inputs=inputs, outputs=made, **where)
        silo.lot, silo.litres = blend, silo.litres + litres

    def _pasteurise(self, day: int) -> tuple[str, int]:
        factory, label = self.factory, self.factory.plan.label(day)
        at = factory.about(day, 10, 30)
        draws = [(silo, silo.litres - self._heel(silo)) for silo in self.silos if silo.lot]
        lost = factory.rng.randint(5, 11)
        code, litres = f"BS-{label}", sum(taken for _, taken in draws) - lost
        factory.diary.note(
            Kind.TRANSFORM, at, "heat", event_time_to=at + timedelta(minutes=50), run=f"HTST-{label}",
            inputs=tuple(scan(silo.lot or "", amount(taken, "LTR")) for silo, taken in draws),
            outputs=(born(code, "PAST-MILK", amount(litres, "LTR")),), place=ref("PAST"),
            losses=(LossRequest("管道残留", amount(lost, "LTR"), Role.LOSS),),
            equipment=(ref("HTST-1"),), readings=self._heating(), time_source="device",
        )  # fmt: skip
        for silo, taken in draws:
            silo.litres -= taken
            if silo.litres == 0:
                self._clean(silo, at + timedelta(minutes=75))
        return code, litres

    def _heel(self, silo: _Silo) -> int:
        """What stays in a silo that goes on being filled; a full or retired one is drained."""
        going_on = silo is self.silos[0] and silo.fills < _MOST_FILLS
        return self.factory.rng.randint(60, 120) if going_on else 0

    def _heating(self) -> tuple[ReadingRequest, ...]:
        rng = self.factory.rng
        return (
            reading("htst_temperature", between(rng, "74.2", "76.1"), "CEL"),
            reading("hold_time", between(rng, "15.4", "17.0"), "SEC"),
        )

    def _clean(self, silo: _Silo, at: datetime) -> None:
        self.factory.diary.note(
            Kind.PROCESS, at, "milk", late=7, subjects=(scan(silo.lot or ""),), place=ref(silo.code),
            equipment=(ref("CIP-1"),), note="奶仓已排空，CIP 清洗完成。",
        )  # fmt: skip
        silo.lot, silo.fills = None, 0
        self.silos.sort(key=lambda other: other is silo)  # the other one's turn
