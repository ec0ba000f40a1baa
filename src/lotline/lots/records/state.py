"""A lot as it stands, for whoever decides about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

from lotline.lots.events import (
    Birth,
    Holder,
    HolderKind,
    Kind,
    Line,
    ObjectKind,
    Quality,
    TraceEvent,
)
from lotline.lots.folds.around import UNPLACED, PlaceKind, Plant, Stand
from lotline.lots.folds.around import Shipment as Shipped
from lotline.lots.folds.lot import apply
from lotline.lots.folds.shipment import shipment_named, shipment_of
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order
from lotline.lots.folds.stepping import step_of


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold that lies on an object now; `inherited_from` where it lies on its supplier lot."""

    hold: UUID
    object: UUID
    reason: str
    note: str
    held_at: datetime
    held_by: str
    inherited_from: UUID | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    """To whom goods left, on which order and waybill; what is known of one `Holder` of that kind."""

    customer: UUID | None
    order: str | None = None
    waybill: str | None = None


_ANYWHERE = Plant()


@dataclass(frozen=True, slots=True)
class ObjectState:
    """An object as it stands at this moment, read under its lock when something is decided.

    `shipments` tells of the holders among `balances` that are shipments; `rejected` is how much of
    what a holder has failed its inspection.
    """

    id: UUID
    kind: ObjectKind
    code: str
    product: UUID | None
    unit: str | None
    supplier: UUID | None = None
    supplier_lot: UUID | None = None
    good_until: datetime | None = None
    quality: Quality = Quality.PENDING
    origin: str = "recorded"
    place: UUID | None = None
    container: UUID | None = None
    last_event_time: datetime | None = None
    balances: Mapping[Holder, Decimal] = field(default_factory=dict)
    holds: tuple[OpenHold, ...] = ()
    shipments: Mapping[UUID, Shipment] = field(default_factory=dict)
    rejected: Mapping[UUID, Decimal] = field(default_factory=dict)

    @classmethod
    def newborn(cls, lot: UUID, birth: Birth) -> "ObjectState":
        """Give the state of an object that is just coming into being."""
        return cls(
            lot, birth.object_kind, birth.code, birth.product, birth.unit, birth.supplier,
            birth.supplier_lot, birth.good_until, origin=birth.origin,
        )  # fmt: skip

    def after(self, event: TraceEvent, plant: Plant = _ANYWHERE) -> "ObjectState":
        """Give the state once an event of this moment has happened to it."""
        present = LotState.restore(self.balances, _opened(self.balances))
        step = step_of(event, event.event_time, event.event_time, {self.id: self.kind})
        here = _Here(plant, self.shipments)
        for part in step.parts:
            if part.object == self.id:
                apply(present, step, part, here)
        shipments = {**self.shipments, shipment_of(step).id: Shipment(*shipment_named(step))}
        state = replace(
            self, balances=present.quantities(), quality=self._judged(event),
            shipments=shipments if event.kind is Kind.SHIP else self.shipments,
        )  # fmt: skip
        for line in event.lines:
            if line.object == self.id:
                state = _moved(state, line)
        return state

    def _judged(self, event: TraceEvent) -> Quality:
        """Give its quality after an event; a verdict on a part leaves that of the lot."""
        own = [line for line in event.lines if line.object == self.id]
        if event.verdict is None or all(line.source and line.quantity for line in own):
            return self.quality
        return event.verdict

    @property
    def total(self) -> Decimal:
        """Give all of it, wherever it lies."""
        return sum(self.balances.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class _Here:
    """The world around one lot at one moment: masters, and the shipments that it knows of."""

    plant: Plant
    shipments: Mapping[UUID, Shipment]

    def place_code(self, place: UUID) -> str:
        return self.plant.place_code(place)

    def place_kind(self, place: UUID) -> PlaceKind:
        return self.plant.place_kind(place)

    def stay(self, unit: UUID, key: Order) -> Holder:
        return Holder(HolderKind.UNIT, unit)

    def stand(self, unit: UUID, key: Order) -> Stand:
        return Stand(UNPLACED, key)

    def shipment(self, holder: UUID) -> Shipped:
        known = self.shipments.get(holder)
        return Shipped(known.customer, known.order, known.waybill) if known else Shipped()


def _opened(balances: Iterable[Holder]) -> dict[Holder, Order]:
    """Shipments as old as each other: which one comes back first is for the stored fold to say."""
    never = datetime.min.replace(tzinfo=UTC)
    return {h: (never, never, never, h.id) for h in balances if h.kind is HolderKind.SHIPMENT}


def _moved(state: ObjectState, line: Line) -> ObjectState:
    if line.target is None or line.quantity is not None:
        return state
    if line.target.kind is HolderKind.UNIT:
        return replace(state, container=line.target.id, place=None)
    return replace(state, container=None, place=line.target.id)


def total_of(balances: Iterable[Decimal]) -> Decimal:
    """Add up quantities of one unit."""
    return sum(balances, Decimal(0))
