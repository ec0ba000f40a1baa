"""The JSON shapes of the blast radius and of what explains a trace."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field

from lotline.access.kinds import Body
from lotline.access.records import Actor
from lotline.genealogy.records import Narrowing, Scope, ScopeQuestion
from lotline.genealogy.wire import TraceNamed, TraceQuantity, TraceReason, TraceRef, TraceRow
from lotline.kernel.decimals import parse_decimal

Text = Annotated[str, Field(min_length=1, max_length=200)]


class NarrowBody(Body):
    """Conditions on the events through which suspicion spread; all that are given must hold."""

    starts: AwareDatetime | None = None
    ends: AwareDatetime | None = None
    equipment: UUID | None = None
    operator: Text | None = None
    supplier: UUID | None = None
    place: UUID | None = None
    kde: Text | None = None
    below: Text | None = None
    above: Text | None = None


class ScopeBody(Body):
    """The suspect lots, since when, and how to read the records."""

    lots: Annotated[list[UUID], Field(min_length=1, max_length=1000)]
    since: AwareDatetime | None = None
    plain: bool = False
    recorded: AwareDatetime | None = None
    happened: AwareDatetime | None = None
    narrow: NarrowBody | None = None

    def question(self) -> ScopeQuestion:
        """Give the question that is asked."""
        narrowing = _narrowing(self.narrow) if self.narrow else None
        lots = tuple(dict.fromkeys(self.lots))
        return ScopeQuestion(lots, self.since, self.plain, self.recorded, self.happened, narrowing)


def _narrowing(body: NarrowBody) -> Narrowing | None:
    found = Narrowing(
        body.starts, body.ends, body.equipment, body.operator, body.supplier, body.place, body.kde,
        _number(body.below, "below"), _number(body.above, "above"),
    )  # fmt: skip
    return found if found != Narrowing() else None


def _number(text: str | None, name: str) -> Decimal | None:
    return None if text is None else parse_decimal(text, f"/narrow/{name}")


class WhereaboutsShown(Schema):
    """One line of an account."""

    bucket: str
    quantity: TraceQuantity
    affected: TraceQuantity
    suspect: list[TraceQuantity]
    place: TraceNamed | None
    customer: TraceNamed | None
    supplier: TraceNamed | None
    order: str | None
    waybill: str | None
    unit: TraceRef | None
    lot: TraceRef | None
    reason: str | None


class InflowShown(Schema):
    """What came into a lot."""

    origin: str
    quantity: TraceQuantity


class LotAccountShown(Schema):
    """The account of one lot."""

    row: TraceRow
    inflows: list[InflowShown]
    lines: list[WhereaboutsShown]
    residual: TraceQuantity
    share: str | None
    possible: bool
    arrival: datetime | None
    is_suspect: bool


class FatePartShown(Schema):
    """How much of the suspect quantity ended in a bucket."""

    bucket: str
    quantity: TraceQuantity
    percent: str


class FateShown(Schema):
    """Where the suspect quantity of one dimension is."""

    dimension: str
    suspect: TraceQuantity
    parts: list[FatePartShown]
    residual: TraceQuantity


class CustomerReachShown(Schema):
    """What one customer got on one order and waybill."""

    customer: TraceNamed
    order: str | None
    waybill: str | None
    lots: list[TraceRef]
    affected: list[TraceQuantity]
    suspect: list[TraceQuantity]
    spared: list[TraceQuantity]


class PlaceReachShown(Schema):
    """What lies at one place."""

    place: TraceNamed
    bucket: str
    lots: list[TraceRef]
    affected: list[TraceQuantity]
    suspect: list[TraceQuantity]


class SavingShown(Schema):
    """What narrowing spares."""

    lots_before: int
    lots_after: int
    affected_before: list[TraceQuantity]
    affected_after: list[TraceQuantity]
    customers_before: int
    customers_after: int


class ScopeShown(Schema):
    """The blast radius of suspect lots."""

    suspects: list[TraceRef]
    complete: bool
    exact: bool
    reasons: list[TraceReason]
    lots: int
    possible: int
    plain_more: int
    affected: list[TraceQuantity]
    fates: list[FateShown]
    accounts: list[LotAccountShown]
    customers: list[CustomerReachShown]
    places: list[PlaceReachShown]
    units: list[TraceRef]
    saving: SavingShown | None
    took_ms: int

    @classmethod
    def of(cls, scope: Scope, actor: Actor) -> "ScopeShown":
        """Show a blast radius in the reader's language."""
        reasons = [TraceReason.of(reason, actor.language) for reason in scope.reasons]
        plain: dict[str, Any] = {
            name: getattr(scope, name) for name in cls.model_fields if name != "reasons"
        }
        return cls.model_validate({**plain, "reasons": reasons}, from_attributes=True)


class FacetShown(Schema):
    """One value that a scope can be narrowed to."""

    value: str
    label: str
    lots: int


class ParameterFacetShown(Schema):
    """A key data element measured on events of the scope."""

    kde: str
    label: str
    unit: str | None
    lowest: str | None
    highest: str | None
    outside: int
    lots: int


class ScopeFacetsShown(Schema):
    """Everything that a scope can be narrowed by."""

    starts: datetime | None
    ends: datetime | None
    equipment: list[FacetShown]
    operators: list[FacetShown]
    suppliers: list[FacetShown]
    places: list[FacetShown]
    parameters: list[ParameterFacetShown]


class HopShown(Schema):
    """One step of the path that explains why a lot is in an answer."""

    lot: TraceRef
    event_id: UUID
    kind: str
    event_time: datetime
    place: str | None
    quantity: TraceQuantity | None
    certainty: str
    to: TraceRef


class WhyShown(Schema):
    """One path from the lot that was asked about to another, with its events."""

    start: TraceRef
    goal: TraceRef
    direction: str
    possible: bool
    hops: list[HopShown]


class ShareShown(Schema):
    """How much of one lot is in another."""

    lot: TraceRef
    contribution: list[TraceQuantity]
    share: str | None
    approximate: bool


class SharesShown(Schema):
    """What a lot is made of, and how much of it is in what came of it."""

    start: TraceRef
    dimension: str | None
    unknown: str | None
    backward: list[ShareShown]
    forward: list[ShareShown]
    complete: bool
    exact: bool
    reasons: list[TraceReason]
