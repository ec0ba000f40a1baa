"""HTTP of searching, lots and events."""

from typing import Annotated, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router

from lotline.access.kinds import guard
from lotline.access.records import Actor, Page
from lotline.lots import queries
from lotline.lots.records import EventRow, EventVerification, Hits, LotRow
from lotline.lots.wire import HitsShown, LotDetailShown, LotPage, LotsAsked
from lotline.lots.wire_common import Cursor, Limit
from lotline.lots.wire_events import (
    EventDetailShown,
    EventPage,
    EventsAsked,
    EventVerificationShown,
)

router = Router(tags=["lots"])


@router.get("/search", response=HitsShown, operation_id="search", **guard("lots.read"))
def get_hits(
    request: HttpRequest,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Hits:
    """Find lots, units, documents, products and parties by what is typed or scanned."""
    return queries.search(_actor(request), q, limit)


@router.get("/lots", response=LotPage, operation_id="list_lots", **guard("lots.read"))
def get_lots(request: HttpRequest, asked: Query[LotsAsked]) -> Page[LotRow]:
    """List lots, supplier lots or units."""
    return queries.list_lots(_actor(request), asked.chosen(), asked.sort, asked.limit, asked.cursor)


@router.get("/lots/{lot}", response=LotDetailShown, operation_id="read_lot", **guard("lots.read"))
def get_lot(request: HttpRequest, lot: UUID) -> LotDetailShown:
    """Show a lot's present."""
    return LotDetailShown.of(queries.lot(_actor(request), lot))


@router.get(
    "/lots/{lot}/events",
    response=EventPage,
    operation_id="list_lot_events",
    **guard("events.read"),
)
def get_lot_events(
    request: HttpRequest, lot: UUID, limit: Limit = 50, cursor: Cursor = None
) -> Page[EventRow]:
    """List what happened to a lot, newest first."""
    return queries.lot_events(_actor(request), lot, limit, cursor)


@router.get("/events", response=EventPage, operation_id="list_events", **guard("events.read"))
def get_events(request: HttpRequest, asked: Query[EventsAsked]) -> Page[EventRow]:
    """List the events recorded last."""
    return queries.recent_events(_actor(request), **asked.model_dump())


@router.get(
    "/events/{event}",
    response=EventDetailShown,
    by_alias=True,
    operation_id="read_event",
    **guard("events.read"),
)
def get_event(request: HttpRequest, event: UUID) -> EventDetailShown:
    """Show one event in full."""
    return EventDetailShown.of(queries.event(_actor(request), event))


@router.get(
    "/events/{event}/verify",
    response=EventVerificationShown,
    operation_id="verify_event",
    **guard("events.verify"),
)
def get_verification(request: HttpRequest, event: UUID) -> EventVerification:
    """Check that an event is as it was written."""
    return queries.verify_event(_actor(request), event)


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
