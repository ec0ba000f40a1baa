"""A true plant: what really lies where, what really went into what, and in which parts.

It shares no code with the naive program: bodies are kept as quantities by *origin* (a received
lot, or "?" for matter that nobody knows the origin of), ancestors as a set that only grows.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

Parts = dict[tuple[str, str], Fraction]
"""(origin, dimension) to base quantity."""
START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
BASE = {"mass": "KGM", "volume": "LTR", "count": "H87"}
SMALL = {"mass": "GRM", "volume": "MLT"}
PLACES = {
    "WH": "stock",
    "WH2": "stock",
    "LINE": "process",
    "RET": "returns",
    "ROAD": "transit",
    "S2": "stock",
}
UNKNOWN = "?"


def text(quantity: Fraction) -> str:
    """Write a quantity that is known to end within six decimals."""
    scaled = quantity * 10**6
    if scaled.denominator != 1:
        raise ValueError(f"{quantity} has too many decimals")
    return f"{scaled.numerator // 10**6}.{scaled.numerator % 10**6:06d}".rstrip("0").rstrip(".")


def time_text(minute: int) -> str:
    """Write a minute of the plant's clock."""
    return (START + timedelta(minutes=minute)).isoformat().replace("+00:00", "Z")


def pour(into: Parts, parts: Parts) -> None:
    """Add parts to a body."""
    for key, value in parts.items():
        into[key] = into.get(key, Fraction(0)) + value


def scaled(parts: Parts, ratio: Fraction) -> Parts:
    """Give the same part of everything."""
    return {key: value * ratio for key, value in parts.items()}


@dataclass
class TrueLot:
    """One lot as it truly is."""

    code: str
    dimension: str
    own: str
    held: dict[tuple[str, str], Fraction] = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)
    shipped: dict[tuple[str, str, str, str], tuple[Fraction, Parts]] = field(default_factory=dict)
    entered: Parts = field(default_factory=dict)
    ancestors: set[str] = field(default_factory=set)
    made: bool = False

    @property
    def total(self) -> Fraction:
        """Give what is on hand."""
        return sum(self.held.values(), Fraction(0))


@dataclass
class TrueLayer:
    """What one fill left in a tank; with the ancestors of that moment."""

    lot: str
    quantity: Fraction
    parts: Parts
    ancestors: set[str]


@dataclass
class TrueTank:
    """A tank with its dimension and model."""

    model: str
    dimension: str
    layers: list[TrueLayer] = field(default_factory=list)
    campaign: list[TrueLayer] = field(default_factory=list)


@dataclass
class TrueUnit:
    """A logistic unit."""

    parent: str = ""
    place: str = ""
    gone: tuple[str, str, str] | None = None


