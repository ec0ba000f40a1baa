"""Dispatch: pallets and bulk milk to customers, each with its order and its waybill."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from lotline.demo.factory import Factory
from lotline.demo.packing import Packing, Pallet
from lotline.demo.plant import codes, names
from lotline.demo.wording import amount, ref, scan
from lotline.lots.events import Kind, Reference
from lotline.masterdata.records import OrderKind

_BULK: Final = "C-CY"
_REPACKED: Final = 6


@dataclass(frozen=True, slots=True)
class Shipped:
    """A pallet that left, to whom and when."""

    pallet: Pallet
    customer: str
    at: datetime


@dataclass(slots=True)
class Dispatch:
    """The loading bay."""

    factory: Factory
    packing: Packing
    waiting: list[Pallet] = field(default_factory=list)
    shipped: list[Shipped] = field(default_factory=list)
    served: int = 0

    def morning(self, day: int) -> None:
        """Load what was released yesterday, customer by customer."""
        plot = self.factory.plot
        if day == plot.repacking_day + 2:
            self._repack(day, plot.repacking_day)
        loads: dict[str, list[Pallet]] = defaultdict(list)
        for pallet in [pallet for pallet in self.waiting if pallet.day <= day - 2]:
            if not self._stays(day, pallet):
                loads[self._next_customer()].append(pallet)
                self.waiting.remove(pallet)
        for number, (customer, pallets) in enumerate(loads.items()):
            self._load(day, number, customer, pallets)

    def bulk(self, day: int, milk: str, litres: int) -> None:
        """Send what the yoghurt does not need to the tea kitchen, by tanker."""
        at, label = self.factory.about(day, 16, 0), self.factory.plan.label(day)
        self.factory.diary.note(
            Kind.SHIP, at, "milk", customer=ref(_BULK), subjects=(scan(milk, amount(litres, "LTR")),),
            place=ref("PAST"),
            references=self._papers(f"{label}-90", _BULK, ("PAST-MILK", litres, "LTR")),
        )  # fmt: skip

    def _load(self, day: int, number: int, customer: str, pallets: list[Pallet]) -> None:
        at = self.factory.about(day, 6, 20) + timedelta(minutes=17 * number)
        lines = [line for pallet in pallets for line in pallet.pieces()]
        self.factory.diary.note(
            Kind.SHIP, at, "store", customer=ref(customer), place=ref("COLD"),
            subjects=tuple(scan(pallet.code) for pallet in pallets),
            references=self._papers(f"{self.factory.plan.label(day)}-{number + 1:02d}", customer, *lines),
        )  # fmt: skip
        self.shipped += [Shipped(pallet, customer, at) for pallet in pallets]

    def _papers(
        self, number: str, customer: str, *lines: tuple[str, int, str]
    ) -> tuple[Reference, ...]:
        title = f"销售 {names('customers')[customer]}"
        order = self.factory.ordered(f"SO-{number}", title, OrderKind.SALES, customer, *lines)
        return Reference("sales_order", order), Reference("waybill", f"YD-{number}")

    def _next_customer(self) -> str:
        """Serve customers in turn, now and then one twice running."""
        self.served += self.factory.rng.choice((0, 1, 1, 1, 2))
        customers = [code for code in codes("customers") if code != _BULK]
        return customers[self.served % len(customers)]

    def _stays(self, day: int, pallet: Pallet) -> bool:
        """Some wait a day; of the story's last lot, one pallet is still there at the end."""
        plot = self.factory.plot
        if pallet.day == plot.last_day_of_use:
            last = [other for other in self.waiting if other.day == pallet.day]
            return last[-1] is pallet or self._is_last_blue(pallet, last)
        return pallet.day == day - 2 and self.factory.rng.randrange(5) == 0

    def _is_last_blue(self, pallet: Pallet, others: list[Pallet]) -> bool:
        blue = [p for p in others if any(c.filled.yoghurt.letters == "LM" for c in p.cases)]
        return bool(blue) and blue[-1] is pallet

    def _repack(self, day: int, packed: int) -> None:
        """Take part of a blueberry pallet down for a second customer."""
        pallet = next(
            p for p in self.waiting if p.day == packed and p.cases[0].filled.yoghurt.letters == "LM"
        )
        at, taken = self.factory.about(day, 5, 40), pallet.cases[-_REPACKED:]
        self.factory.diary.note(
            Kind.UNPACK, at, "store", unit=scan(pallet.code).lot, to_place=ref("COLD"),
            subjects=tuple(scan(case.code) for case in taken), note="拆托分货",
        )  # fmt: skip
        pallet.cases = pallet.cases[:-_REPACKED]
        again = self.packing.stack(
            packed, taken, at + timedelta(minutes=11), place="COLD", note="拆托后重新码托"
        )
        self.waiting.insert(self.waiting.index(pallet) + 1, again)
