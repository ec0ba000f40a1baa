"""HTTP of sites."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from lotline.access.kinds import guard
from lotline.masterdata import operations, queries
from lotline.masterdata.records import DEFAULT_ZONE, Page, Site, SiteDraft
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


class SiteBody(MasterBody):
    """A plant or warehouse of ours; `zone` is an IANA time zone."""

    zone: Text = DEFAULT_ZONE
    gln: Text | None = None

    def draft(self) -> SiteDraft:
        """Give it in the room's own words."""
        return SiteDraft(**self.model_dump(exclude={"version"}))


class SiteChange(SiteBody):
    """A site as it shall be, and the version it was read with."""

    version: Version


class SiteShown(MasterShown):
    """A site."""

    zone: str
    gln: str | None


class SitePage(Schema):
    """Some sites, and where to go on."""

    items: list[SiteShown]
    next: str | None


@router.get("/sites", response=SitePage, operation_id="list_sites", **guard("masters.read"))
def list_sites(request: HttpRequest, asked: Query[Asked]) -> Page[Site]:
    """List sites."""
    return queries.list_sites(actor_of(request), asked.listing())


@router.post(
    "/sites", response={201: SiteShown}, operation_id="create_site", **guard("masters.write")
)
def create_site(request: HttpRequest, payload: SiteBody) -> Status[Site]:
    """Write down a new site."""
    return Status(201, operations.save_site(actor_of(request), payload.draft()))


@router.get("/sites/{id}", response=SiteShown, operation_id="read_site", **guard("masters.read"))
def read_site(request: HttpRequest, id: UUID) -> Site:
    """Show one site."""
    return queries.read_site(actor_of(request), id)


@router.put("/sites/{id}", response=SiteShown, operation_id="update_site", **guard("masters.write"))
def update_site(request: HttpRequest, id: UUID, payload: SiteChange) -> Site:
    """Change a site that nobody else changed meanwhile."""
    changed = change(id, payload.version)
    return operations.save_site(actor_of(request), payload.draft(), changed)
