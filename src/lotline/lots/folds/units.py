"""Where logistic units stand over time, and what stay of a unit holds what was packed when.

A unit stands at a place, inside another unit, or in a shipment; a lot is inside it on [pack, unpack)
(GENEALOGY R6). A unit that has left and is packed at a new place, moved or shipped again, though
nobody recorded its return, begins a new *stay*: what left before is still with the customer
(DECISIONS 15). The first stay has the unit's own id. An
assembled product that holds its parts is a unit in this sense. Folds are in the order of R2; one unit
can be folded again alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID, uuid5

from lotline.lots.events import Holder, HolderKind, Kind
from lotline.lots.folds.around import UNPLACED, Shipment, Stand
from lotline.lots.folds.shipment import holder_of, shipment_named
from lotline.lots.folds.standing import Told, Way, told
from lotline.lots.folds.step import Order, Step


class Turn(NamedTuple):
    """From this moment on a stay stands there."""

    key: Order
    holder: Holder


class Units:
    """Every logistic unit over time: fold steps in, in order, and ask for any moment."""

    def __init__(self) -> None:
        """Begin with no unit known."""
        self._stays: dict[UUID, list[tuple[Order, Holder]]] = {}
        self._turns: dict[UUID, list[Turn]] = {}
        self._inside: dict[UUID, dict[UUID, None]] = {}
        self.shipments: dict[UUID, Shipment] = {}

    def apply(self, step: Step, only: UUID | None = None) -> list[UUID]:
        """Fold a step, or what it says of one unit; give the stays that stand elsewhere now."""
        if step.kind is Kind.SHIP:
            shipment = shipment_named(step)
            self.shipments[holder_of(shipment).id] = shipment
        moved: list[UUID] = []
        for said in told(step):
            if only is None or said.unit == only:
                moved.extend(self._hear(step, said))
        return moved

    def forget(self, unit: UUID) -> None:
        """Drop all that is known of a unit, to fold it again with `apply(step, only=unit)`."""
        for _, stay in self._stays.pop(unit, ()):
            for turn in self._turns.pop(stay.id, ()):
                self._inside.get(turn.holder.id, {}).pop(stay.id, None)

    def restore(self, unit: UUID, stay: UUID, turns: Iterable[Turn]) -> None:
        """Take up what was stored of one stay of a unit; a unit's stays in the order they began."""
        known = list(turns)
        if known:
            self._stays.setdefault(unit, []).append((known[0].key, Holder(HolderKind.UNIT, stay)))
            self._turns[stay] = known
            for turn in known:
                self._note(turn.holder, stay)

    def rows(self, unit: UUID) -> Iterator[tuple[UUID, Turn]]:
        """Give what is to be stored of a unit: each stay with where it stood from when on."""
        for _, stay in self._stays.get(unit, ()):
            for turn in self._turns.get(stay.id, ()):
                yield stay.id, turn

    def stay(self, unit: UUID, key: Order) -> Holder:
        """Give the holder of what is inside a unit at that moment."""
        stays = self._stays.get(unit)
        if not stays:
            return Holder(HolderKind.UNIT, unit)
        at = bisect_right(stays, key, key=_key_of)
        return stays[max(at - 1, 0)][1]

    def stand(self, stay: UUID, key: Order) -> Stand:
        """Give where a stay stands at that moment, however deep it is inside others."""
        since = key
        seen: set[UUID] = set()
        turn = self._turn(stay, key)
        while turn is not None and stay not in seen:
            since = turn.key if not seen else max(since, turn.key)
            if turn.holder.kind is not HolderKind.UNIT:
                return Stand(turn.holder, since)
            seen.add(stay)
            stay = turn.holder.id
            turn = self._turn(stay, key)
        return Stand(UNPLACED, since)

    def shipment(self, holder: UUID) -> Shipment:
        """Give the shipment of that id."""
        return self.shipments.get(holder, _UNKNOWN)

    def within(self, stay: UUID, key: Order) -> Iterator[UUID]:
        """Give a stay and all the stays inside it at that moment, to any depth."""
        seen, todo = {stay}, [stay]
        while todo:
            outer = todo.pop()
            yield outer
            for inner in self._inside.get(outer, ()):
                turn = self._turn(inner, key)
                if inner not in seen and turn is not None and turn.holder.id == outer:
                    seen.add(inner)
                    todo.append(inner)

    def _hear(self, step: Step, said: Told) -> Iterator[UUID]:
        """Turn the stay that is meant, if it stands elsewhere now."""
        stay = self._meant(step, said)
        top = self.stand(stay, step.key).holder
        holder = said.holder or (said.perhaps if stay not in self._turns else None)
        if holder is None or (said.way in _STAYING and self._is_inside(stay, step.key)):
            return
        if top.kind is HolderKind.SHIPMENT and said.way is Way.SEEN:
            return
        if top.kind is HolderKind.SHIPMENT and said.way is not Way.BACK:
            stay = uuid5(said.unit, str(step.event))
            self._stays[said.unit].append((step.key, Holder(HolderKind.UNIT, stay)))
        if holder.kind is HolderKind.UNIT:
            holder = self.stay(holder.id, step.key)
        self._stays.setdefault(said.unit, [(step.key, Holder(HolderKind.UNIT, stay))])
        before = self._turn(stay, step.key)
        if before is None or before.holder != holder:
            self._turns.setdefault(stay, []).append(Turn(step.key, holder))
            self._note(holder, stay)
            yield stay

    def _meant(self, step: Step, said: Told) -> UUID:
        """Give the stay that came back: the newest that is out where the return is from."""
        current = self.stay(said.unit, step.key).id
        if said.way is not Way.BACK:
            return current
        asked = shipment_named(step)
        for _, stay in reversed(self._stays.get(said.unit, ())):
            top = self.stand(stay.id, step.key).holder
            if top.kind is HolderKind.SHIPMENT and self.shipment(top.id).matches(asked):
                return stay.id
        return current

    def _is_inside(self, stay: UUID, key: Order) -> bool:
        """Say whether it is inside another unit that is here."""
        turn = self._turn(stay, key)
        inside = turn is not None and turn.holder.kind is HolderKind.UNIT
        return inside and self.stand(stay, key).holder.kind is HolderKind.PLACE

    def _turn(self, stay: UUID, key: Order) -> Turn | None:
        turns = self._turns.get(stay)
        if not turns:
            return None
        at = len(turns) if turns[-1].key <= key else bisect_right(turns, key, key=_key_of)
        return turns[at - 1] if at else None

    def _note(self, holder: Holder, stay: UUID) -> None:
        if holder.kind is HolderKind.UNIT:
            self._inside.setdefault(holder.id, {})[stay] = None


def _key_of(row: Turn | tuple[Order, Holder]) -> Order:
    return row[0]


_UNKNOWN = Shipment()
_STAYING = frozenset({Way.PACKED, Way.SEEN})
