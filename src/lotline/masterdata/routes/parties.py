"""HTTP of parties."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import Page, Party, PartyDraft
from lotline.masterdata.routes.common import (
    Asked,
    MasterBody,
    MasterShown,
    Text,
    Version,
    actor_of,
    change,
)

router = Router(tags=["masters"])


class PartyBody(MasterBody):
    """A company or a part of one, with what it is to us."""

    supplier: bool = False
    customer: bool = False
    carrier: bool = False
    own: bool = False
    gln: Text | None = None

    def draft(self) -> PartyDraft:
        """Give it in the room's own words."""
        return PartyDraft(**self.model_dump(exclude={"version"}))


class PartyChange(PartyBody):
    """A party as it shall be, and the version it was read with."""

    version: Version


class PartyShown(MasterShown):
    """A party."""

    supplier: bool
    customer: bool
    carrier: bool
    own: bool
    gln: str | None


class PartyPage(Schema):
    """Some parties, and where to go on."""

    items: list[PartyShown]
    next: str | None


@router.get("/parties", response=PartyPage, operation_id="list_parties", **guard("masters.read"))
def list_parties(request: HttpRequest, asked: Query[Asked]) -> Page[Party]:
    """List parties."""
    return queries.list_parties(actor_of(request), asked.listing())


@router.post(
    "/parties", response={201: PartyShown}, operation_id="create_party", **guard("masters.write")
)
def create_party(request: HttpRequest, payload: PartyBody) -> Status[Party]:
    """Write down a new party."""
    return Status(201, operations.save_party(actor_of(request), payload.draft()))


@router.get(
    "/parties/{id}", response=PartyShown, operation_id="read_party", **guard("masters.read")
)
def read_party(request: HttpRequest, id: UUID) -> Party:
    """Show one party."""
    return queries.read_party(actor_of(request), id)


@router.put(
    "/parties/{id}", response=PartyShown, operation_id="update_party", **guard("masters.write")
)
def update_party(request: HttpRequest, id: UUID, payload: PartyChange) -> Party:
    """Change a party that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_party(actor_of(request), payload.draft(), changed)
