"""The ingredients warehouse: deliveries, checks at receipt, and first in, first out."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from lotline.capture.records import ReadingRequest
from lotline.demo.factory import Factory
from lotline.demo.plot import KILOGRAMS_A_DELIVERY, MAKER, PRODUCT, supplier_number
from lotline.demo.wording import amount, between, born, reading, ref, scan
from lotline.lots.events import Kind, Quality, Reference
from lotline.masterdata.records import OrderKind


@dataclass(slots=True)
class Portion:
    """What is left of a lot."""

    lot: str
    left: Decimal
    bad: bool = False


@dataclass(frozen=True, slots=True)
class _Ware:
    """What is bought: from whom, under which letters, how much at a time and how often."""

    product: str
    maker: str
    letters: str
    theirs: str
    quantity: int
    unit: str
    every: int


WARES: Final = (
    _Ware(PRODUCT, MAKER, "GL-LM", "BB", 110, "KGM", 3),
    _Ware("FRUIT-STRAW", MAKER, "GL-CM", "ST", 110, "KGM", 3),
    _Ware("CULTURE", "S-BY", "JZ", "YF", 2, "KGM", 7),
    _Ware("CUP-200", "S-JB", "BZ", "JB", 14400, "C62", 3),
)


@dataclass(slots=True)
class Store:
    """The warehouse with what is left on its shelves."""

    factory: Factory
    shelves: dict[str, list[Portion]] = field(default_factory=lambda: defaultdict(list))

    def morning(self, day: int) -> None:
        """Take in what is due, and on the days of the story the bad lot."""
        for order, ware in enumerate(WARES):
            if day % ware.every == 0:
                theirs = supplier_number(ware.theirs, self.factory.plan, day)
                self._receive(day, ware, ware.quantity, theirs, 10 * order)
        if day in self.factory.plot.deliveries:
            theirs = self.factory.plot.supplier_lot
            self._receive(day, WARES[0], KILOGRAMS_A_DELIVERY, theirs, 45, bad=True)

    def take(
        self, product: str, wanted: Decimal, *, bad: bool = False
    ) -> list[tuple[str, Decimal]]:
        """Take from the oldest portions; give which lots and how much of each."""
        taken: list[tuple[str, Decimal]] = []
        for portion in self.shelves[product]:
            if portion.bad is bad and wanted > 0 and portion.left > 0:
                part = min(portion.left, wanted)
                portion.left, wanted = portion.left - part, wanted - part
                taken.append((portion.lot, part))
        if wanted > 0:
            raise ValueError(f"the simulated plant has run out of {product}")
        return taken

    def _receive(
        self, day: int, ware: _Ware, quantity: int, theirs: str, minute: int, *, bad: bool = False
    ) -> None:
        factory, label = self.factory, self.factory.plan.label(day)
        code, at = f"{ware.letters}-{label}{'-2' if bad else ''}", factory.about(day, 5, minute, 6)
        line = (ware.product, quantity, ware.unit)
        order = f"PO-{code}"
        factory.ordered(order, f"采购 {code}", OrderKind.PURCHASE, ware.maker, line)
        goods = born(
            code, ware.product, amount(quantity, ware.unit), supplier_lot=(ware.maker, theirs)
        )
        factory.diary.note(
            Kind.RECEIVE, at, "store", outputs=(goods,), place=ref("WH-ING"),
            references=(Reference("purchase_order", order),),
        )  # fmt: skip
        factory.diary.note(
            Kind.INSPECT, factory.about(day, 6, minute, 10), "laboratory", subjects=(scan(code),),
            place=ref("WH-ING"), readings=self._check(ware, bad=bad), verdict=Quality.CONFORMING,
        )  # fmt: skip
        self.shelves[ware.product].append(Portion(code, Decimal(quantity), bad))

    def _check(self, ware: _Ware, *, bad: bool) -> tuple[ReadingRequest, ...]:
        rng = self.factory.rng
        if ware.product == "CULTURE":
            return (reading("activity", between(rng, "4.2", "5.1"), "HUR"),)
        if ware.product == "CUP-200":
            return (reading("wall", between(rng, "0.38", "0.42"), "MMT"),)
        # Within the limit of 50, but far from what this maker usually delivers.
        germs = between(rng, "41", "46") if bad else between(rng, "2", "12")
        return (
            reading("temperature", between(rng, "4.0", "7.5"), "CEL"),
            reading("brix", between(rng, "40.5", "43.5"), "P1"),
            reading("yeast_mould", germs, "CFU"),
        )
