"""HTTP of pieces of equipment."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Equipment, EquipmentDraft, Page, TankModel
from lotline.masterdata.routes.common import (
    Asked,
    Id,
    MasterBody,
    MasterShown,
    OfList,
    Text,
    Version,
    actor_of,
    change,
)

router = Router(tags=["masters"])


class EquipmentBody(MasterBody):
    """A machine, line or vessel; `tank_model` says how a tank mixes."""

    kind: Text = ""
    location: Id | None = None
    tank_model: Annotated[TankModel, OfList] | None = None

    def draft(self) -> EquipmentDraft:
        """Give it in the room's own words."""
        return EquipmentDraft(**self.model_dump(exclude={"version"}))


class EquipmentChange(EquipmentBody):
    """A piece of equipment as it shall be, and the version it was read with."""

    version: Version


class EquipmentShown(MasterShown):
    """A piece of equipment."""

    kind: str
    location: UUID | None
    tank_model: TankModel | None


class EquipmentPage(Schema):
    """Some pieces of equipment, and where to go on."""

    items: list[EquipmentShown]
    next: str | None


@router.get(
    "/equipment", response=EquipmentPage, operation_id="list_equipment", **guard("masters.read")
)
def list_equipment(request: HttpRequest, asked: Query[Asked]) -> Page[Equipment]:
    """List pieces of equipment."""
    return queries.list_equipment(actor_of(request), asked.listing())


@router.post(
    "/equipment",
    response={201: EquipmentShown},
    operation_id="create_equipment",
    **guard("masters.write"),
)
def create_equipment(request: HttpRequest, payload: EquipmentBody) -> Status[Equipment]:
    """Write down a new piece of equipment."""
    return Status(201, operations.save_equipment(actor_of(request), payload.draft()))


@router.get(
    "/equipment/{id}",
    response=EquipmentShown,
    operation_id="read_equipment",
    **guard("masters.read"),
)
def read_equipment(request: HttpRequest, id: UUID) -> Equipment:
    """Show one piece of equipment."""
    return queries.read_equipment(actor_of(request), id)


@router.put(
    "/equipment/{id}",
    response=EquipmentShown,
    operation_id="update_equipment",
    **guard("masters.write"),
)
def update_equipment(request: HttpRequest, id: UUID, payload: EquipmentChange) -> Equipment:
    """Change a piece of equipment that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_equipment(actor_of(request), payload.draft(), changed)
