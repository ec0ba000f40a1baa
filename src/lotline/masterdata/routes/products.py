"""HTTP of products."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Page, Product, ProductDraft, ProductKind
from lotline.masterdata.routes.common import (
    Asked,
    MasterBody,
    MasterShown,
    Number,
    NumberText,
    OfList,
    Text,
    Version,
    actor_of,
    change,
    number,
)

router = Router(tags=["masters"])


class ProductBody(MasterBody):
    """A product; `pieces_factor` is how many kilograms one piece weighs."""

    kind: Annotated[ProductKind, OfList]
    stock_unit: Text
    gtin: Text | None = None
    shelf_life_days: int | None = None
    pieces_factor: NumberText | None = None

    def draft(self) -> ProductDraft:
        """Give it in the room's own words."""
        values = self.model_dump(exclude={"version", "pieces_factor"})
        factor = number(self.pieces_factor, "/pieces_factor")
        return ProductDraft(**values, pieces_factor=factor)


class ProductChange(ProductBody):
    """A product as it shall be, and the version it was read with."""

    version: Version


class ProductShown(MasterShown):
    """A product."""

    kind: ProductKind
    stock_unit: str
    gtin: str | None
    shelf_life_days: int | None
    pieces_factor: Number | None


class ProductPage(Schema):
    """Some products, and where to go on."""

    items: list[ProductShown]
    next: str | None


@router.get(
    "/products", response=ProductPage, operation_id="list_products", **guard("masters.read")
)
def list_products(request: HttpRequest, asked: Query[Asked]) -> Page[Product]:
    """List products."""
    return queries.list_products(actor_of(request), asked.listing())


@router.post(
    "/products",
    response={201: ProductShown},
    operation_id="create_product",
    **guard("masters.write"),
)
def create_product(request: HttpRequest, payload: ProductBody) -> Status[Product]:
    """Write down a new product."""
    return Status(201, operations.save_product(actor_of(request), payload.draft()))


@router.get(
    "/products/{id}", response=ProductShown, operation_id="read_product", **guard("masters.read")
)
def read_product(request: HttpRequest, id: UUID) -> Product:
    """Show one product."""
    return queries.read_product(actor_of(request), id)


@router.put(
    "/products/{id}", response=ProductShown, operation_id="update_product", **guard("masters.write")
)
def update_product(request: HttpRequest, id: UUID, payload: ProductChange) -> Product:
    """Change a product that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_product(actor_of(request), payload.draft(), changed)
