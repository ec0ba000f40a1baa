"""The laboratory and the cold store: what is measured on finished lots, and what quality decides."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from lotline.capture.records import ReadingRequest
from lotline.demo.factory import Factory
from lotline.demo.filling import Filled
from lotline.demo.records import Holding, Releasing
from lotline.demo.wording import between, reading, ref, scan
from lotline.lots.events import Kind, Quality


@dataclass(slots=True)
class Laboratory:
    """Checks before release, of retained cups afterwards, and the warmth of the cold store."""

    factory: Factory

    def watch_store(self, day: int, filled: list[Filled]) -> None:
        """Read the cold store's thermometer over the day's lots, twice."""
        lots = tuple(scan(lot.lot) for lot in filled)
        for hour in (17, 22):
            warmth = reading("temperature", between(self.factory.rng, "2.6", "4.9"), "CEL")
            self.factory.diary.note(
                Kind.PROCESS, self.factory.about(day, hour), "store", subjects=lots,
                place=ref("COLD"), readings=(warmth,), time_source="device",
            )  # fmt: skip

    def release(self, filled: Filled, *, bad: bool) -> None:
        """Inspect a lot on the day after it was filled; only then it may leave."""
        self._inspect(filled, filled.day + 1, 14, self._germs(1 if bad else 0), late=1)

    def recheck(self, filled: Filled, rank: int | None) -> None:
        """Inspect retained cups three days on; `rank` counts the lots of the story."""
        germs = self._germs(3 + rank if rank is not None else 0)
        self._inspect(filled, filled.day + 3, 15, germs, late=4)

    def hold(self, filled: Filled) -> None:
        """Stop a lot that stood too warm, and let it go when that proves harmless."""
        factory, day = self.factory, filled.day
        warm = reading("temperature", Decimal("8.6"), "CEL")
        at = factory.about(day, 18, 5)
        factory.diary.note(
            Kind.PROCESS, at, "store", subjects=(scan(filled.lot),), place=ref("COLD"),
            readings=(warm,), note="冷库3号门未关严，货位温度偏高。", time_source="device",
        )  # fmt: skip
        who, key = "宋雅琴", f"demo-hold-{filled.lot}"
        holding = Holding(key, (filled.lot,), "冷链超温", "货位 8.6 ℃，待复检。", who)
        factory.diary.decide(at + timedelta(minutes=18), holding)
        releasing = Releasing(key, "超温约 40 分钟，复检 pH 与酵母霉菌合格，放行。", who)
        factory.diary.decide(factory.about(day + 1, 17, 10), releasing)

    def _germs(self, step: int) -> ReadingRequest:
        """Creeping up: still within the limit of 100, yet each lot a little higher."""
        base = between(self.factory.rng, "1", "9")
        return reading("yeast_mould", base + 14 * step if step else base, "CFU")

    def _inspect(
        self, filled: Filled, day: int, hour: int, germs: ReadingRequest, late: int
    ) -> None:
        rng = self.factory.rng
        readings = (
            germs,
            reading("ph", between(rng, "4.22", "4.38"), "Q30"),
            reading("net_weight", between(rng, "199.0", "201.8"), "GRM"),
            reading("seal", "合格"),
        )
        self.factory.diary.note(
            Kind.INSPECT, self.factory.about(day, hour), "laboratory", late=late,
            subjects=(scan(filled.lot),), place=ref("LAB"), readings=readings,
            verdict=Quality.CONFORMING,
        )  # fmt: skip
