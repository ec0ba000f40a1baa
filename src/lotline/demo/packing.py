"""Packing: cups into cases of 48, cases onto pallets of 15, pallets into the cold store."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from lotline.demo.factory import Factory
from lotline.demo.filling import RUN, Filled
from lotline.demo.wording import amount, new_unit, ref, scan
from lotline.lots.events import Kind

CUPS_A_CASE: Final = 48
CASES_A_PALLET: Final = 15
_RETAINED: Final = 6
_MIXED: Final = "混装托盘"


@dataclass(frozen=True, slots=True)
class Case:
    """A case by its number, with what is in it."""

    code: str
    filled: Filled


@dataclass(slots=True)
class Pallet:
    """A pallet by its number, with its cases and the day it was packed."""

    code: str
    cases: list[Case]
    day: int

    def pieces(self) -> tuple[tuple[str, int, str], ...]:
        """Give how many cups of which product stand on it."""
        products = dict.fromkeys(case.filled.yoghurt.product for case in self.cases)
        return tuple((product, CUPS_A_CASE * self._count(product), "C62") for product in products)

    def _count(self, product: str) -> int:
        return sum(case.filled.yoghurt.product == product for case in self.cases)


@dataclass(slots=True)
class Packing:
    """The end of the line."""

    factory: Factory
    serial: int = 0
    counted: dict[str, int] = field(default_factory=dict)

    def pack(self, day: int, filled: list[Filled]) -> list[Pallet]:
        """Pack the lots of a day and bring everything into the cold store; give the pallets."""
        pallets, rest = [], []
        for lot in filled:
            cases = self._cases(lot)
            mixing = day % 4 == 2
            whole = cases[:CASES_A_PALLET]
            pallets.append(self.stack(day, whole, lot.began + RUN))
            if mixing:
                rest.append(cases[CASES_A_PALLET:])
            else:
                at = lot.began + RUN + timedelta(minutes=3)
                pallets.append(self.stack(day, cases[CASES_A_PALLET:], at))
        pallets += self._mixed(day, rest)
        self._put_away(day, filled, pallets)
        return pallets

    def stack(
        self, day: int, cases: list[Case], at: datetime, place: str = "FILL", note: str = ""
    ) -> Pallet:
        """Stack cases on a new pallet."""
        code, unit = new_unit(self._next(), 1)
        self.factory.diary.note(
            Kind.PACK, at, "store", unit=unit, subjects=tuple(scan(case.code) for case in cases),
            place=ref(place), note=note,
        )  # fmt: skip
        return Pallet(code, cases, day)

    def _cases(self, filled: Filled) -> list[Case]:
        count = (filled.cups - _RETAINED) // CUPS_A_CASE
        pace = (RUN - timedelta(minutes=14)) / count
        cases, cups = [], amount(CUPS_A_CASE, "C62")
        for number in range(count):
            code, unit = new_unit(self._next(), 0)
            self.factory.diary.note(
                Kind.PACK, filled.began + timedelta(minutes=10) + pace * number, "filling", unit=unit,
                subjects=(scan(filled.lot, cups, place="FILL"),), place=ref("FILL"),
                equipment=(ref("CM-1"),),
            )  # fmt: skip
            cases.append(Case(code, filled))
        return cases

    def _mixed(self, day: int, rest: list[list[Case]]) -> list[Pallet]:
        pallets = []
        for number in range(3 if rest else 0):
            cases = [case for lot in rest for case in lot[number * 5 : number * 5 + 5]]
            pallets.append(self.stack(day, cases, self.factory.about(day, 14, 25), note=_MIXED))
        return pallets

    def _put_away(self, day: int, filled: list[Filled], pallets: list[Pallet]) -> None:
        for number, pallet in enumerate(pallets):
            at = self.factory.about(day, 15, number * 3, 2)
            self.factory.diary.note(
                Kind.MOVE, at, "store", subjects=(scan(pallet.code),), place=ref("FILL"),
                to_place=ref("COLD"),
            )  # fmt: skip
        for lot in filled:
            packed = (lot.cups - _RETAINED) // CUPS_A_CASE * CUPS_A_CASE
            retained = scan(lot.lot, amount(lot.cups - packed, "C62"), place="FILL")
            self.factory.diary.note(
                Kind.MOVE, self.factory.about(day, 15, 30), "laboratory", subjects=(retained,),
                place=ref("FILL"), to_place=ref("LAB"), note="留样",
            )  # fmt: skip

    def _next(self) -> int:
        self.serial += 1
        return self.serial
