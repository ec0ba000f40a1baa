"""Every step folded into lots and units: what each line booked, and what crossed with a unit."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, TypeGuard
from uuid import UUID

from lotline.lots.events import Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import PlaceKind, Plant, Shipment, Stand
from lotline.lots.folds.expand import Inside, lines_meant
from lotline.lots.folds.flow import Booking, End
from lotline.lots.folds.lot import apply
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order, Part, Step
from lotline.lots.folds.units import Units


class Crossing(NamedTuple):
    """A lot that left, or came back, inside a logistic unit: no line names it.

    `before` and `after` are shipments; None is on hand.
    """

    lot: UUID
    stay: Holder
    amount: int
    before: UUID | None
    after: UUID | None


class Told(NamedTuple):
    """A step with its lines as they are meant, what each booked, and the lots in units it names."""

    step: Step
    lines: tuple[tuple[Part, Booking], ...]
    crossings: tuple[Crossing, ...]
    inside: frozenset[UUID]

    @property
    def lots(self) -> set[UUID]:
        """Give every lot that the step is about."""
        named = {p.object for p, _ in self.lines if p.object and p.object_kind is not _UNIT}
        return named | self.inside


@dataclass(slots=True)
class Fold:
    """All lots and units after a run of steps; it is what the fold of each lot asks around."""

    plant: Plant
    units: Units = field(default_factory=Units)
    states: dict[UUID, LotState] = field(default_factory=lambda: defaultdict(LotState))
    own_unit: dict[UUID, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    ghosts: dict[UUID, frozenset[UUID]] = field(default_factory=dict)
    held: dict[tuple[UUID, UUID], datetime | None] = field(default_factory=dict)
    unit_of: dict[UUID, UUID] = field(default_factory=dict)
    empty: list[tuple[UUID, UUID]] = field(default_factory=list)
    _contents: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    _out: dict[UUID, UUID | None] = field(default_factory=dict)

    def place_code(self, place: UUID) -> str:
        """Give the code by which places are taken in order."""
        return self.plant.place_code(place)

    def place_kind(self, place: UUID) -> PlaceKind:
        """Give what lying there means."""
        return self.plant.place_kind(place)

    def stay(self, unit: UUID, key: Order) -> Holder:
        """Give the holder of what is inside a unit at that moment."""
        return self.units.stay(unit, key)

    def stand(self, unit: UUID, key: Order) -> Stand:
        """Give where a stay of a unit stands at that moment."""
        return self.units.stand(unit, key)

    def shipment(self, holder: UUID) -> Shipment:
        """Give the shipment of that id."""
        return self.units.shipment(holder)

    def shipped(self, stay: UUID, key: Order) -> UUID | None:
        """Give the shipment that a stay has left with, None while it is on hand."""
        top = self.units.stand(stay, key).holder
        return top.id if top.kind is HolderKind.SHIPMENT else None

    def tell(self, step: Step) -> None:
        """Fold one step."""
        moved = self.units.apply(step)
        crossings = tuple(self._cross(step, moved)) if moved else ()
        inside = self.inside(step)
        self._look_at_units(step)
        meant = lines_meant(step, lambda unit, deep: self._within(step, unit, deep))
        lines = tuple((part, self._book(step, part)) for part in meant)
        self.told.append(Told(step, lines, crossings, inside))

    def inside(self, step: Step) -> frozenset[UUID]:
        """Give the lots inside the units that a step is about, unless it names what it means."""
        named = [p for p in step.parts if p.object_kind is _UNIT and p.object is not None]
        if step.kind in _PACKING and len(step.parts) > 1:
            named = [part for part in named if part.role is Role.CONTENT]
        return frozenset(
            found.lot for part in named for found in self._within(step, part.object, True)
        )

    def _look_at_units(self, step: Step) -> None:
        """Note whose stay each unit's is, and which units are shipped with nothing known inside."""
        for part in step.parts:
            if part.object is None or part.object_kind not in _HOLDING:
                continue
            self.unit_of[self.units.stay(part.object, step.key).id] = part.object
            shipped = step.kind is Kind.SHIP and part.object_kind is _UNIT
            if shipped and not self._within(step, part.object, True):
                self.empty.append((step.event, part.object))

    def _book(self, step: Step, part: Part) -> Booking:
        if part.object is None:
            return Booking()
        unit = part.unit or (_PIECE if part.object_kind is ObjectKind.ITEM else None)
        if unit is not None:
            self.own_unit.setdefault(part.object, unit)
        state = self.states[part.object]
        booking = apply(state, step, part, self)
        for flow in booking.flows:
            if _is_unit(flow.origin):
                self._hold(step, part.object, state, flow.origin, came=False)
            if _is_unit(flow.destination):
                self._hold(step, part.object, state, flow.destination, came=True)
        return booking

    def _hold(self, step: Step, lot: UUID, state: LotState, stay: Holder, *, came: bool) -> None:
        """Note what a unit holds, and until when it held it here or was packed after it had left."""
        out = self._out.setdefault(stay.id, self.shipped(stay.id, step.key))
        is_in = stay in state.balances
        (self._contents[stay.id].add if is_in else self._contents[stay.id].discard)(lot)
        if came or not out:
            self.held[lot, stay.id] = None if is_in and not out else step.until

    def _cross(self, step: Step, moved: Iterable[UUID]) -> Iterator[Crossing]:
        for stay in {inner for outer in moved for inner in self.units.within(outer, step.key)}:
            before, after = self._out.get(stay), self.shipped(stay, step.key)
            self._out[stay] = after
            if before == after:
                continue
            holder = Holder(HolderKind.UNIT, stay)
            for lot in sorted(self._contents.get(stay, ())):
                self.held[lot, stay] = step.until if after else None
                yield Crossing(lot, holder, self.states[lot].balances[holder], before, after)

    def _within(self, step: Step, unit: UUID | None, deep: bool) -> list[Inside]:
        if unit is None:
            return []
        stay = self.units.stay(unit, step.key).id
        found = []
        for inner in self.units.within(stay, step.key) if deep else [stay]:
            holder = Holder(HolderKind.UNIT, inner)
            for lot in sorted(self._contents.get(inner, ())):
                amount = self.states[lot].balances[holder]
                found.append(Inside(lot, holder, amount, self.own_unit.get(lot)))
        return found


def fold(steps: Iterable[Step], plant: Plant, ghosts: Iterable[Step] = ()) -> Fold:
    """Fold steps given in order; of `ghosts` only the lots they were about are noted."""
    done = Fold(plant)
    waiting = sorted(ghosts, key=lambda step: step.key, reverse=True)
    for step in steps:
        while waiting and waiting[-1].key <= step.key:
            _note(done, waiting.pop())
        done.tell(step)
    for ghost in reversed(waiting):
        _note(done, ghost)
    return done


def _is_unit(end: End) -> TypeGuard[Holder]:
    return isinstance(end, Holder) and end.kind is HolderKind.UNIT


def _note(done: Fold, ghost: Step) -> None:
    named = {p.object for p in ghost.parts if p.object and p.object_kind is not _UNIT}
    done.ghosts[ghost.event] = done.inside(ghost) | named


_UNIT = ObjectKind.LOGISTIC_UNIT
_HOLDING = frozenset({ObjectKind.LOGISTIC_UNIT, ObjectKind.ITEM})
_PIECE = "H87"
_PACKING = frozenset({Kind.PACK, Kind.UNPACK})
