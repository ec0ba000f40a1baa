"""HTTP of characteristics."""

from typing import Annotated, Any, Final
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Characteristic, CharacteristicDraft, CharacteristicKind, Page
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
    number,
)

router = Router(tags=["masters"])
LIMITS: Final = ("lower", "target", "upper")


class AskedOfProduct(Asked):
    """Which part of the list is wanted, of one product or of all."""

    product: UUID | None = None


class CharacteristicBody(MasterBody):
    """What is checked on a product; an empty code is made of product code and kde."""

    code: Text = ""
    product: Id
    kde: Text
    kind: Annotated[CharacteristicKind, OfList] = CharacteristicKind.MEASURED
    unit: Text | None = None
    lower: NumberText | None = None
    target: NumberText | None = None
    upper: NumberText | None = None
    expected: Text = ""

    def draft(self) -> CharacteristicDraft:
        """Give it in the room's own words."""
        limits: dict[str, Any] = {name: number(getattr(self, name), f"/{name}") for name in LIMITS}
        values = self.model_dump(exclude={"version", *LIMITS})
        return CharacteristicDraft(**values, **limits)


class CharacteristicChange(CharacteristicBody):
    """A characteristic as it shall be, and the version it was read with."""

    version: Version


class CharacteristicShown(MasterShown):
    """A characteristic."""

    product: UUID
    kde: str
    kind: CharacteristicKind
    unit: str | None
    lower: Number | None
    target: Number | None
    upper: Number | None
    expected: str


class CharacteristicPage(Schema):
    """Some characteristics, and where to go on."""

    items: list[CharacteristicShown]
    next: str | None


@router.get(
    "/characteristics",
    response=CharacteristicPage,
    operation_id="list_characteristics",
    **guard("masters.read"),
)
def list_characteristics(
    request: HttpRequest, asked: Query[AskedOfProduct]
) -> Page[Characteristic]:
    """List characteristics."""
    return queries.list_characteristics(actor_of(request), asked.listing(), asked.product)


@router.post(
    "/characteristics",
    response={201: CharacteristicShown},
    operation_id="create_characteristic",
    **guard("masters.write"),
)
def create_characteristic(
    request: HttpRequest, payload: CharacteristicBody
) -> Status[Characteristic]:
    """Write down a new characteristic."""
    return Status(201, operations.save_characteristic(actor_of(request), payload.draft()))


@router.get(
    "/characteristics/{id}",
    response=CharacteristicShown,
    operation_id="read_characteristic",
    **guard("masters.read"),
)
def read_characteristic(request: HttpRequest, id: UUID) -> Characteristic:
    """Show one characteristic."""
    return queries.read_characteristic(actor_of(request), id)


@router.put(
    "/characteristics/{id}",
    response=CharacteristicShown,
    operation_id="update_characteristic",
    **guard("masters.write"),
)
def update_characteristic(
    request: HttpRequest, id: UUID, payload: CharacteristicChange
) -> Characteristic:
    """Change a characteristic that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_characteristic(actor_of(request), payload.draft(), changed)
