"""A lot as it stands, for whoever decides about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from lotline.lots.events import (
    Birth,
    Holder,
    HolderKind,
    Line,
    ObjectKind,
    Quality,
    TraceEvent,
)
from lotline.lots.events.postings import postings


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
class ObjectState:
    """An object as it stands at this moment, read under its lock when something is decided."""

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

    @classmethod
    def newborn(cls, lot: UUID, birth: Birth) -> "ObjectState":
        """Give the state of an object that is just coming into being."""
        return cls(
            lot, birth.object_kind, birth.code, birth.product, birth.unit, birth.supplier,
            birth.supplier_lot, birth.good_until, origin=birth.origin,
        )  # fmt: skip

    def after(self, event: TraceEvent) -> "ObjectState":
        """Give the state once an event of this moment has happened to it."""
        balances = dict(self.balances)
        for posting in postings(event):
            if posting.object == self.id:
                balances[posting.holder] = balances.get(posting.holder, Decimal(0)) + posting.delta
        state = replace(self, balances=balances, quality=event.verdict or self.quality)
        for line in event.lines:
            if line.object == self.id:
                state = _moved(state, line)
        return state

    @property
    def total(self) -> Decimal:
        """Give all of it, wherever it lies."""
        return sum(self.balances.values(), Decimal(0))


def _moved(state: ObjectState, line: Line) -> ObjectState:
    if line.target is None or line.quantity is not None:
        return state
    if line.target.kind is HolderKind.UNIT:
        return replace(state, container=line.target.id, place=None)
    return replace(state, container=None, place=line.target.id)


def total_of(balances: Iterable[Decimal]) -> Decimal:
    """Add up quantities of one unit."""
    return sum(balances, Decimal(0))
