"""JSON shapes of lots and events that this room and those above it answer with."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema


class QuantityShown(Schema):
    """A quantity in its unit, as text so that no digit is lost."""

    value: str
    unit: str


class NamedShown(Schema):
    """A product or company."""

    id: UUID
    code: str
    name: str


class LotRefShown(Schema):
    """A lot as others mention it."""

    id: UUID
    kind: str
    code: str
    product: str | None


class LotRowShown(Schema):
    """A lot as lists show it; `quantity` is what is on hand at places of ours."""

    id: UUID
    kind: str
    code: str
    product: NamedShown | None
    quantity: QuantityShown | None
    made: QuantityShown | None
    quality: str
    on_hold: bool
    expired: bool
    good_until: datetime | None
    expires_on: date | None
    supplier: NamedShown | None
    supplier_lot: str | None
    first_event_time: datetime
    last_event_time: datetime
    place: str | None
    origin: str


class MeasurementShown(Schema):
    """A reading with the limits that held when it was taken."""

    kde: str
    name: str
    value: str
    unit: str | None
    lsl: str | None
    target: str | None
    usl: str | None
    within: bool | None


class ReferenceShown(Schema):
    """A document or case that an event belongs to."""

    type: str
    id: str


class EventRowShown(Schema):
    """An event as lists show it; role and quantity are those of the lot that was asked about."""

    id: UUID
    kind: str
    event_time: datetime
    record_time: datetime
    place: str | None
    equipment: list[str]
    operator: str | None
    actor: str
    channel: str
    mode: str
    flags: list[str]
    role: str | None
    quantity: QuantityShown | None
    counterparties: list[LotRefShown]
    counterparty_count: int
    customer: str | None
    measurements: list[MeasurementShown]
    verdict: str | None
    note: str
    references: list[ReferenceShown]
    hold_reason: str | None
    supplier: str | None
    tank: str | None
    reason: str | None
    corrects: UUID | None
    replaces: UUID | None
    voided_by: UUID | None
