"""A lot's present: how much of it lies where, as one fold of its flows; pure and reversible."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.amount import amount_of, decimal_of
from lotline.lots.folds.flow import Booking, Flow
from lotline.lots.folds.step import Order


class LotState:
    """How much of a lot each holder has, and when each shipment of it was opened.

    Holders that have nothing are left out. A tank is no holder here: what was filled in belongs to
    the tank's own fold.
    """

    __slots__ = ("balances", "opened")

    def __init__(self) -> None:
        """Begin with a lot that nobody has."""
        self.balances: dict[Holder, int] = {}
        self.opened: dict[Holder, Order] = {}

    @classmethod
    def restore(
        cls, balances: Mapping[Holder, Decimal], opened: Mapping[Holder, Order]
    ) -> "LotState":
        """Take up a state that was stored: quantities by holder, and the keys of its shipments."""
        state = cls()
        state.balances = {
            holder: amount_of(quantity) for holder, quantity in balances.items() if quantity
        }
        state.opened = dict(opened)
        return state

    def quantities(self) -> dict[Holder, Decimal]:
        """Give the state as quantities, to be stored."""
        return {holder: decimal_of(amount) for holder, amount in self.balances.items()}

    def book(self, flows: Iterable[Flow], key: Order) -> None:
        """Let flows happen, at their place in the fold."""
        for origin, destination, amount in flows:
            if type(origin) is Holder:
                self._add(origin, -amount)
            if type(destination) is Holder:
                self._add(destination, amount)
                if destination.kind is HolderKind.SHIPMENT:
                    self.opened.setdefault(destination, key)

    def rewind(self, bookings: Iterable[Booking], key: Order) -> None:
        """Undo the bookings of one step, the newest step first; the flows of a step in any order."""
        for booking in bookings:
            for origin, destination, amount in booking.flows:
                if isinstance(origin, Holder):
                    self._add(origin, amount)
                if isinstance(destination, Holder):
                    self._add(destination, -amount)
                    if self.opened.get(destination) == key:
                        del self.opened[destination]

    def total(self) -> int:
        """Give all of it that is somewhere."""
        return sum(self.balances.values())

    def _add(self, holder: Holder, amount: int) -> None:
        if holder.kind is HolderKind.TANK:
            return
        left = self.balances.get(holder, 0) + amount
        if left:
            self.balances[holder] = left
        else:
            self.balances.pop(holder, None)
