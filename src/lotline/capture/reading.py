"""HTTP of reading at the door: refused attempts and the overview."""

from datetime import date, datetime
from typing import Annotated, Any, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema

from lotline.access.kinds import guard
from lotline.access.records import Actor, Page
from lotline.capture import queries
from lotline.capture.queries.attempts import AttemptRow
from lotline.capture.queries.overview import Overview
from lotline.lots.kinds import EventRowShown, LotRefShown

router = Router(tags=["capture"])


class AttemptErrorShown(Schema):
    """One reason, at one place of the body."""

    pointer: str
    code: str
    message: str


class AttemptShown(Schema):
    """A refused command with its reasons."""

    id: UUID
    at: datetime
    actor: str
    channel: str
    kind: str
    codes: list[str]
    errors: list[AttemptErrorShown]
    body: dict[str, Any]


class AttemptPage(Schema):
    """Some refused attempts, and where to go on."""

    items: list[AttemptShown]
    next: str | None


class ComplaintShown(Schema):
    """A complaint with the event and the lot that it is about."""

    reference: str
    event_id: UUID
    event_time: datetime
    lot: LotRefShown | None
    note: str

    @staticmethod
    def resolve_event_id(mention: Any) -> UUID:
        """Name the event by its id."""
        return cast(UUID, mention.event)


class LatencyShown(Schema):
    """How long events of a kind took to be recorded, in seconds; `late` is over a day."""

    kind: str
    n: int
    mean_s: int
    max_s: int
    late: int


class DayShown(Schema):
    """What happened on a day."""

    date: date
    received: int
    made: int
    shipped: int


class OverviewShown(Schema):
    """The plant at a glance."""

    lots_in_stock: int
    open_holds: int
    events_today: int
    refused_today: int
    near_expiry: int
    complaints: list[ComplaintShown]
    recent: list[EventRowShown]
    latency: list[LatencyShown]
    days: list[DayShown]
    simulated: bool


@router.get(
    "/attempts", response=AttemptPage, operation_id="list_attempts", **guard("attempts.read")
)
def get_attempts(
    request: HttpRequest,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
) -> Page[AttemptRow]:
    """List what the gate refused, newest first."""
    return queries.list_attempts(_actor(request), limit, cursor)


@router.get("/overview", response=OverviewShown, operation_id="read_overview", **guard("lots.read"))
def get_overview(request: HttpRequest) -> Overview:
    """Show how the plant stands at a glance."""
    return queries.overview(_actor(request))


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
