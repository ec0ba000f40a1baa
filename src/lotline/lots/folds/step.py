"""A recorded event as the folds read it: light, ordered, and free of everything they do not need."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from lotline.lots.events import Certainty, Holder, Kind, ObjectKind, Quality, Role

Order = tuple[datetime, datetime, datetime, UUID]


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a step.

    `quantity` is in the object's own unit; None where it is unknown or cannot be converted (then
    `flags` has `unit_mismatch`). It is absolute for `count` and signed for `adjust`.
    `open_source` says that nobody named the place it was taken from: the fold looks for it.
    `quality` and `owner` say which part of the lot is meant.
    """

    number: int
    role: Role
    object: UUID | None = None
    object_kind: ObjectKind = ObjectKind.LOT
    quantity: Decimal | None = None
    unit: str | None = None
    source: Holder | None = None
    target: Holder | None = None
    open_source: bool = False
    certainty: Certainty = Certainty.CERTAIN
    reason: str | None = None
    weight: Decimal | None = None
    flags: frozenset[str] = frozenset()
    quality: Quality | None = None
    owner: UUID | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What happened, when, and in which order it is folded.

    The event happened between `time` and `until` (equal where the time is exact). `tie` is its own
    record time, or that of the event which it replaces (R2). `customer`, `order` and `waybill`
    name a shipment; `supplier` whom goods came from or go back to.
    """

    event: UUID
    kind: Kind
    time: datetime
    until: datetime
    tie: datetime
    recorded: datetime
    parts: tuple[Part, ...]
    link: UUID | None = None
    tank: UUID | None = None
    equipment: tuple[UUID, ...] = ()
    customer: UUID | None = None
    supplier: UUID | None = None
    order: str | None = None
    waybill: str | None = None
    reason: str | None = None
    place: UUID | None = None
    verdict: Quality | None = None
    owner: UUID | None = None

    @property
    def key(self) -> Order:
        """Give its place in the fold: event time, tie, record time, id (GENEALOGY R2)."""
        return self.time, self.tie, self.recorded, self.event


@dataclass(frozen=True, slots=True)
class Declaration:
    """One event declared in error by another, with the events that take its place."""

    declares: UUID
    recorded: datetime
    event: UUID
    reason: str | None = None
    correctives: tuple[UUID, ...] = ()
