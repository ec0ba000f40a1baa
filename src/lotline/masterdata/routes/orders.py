"""HTTP of orders."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import Body, guard
from lotline.kernel.decimals import parse_decimal
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Order, OrderDraft, OrderKind, OrderLine, OrderStatus, Page
from lotline.masterdata.routes.common import (
    Asked,
    Id,
    MasterBody,
    MasterShown,
    Number,
    NumberText,
    OfList,
    Text,
    Version,
    actor_of,
    change,
)

router = Router(tags=["masters"])


class Amount(Body):
    """How much, in a UN/CEFACT unit."""

    value: NumberText
    unit: Text


class AmountShown(Schema):
    """How much."""

    value: Number
    unit: str


class OrderLineBody(Body):
    """One product of an order and how much of it."""

    product: Id
    quantity: Amount

    def line(self, place: int) -> OrderLine:
        """Give it in the room's own words; `place` is its place in the order."""
        value = parse_decimal(self.quantity.value, f"/lines/{place}/quantity/value")
        return OrderLine(self.product, value, self.quantity.unit)


class OrderLineShown(Schema):
    """One product of an order and how much of it."""

    product: UUID
    quantity: AmountShown

    @staticmethod
    def resolve_quantity(line: OrderLine) -> AmountShown:
        """Put value and unit side by side."""
        return AmountShown(value=line.quantity, unit=line.unit)


class OrderBody(MasterBody):
    """A purchase, sales or work order."""

    kind: Annotated[OrderKind, OfList]
    party: Id | None = None
    lines: list[OrderLineBody] = []
    status: Annotated[OrderStatus, OfList] = OrderStatus.OPEN

    def draft(self) -> OrderDraft:
        """Give it in the room's own words."""
        values = self.model_dump(exclude={"version", "lines"})
        lines = tuple(line.line(place) for place, line in enumerate(self.lines))
        return OrderDraft(**values, lines=lines)


class OrderChange(OrderBody):
    """An order as it shall be, and the version it was read with."""

    version: Version


class OrderShown(MasterShown):
    """An order."""

    kind: OrderKind
    party: UUID | None
    lines: list[OrderLineShown]
    status: OrderStatus


class OrderPage(Schema):
    """Some orders, and where to go on."""

    items: list[OrderShown]
    next: str | None


@router.get("/orders", response=OrderPage, operation_id="list_orders", **guard("masters.read"))
def list_orders(request: HttpRequest, asked: Query[Asked]) -> Page[Order]:
    """List orders."""
    return queries.list_orders(actor_of(request), asked.listing())


@router.post(
    "/orders", response={201: OrderShown}, operation_id="create_order", **guard("masters.write")
)
def create_order(request: HttpRequest, payload: OrderBody) -> Status[Order]:
    """Write down a new order."""
    return Status(201, operations.save_order(actor_of(request), payload.draft()))


@router.get("/orders/{id}", response=OrderShown, operation_id="read_order", **guard("masters.read"))
def read_order(request: HttpRequest, id: UUID) -> Order:
    """Show one order."""
    return queries.read_order(actor_of(request), id)


@router.put(
    "/orders/{id}", response=OrderShown, operation_id="update_order", **guard("masters.write")
)
def update_order(request: HttpRequest, id: UUID, payload: OrderChange) -> Order:
    """Change an order that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_order(actor_of(request), payload.draft(), changed)