class TruePlant:
    """The state of the plant and its own diary of events, a minute or more apart."""

    def __init__(self, rng: random.Random) -> None:
        """Begin an empty plant."""
        self.rng = rng
        self.minute = 0
        self.numbers: dict[str, int] = defaultdict(int)
        self.lots: dict[str, TrueLot] = {}
        self.tanks: dict[str, TrueTank] = {}
        self.units: dict[str, TrueUnit] = {}
        self.diary: list[dict[str, Any]] = []

    def name(self, letter: str) -> str:
        """Give the next code of a sort."""
        self.numbers[letter] += 1
        return f"{letter}{self.numbers[letter]}"

    def write(self, kind: str, **said: Any) -> None:
        """Write an event into the diary."""
        self.minute += self.rng.randint(1, 70)
        event = {"id": self.name("e"), "kind": kind, "time": time_text(self.minute)}
        self.diary.append(event | {key: value for key, value in said.items() if value is not None})

    def new_lot(self, letter: str, dimension: str) -> TrueLot:
        """Found a lot; its own unit is the unit of its first line."""
        code = self.name(letter)
        own = BASE[dimension]
        if dimension in SMALL and self.rng.random() < 0.15:
            own = SMALL[dimension]
        self.lots[code] = TrueLot(code, dimension, own)
        return self.lots[code]

    def line(self, lot: TrueLot, quantity: Fraction, place: str | None = None) -> dict[str, Any]:
        """Write a line, now and then in the smaller unit; the first one in the lot's own."""
        unit = lot.own
        if lot.entered and lot.dimension in SMALL and self.rng.random() < 0.15:
            unit = SMALL[lot.dimension]
        factor = 1000 if unit in SMALL.values() else 1
        line = {"lot": lot.code, "quantity": text(quantity * factor), "unit": unit}
        return line | ({"place": place} if place else {})

    def some_of(self, quantity: Fraction, dimension: str) -> Fraction:
        """Choose a part of a quantity, often all of it."""
        if self.rng.random() < 0.35:
            return quantity
        if dimension == "count":
            return Fraction(self.rng.randint(1, max(1, int(quantity))))
        part = Fraction(round(quantity * 100 * Fraction(self.rng.randint(5, 95), 100)), 100)
        return part if 0 < part < quantity else quantity

    def put(self, lot: TrueLot, holder: tuple[str, str], quantity: Fraction, parts: Parts) -> None:
        """Let matter come to a holder."""
        lot.held[holder] = lot.held.get(holder, Fraction(0)) + quantity
        pour(lot.parts, parts)

    def enter(self, lot: TrueLot, place: str, quantity: Fraction, parts: Parts) -> None:
        """Let new matter come into a lot."""
        pour(lot.entered, parts)
        self.put(lot, ("place", place), quantity, parts)

    def take(self, lot: TrueLot, holder: tuple[str, str], quantity: Fraction) -> Parts:
        """Take matter away: the same part of every origin."""
        parts = scaled(lot.parts, quantity / lot.total)
        pour(lot.parts, scaled(parts, Fraction(-1)))
        lot.held[holder] -= quantity
        if not lot.held[holder]:
            del lot.held[holder]
        return parts

    def lying(self, kind: str = "place") -> list[tuple[TrueLot, tuple[str, str]]]:
        """Give every lot with each holder of a kind."""
        return [
            (lot, holder)
            for lot in self.lots.values()
            for holder in sorted(lot.held)
            if holder[0] == kind
        ]

    def inside(self, sscc: str) -> list[str]:
        """Give a unit and those in it."""
        children = sorted(code for code, unit in self.units.items() if unit.parent == sscc)
        return [sscc, *(deep for child in children for deep in self.inside(child))]

    def root(self, sscc: str) -> TrueUnit:
        """Give the outermost unit."""
        unit = self.units[sscc]
        return self.root(unit.parent) if unit.parent else unit

    def truth(self) -> dict[str, Any]:
        """Tell what is true at the end, in each lot's own unit."""
        return {
            "balances": {code: self._balance(lot) for code, lot in self.lots.items()},
            "ancestors": {code: sorted(lot.ancestors) for code, lot in self.lots.items()},
            "composition": {
                code: {
                    f"{origin} {dimension}": str(value)
                    for (origin, dimension), value in sorted(lot.entered.items())
                    if value
                }
                for code, lot in self.lots.items()
            },
            "received_only": sorted(code for code, lot in self.lots.items() if not lot.made),
        }

    def _balance(self, lot: TrueLot) -> dict[str, str]:
        rows: dict[str, Fraction] = defaultdict(Fraction)
        for (kind, where), quantity in lot.held.items():
            rows[where if kind == "place" else f"sscc:{where}"] += quantity
        for key, (quantity, _) in lot.shipped.items():
            rows["ship:" + "/".join(part for part in key if part)] += quantity
        for name, tank in self.tanks.items():
            for layer in tank.layers:
                if layer.lot == lot.code:
                    rows[f"tank:{name}"] += layer.quantity
        factor = 1000 if lot.own in SMALL.values() else 1
        return {key: str(quantity * factor) for key, quantity in sorted(rows.items()) if quantity}
