"""The JSON shapes of traces and their pictures."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema

from lotline.access.records import Actor
from lotline.genealogy.records import Reason, Trace, TraceLot, ref_of
from lotline.kernel.messages import Language, text

Direction = Literal["back", "forward", "both"]


class TraceQuantity(Schema):
    """A quantity in its unit, as text so that no digit is lost."""

    value: str
    unit: str


class TraceNamed(Schema):
    """A product or company."""

    id: UUID
    code: str
    name: str


class TraceRef(Schema):
    """A lot as others mention it."""

    id: UUID
    kind: str
    code: str
    product: str | None


class TraceReason(Schema):
    """Why an answer is not complete or not exact, in words, and on which lots it sits."""

    code: str
    message: str
    lots: list[TraceRef]
    count: int

    @classmethod
    def of(cls, reason: Reason, language: Language) -> "TraceReason":
        """Put a reason into the reader's words."""
        lots = [TraceRef.model_validate(lot, from_attributes=True) for lot in reason.lots]
        message = text(f"trace.{reason.code}", language)
        return cls(code=reason.code, message=message, lots=lots, count=reason.count)


class TraceRow(Schema):
    """A lot as lists show it."""

    id: UUID
    kind: str
    code: str
    product: TraceNamed | None
    quantity: TraceQuantity | None
    made: TraceQuantity | None
    quality: str
    on_hold: bool
    expired: bool
    good_until: datetime | None
    expires_on: date | None
    supplier: TraceNamed | None
    supplier_lot: str | None
    first_event_time: datetime
    last_event_time: datetime
    place: str | None
    origin: str


class TraceLotShown(TraceRow):
    """A lot of the answer, with how many steps away it is and on which side."""

    distance: int
    direction: Literal["back", "forward"]
    possible: bool
    plain_only: bool
    arrival: datetime | None

    @classmethod
    def of(cls, found: TraceLot) -> "TraceLotShown":
        """Show a lot of the answer."""
        row = TraceRow.model_validate(found.row, from_attributes=True)
        return cls(
            **dict(row), distance=found.distance, direction=found.direction,
            possible=found.possible, plain_only=found.plain_only, arrival=found.arrival,
        )  # fmt: skip


class TraceCustomer(Schema):
    """What a customer got."""

    party: TraceNamed
    quantity: list[TraceQuantity]
    orders: list[str]
    waybills: list[str]
    lots: int


class TraceSupplier(Schema):
    """What a supplier delivered."""

    party: TraceNamed
    quantity: list[TraceQuantity]
    lots: int


class TraceShown(Schema):
    """A trace; `complete` and `exact` say how far it can be trusted, `reasons` why not further."""

    start: TraceRef
    direction: Direction
    complete: bool
    exact: bool
    reasons: list[TraceReason]
    lots: list[TraceLotShown]
    units: list[TraceLotShown]
    customers: list[TraceCustomer]
    suppliers: list[TraceSupplier]
    events: int
    plain_more: int
    possible: int
    took_ms: int

    @classmethod
    def of(cls, trace: Trace, actor: Actor) -> "TraceShown":
        """Show a trace in the reader's language."""
        return cls(
            start=TraceRef.model_validate(ref_of(trace.start), from_attributes=True),
            direction=trace.direction,
            complete=trace.complete,
            exact=trace.exact,
            reasons=[TraceReason.of(reason, actor.language) for reason in trace.reasons],
            lots=[TraceLotShown.of(found) for found in trace.lots],
            units=[TraceLotShown.of(found) for found in trace.units],
            customers=[
                TraceCustomer.model_validate(c, from_attributes=True) for c in trace.customers
            ],
            suppliers=[
                TraceSupplier.model_validate(s, from_attributes=True) for s in trace.suppliers
            ],
            events=trace.events,
            plain_more=trace.plain_more,
            possible=trace.possible,
            took_ms=trace.took_ms,
        )
