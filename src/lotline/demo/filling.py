"""The filling line: a mix becomes cups of one finished lot, watched while it runs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from lotline.capture.records import LossRequest
from lotline.demo.factory import Factory
from lotline.demo.kitchen import Batch
from lotline.demo.plant import gtin_of
from lotline.demo.store import Store
from lotline.demo.wording import amount, between, born, reading, ref, scan
from lotline.lots.events import Kind, Reference
from lotline.masterdata.records import OrderKind

_KILOGRAMS_A_CUP: Final = Decimal("0.2")
_MOST_CUPS: Final = 1452
# How long a lot runs; cases are packed behind the line while it does.
RUN: Final = timedelta(minutes=95)


@dataclass(frozen=True, slots=True)
class Yoghurt:
    """A finished yoghurt: its letters and when the line runs it."""

    letters: str
    product: str
    name: str
    hour: int
    minute: int


PLAIN: Final = Yoghurt("YW", "YOG-PLAIN", "原味酸奶", 7, 20)
BLUEBERRY: Final = Yoghurt("LM", "YOG-BLUE", "蓝莓酸奶", 9, 50)
STRAWBERRY: Final = Yoghurt("CM", "YOG-STRAW", "草莓酸奶", 12, 20)


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished lot as it came off the line."""

    lot: str
    yoghurt: Yoghurt
    cups: int
    mix: str
    day: int
    began: datetime


@dataclass(slots=True)
class Line:
    """The filling line."""

    factory: Factory
    store: Store

    def fill(self, day: int, yoghurt: Yoghurt, mix: Batch, left: Decimal = Decimal(0)) -> Filled:
        """Fill a mix into cups, leaving some of it in the tank if asked to."""
        factory, rng = self.factory, self.factory.rng
        at = factory.about(day, yoghurt.hour, yoghurt.minute)
        used = mix.kilograms - left
        cups = min(_MOST_CUPS, int((used - Decimal("0.6")) / _KILOGRAMS_A_CUP))
        broken, lot = rng.randint(5, 16), f"{yoghurt.letters}-{factory.plan.label(day)}"
        packaging = self.store.take("CUP-200", Decimal(cups + broken))
        inputs = [scan(mix.lot, amount(used, "KGM"))]
        inputs += [scan(code, amount(part, "C62")) for code, part in packaging]
        line = (yoghurt.product, cups, "C62")
        order = factory.ordered(f"WO-{lot}", f"灌装 {lot}", OrderKind.WORK, None, line)
        factory.diary.note(
            Kind.TRANSFORM, at, "filling", inputs=tuple(inputs), place=ref("FILL"),
            outputs=(
                born(lot, yoghurt.product, amount(cups, "C62"), gtin=gtin_of(yoghurt.product)),
            ),
            losses=(
                LossRequest("灌装首尾料", amount(used - cups * _KILOGRAMS_A_CUP, "KGM")),
                LossRequest("破杯", amount(broken, "C62")),
            ),
            equipment=(ref("FL-1"),), run=f"FL-{lot}", references=(Reference("work_order", order),),
        )  # fmt: skip
        filled = Filled(lot, yoghurt, cups, mix.lot, day, at)
        for minutes in (30, 75):
            self._watch(filled, at + timedelta(minutes=minutes))
        return filled

    def _watch(self, filled: Filled, at: datetime) -> None:
        readings = (
            reading("net_weight", between(self.factory.rng, "198.4", "202.5"), "GRM"),
            reading("seal", "合格"),
        )
        self.factory.diary.note(
            Kind.PROCESS, at, "filling", late=3, subjects=(scan(filled.lot),), place=ref("FILL"),
            equipment=(ref("FL-1"),), run=f"FL-{filled.lot}", readings=readings,
            time_source="entered",
        )  # fmt: skip
