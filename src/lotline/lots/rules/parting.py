"""Lot parts: how much of a lot at one holder has one quality and one owner (ISA-95 sublots); pure.

A lot is one homogeneous body; its parts are labels on quantities. What leaves or moves takes labels
along: those that the line names, else our own before another owner's, the best quality first. What
comes in is pending and belongs to whoever the event says, else to us.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple
from uuid import UUID

from lotline.lots.events import Holder, HolderKind, Kind, Quality
from lotline.lots.folds.amount import amount_of, decimal_of
from lotline.lots.folds.flow import Flow

OURS: Final = UUID(int=0)
_BEST_FIRST: Final = (
    Quality.CONFORMING, Quality.CONCEDED, Quality.PENDING, Quality.NONCONFORMING,
)  # fmt: skip


class Label(NamedTuple):
    """The quality and owner of a part."""

    quality: Quality
    owner: UUID = OURS


class Said(NamedTuple):
    """What an event and its line say of quality and owner."""

    kind: Kind
    verdict: Quality | None = None
    quality: Quality | None = None
    owner: UUID | None = None
    place: Holder | None = None
    quantity: Decimal | None = None


class Parts:
    """The parts of one lot."""

    __slots__ = ("amounts",)

    def __init__(self, stored: Mapping[tuple[UUID, Label], Decimal] | None = None) -> None:
        """Take up stored parts, or begin with none."""
        self.amounts: dict[tuple[UUID, Label], int] = {
            key: amount_of(quantity) for key, quantity in (stored or {}).items()
        }

    def quantities(self) -> dict[tuple[UUID, Label], Decimal]:
        """Give the parts as quantities, to be stored."""
        return {key: decimal_of(amount) for key, amount in self.amounts.items()}

    def book(self, flows: Iterable[Flow], said: Said) -> None:
        """Let flows carry labels along."""
        fresh = Label(said.quality or Quality.PENDING, said.owner or OURS)
        for origin, destination, amount in flows:
            carried = [(fresh, amount)]
            if isinstance(origin, Holder):
                carried = self._take(origin.id, amount, said)
            if isinstance(destination, Holder) and destination.kind is not HolderKind.TANK:
                for label, part in carried:
                    self._add(destination.id, label, part)

    def judge(self, said: Said) -> None:
        """Let a verdict stand: on what lies at the place it names, else on all of the lot."""
        if said.verdict is None:
            return
        if said.place is None or said.quantity is None:
            for (holder, label), amount in list(self.amounts.items()):
                self._relabel(holder, label, amount, said.verdict)
            return
        left = amount_of(said.quantity)
        for label in self._order(said.place.id, said):
            part = min(left, self.amounts.get((said.place.id, label), 0))
            self._relabel(said.place.id, label, part, said.verdict)
            left -= part

    def _take(self, holder: UUID, amount: int, said: Said) -> list[tuple[Label, int]]:
        carried = []
        for label in self._order(holder, said):
            part = min(amount, self.amounts[holder, label])
            if part:
                self._add(holder, label, -part)
                carried.append((label, part))
                amount -= part
        return [*carried, (Label(Quality.PENDING), amount)] if amount else carried

    def _order(self, holder: UUID, said: Said) -> list[Label]:
        labels = [label for at, label in self.amounts if at == holder]
        return sorted(labels, key=lambda label: _rank(label, said))

    def _relabel(self, holder: UUID, label: Label, amount: int, verdict: Quality) -> None:
        if amount:
            self._add(holder, label, -amount)
            self._add(holder, label._replace(quality=verdict), amount)

    def _add(self, holder: UUID, label: Label, amount: int) -> None:
        left = self.amounts.get((holder, label), 0) + amount
        if left:
            self.amounts[holder, label] = left
        else:
            self.amounts.pop((holder, label), None)


def _rank(label: Label, said: Said) -> tuple[bool, bool, UUID, int]:
    other_quality = said.quality is not None and label.quality is not said.quality
    other_owner = label.owner != (said.owner or OURS)
    return other_owner, other_quality, label.owner, _BEST_FIRST.index(label.quality)
