"""HTTP of places."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Location, LocationDraft, Page, PlaceKind
from lotline.masterdata.routes.common import (
    Asked,
    Id,
    MasterBody,
    MasterShown,
    OfList,
    Version,
    actor_of,
    change,
)

router = Router(tags=["masters"])


class LocationBody(MasterBody):
    """A place where a quantity may lie."""

    kind: Annotated[PlaceKind, OfList] = PlaceKind.STOCK
    site: Id | None = None
    parent: Id | None = None
    tank: bool = False
    party: Id | None = None

    def draft(self) -> LocationDraft:
        """Give it in the room's own words."""
        return LocationDraft(**self.model_dump(exclude={"version"}))


class LocationChange(LocationBody):
    """A place as it shall be, and the version it was read with."""

    version: Version


class LocationShown(MasterShown):
    """A place."""

    kind: PlaceKind
    site: UUID | None
    parent: UUID | None
    tank: bool
    party: UUID | None


class LocationPage(Schema):
    """Some places, and where to go on."""

    items: list[LocationShown]
    next: str | None


@router.get(
    "/locations", response=LocationPage, operation_id="list_locations", **guard("masters.read")
)
def list_locations(request: HttpRequest, asked: Query[Asked]) -> Page[Location]:
    """List places."""
    return queries.list_locations(actor_of(request), asked.listing())


@router.post(
    "/locations",
    response={201: LocationShown},
    operation_id="create_location",
    **guard("masters.write"),
)
def create_location(request: HttpRequest, payload: LocationBody) -> Status[Location]:
    """Write down a new place."""
    return Status(201, operations.save_location(actor_of(request), payload.draft()))


@router.get(
    "/locations/{id}", response=LocationShown, operation_id="read_location", **guard("masters.read")
)
def read_location(request: HttpRequest, id: UUID) -> Location:
    """Show one place."""
    return queries.read_location(actor_of(request), id)


@router.put(
    "/locations/{id}",
    response=LocationShown,
    operation_id="update_location",
    **guard("masters.write"),
)
def update_location(request: HttpRequest, id: UUID, payload: LocationChange) -> Location:
    """Change a place that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_location(actor_of(request), payload.draft(), changed)
