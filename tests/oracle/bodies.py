"""Lots, shipments and tank layers as bodies that carry amounts (R8, R9, R10)."""

from dataclasses import dataclass, field
from fractions import Fraction

from .history import Happening
from .measures import NOTHING, Amounts, add, part

Holder = tuple[str, str]
"""("place", code) or ("unit", sscc)."""
Shipping = tuple[str, str, str, str]
"""Customer, order, waybill, and the logistic unit that directly held the goods (or "")."""


@dataclass
class Entry:
    """One bucket of a lot's account, in base units."""

    quantity: Fraction = NOTHING
    affected: Fraction = NOTHING
    amounts: Amounts = field(default_factory=dict)

    def book(self, quantity: Fraction, affected: Fraction, amounts: Amounts) -> None:
        """Add what came into the bucket."""
        self.quantity += quantity
        self.affected += affected
        add(self.amounts, amounts)


@dataclass
class Shipment:
    """What left to one customer, order, waybill (and unit) of one lot: a body of its own."""

    quantity: Fraction = NOTHING
    affected: Fraction = NOTHING
    amounts: Amounts = field(default_factory=dict)

    def load(self, quantity: Fraction, affected: bool, amounts: Amounts) -> None:
        """Let more leave with it."""
        self.quantity += quantity
        self.affected += quantity if affected else NOTHING
        add(self.amounts, amounts)

    def give_back(self, quantity: Fraction) -> Amounts:
        """Take goods back, the unaffected first; give what they carry."""
        share = part(self.amounts, quantity / self.quantity)
        add(self.amounts, part(share, Fraction(-1)))
        self.quantity -= quantity
        self.affected = min(self.affected, self.quantity)
        return share


@dataclass
class Layer:
    """What one fill (or a gain of unknown origin: no lot) left in a tank."""

    lot: str | None
    fill: int | None
    quantity: Fraction
    amounts: Amounts
    affected: bool
    unexplained: bool = False


@dataclass
class Lot:
    """One homogeneous body on hand, wherever it lies, with what left it and its account."""

    code: str
    unit: str
    held: dict[Holder, Fraction] = field(default_factory=dict)
    amounts: Amounts = field(default_factory=dict)
    shipped: dict[Shipping, Shipment] = field(default_factory=dict)
    entered: Fraction = NOTHING
    entered_amounts: Amounts = field(default_factory=dict)
    ins: dict[str, Fraction] = field(default_factory=dict)
    outs: dict[tuple[str, str], Entry] = field(default_factory=dict)

    @property
    def on_hand(self) -> Fraction:
        """Give the quantity of the body on hand."""
        return sum(self.held.values(), NOTHING)

    def put(self, holder: Holder, quantity: Fraction) -> None:
        """Raise (or lower) what lies at one place or in one unit."""
        left = self.held.get(holder, NOTHING) + quantity
        if left < 0:
            raise AssertionError(f"{self.code} below zero at {holder}")
        self.held[holder] = left
        if not left:
            del self.held[holder]

    def account(self, bucket: str, key: str) -> Entry:
        """Give one bucket of the account."""
        return self.outs.setdefault((bucket, key), Entry())


@dataclass(frozen=True)
class Hop:
    """Matter of `source` goes in and matter of `target` comes out (R7)."""

    source: str
    target: str
    enters: Happening
    leaves: Happening
    certain: bool = True

    @property
    def events(self) -> set[str]:
        """Give the events that a reader must see to see the hop."""
        return {self.enters.id, self.leaves.id}
