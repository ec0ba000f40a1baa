"""HTTP of genealogy: a lot's trace, its picture, its table."""

from typing import Annotated, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from lotline.access.kinds import guard
from lotline.access.records import Actor
from lotline.genealogy import queries
from lotline.genealogy.export import trace_csv
from lotline.genealogy.wire import Direction, TraceShown
from lotline.genealogy.wire_graph import GraphShown

router = Router(tags=["trace"])
Groups = Annotated[str, Query(max_length=40_000, description="ids of groups, comma between")]


@router.get(
    "/lots/{lot}/trace", response=TraceShown, operation_id="trace_lot", **guard("trace.read")
)
def trace_lot(request: HttpRequest, lot: UUID, direction: Direction = "both") -> TraceShown:
    """Trace a lot or logistic unit back, forward or both ways, without any bound."""
    return TraceShown.of(queries.trace(_actor(request), lot, direction), _actor(request))


@router.get(
    "/lots/{lot}/graph", response=GraphShown, operation_id="draw_lot", **guard("trace.read")
)
def draw_lot(
    request: HttpRequest, lot: UUID, direction: Direction = "both", expand: Groups = ""
) -> GraphShown:
    """Draw the trace of a lot or logistic unit."""
    groups = frozenset(expand.split(",")) - {""}
    return GraphShown.of(queries.graph(_actor(request), lot, direction, groups), _actor(request))


@router.get("/lots/{lot}/trace/export", operation_id="export_trace", **guard("trace.read"))
def export_trace(request: HttpRequest, lot: UUID, direction: Direction = "both") -> HttpResponse:
    """Give the trace of a lot as a CSV table, one row a lot."""
    actor = _actor(request)
    found = queries.trace(actor, lot, direction)
    return HttpResponse(
        trace_csv(found, actor.language),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="trace-{lot}-{direction}.csv"'},
    )


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
