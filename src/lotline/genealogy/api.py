"""HTTP of genealogy: a lot's trace, its picture, its table, its reasons and its blast radius."""

from typing import Annotated, Any, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from lotline.access.kinds import guard
from lotline.access.records import Actor
from lotline.genealogy import queries
from lotline.genealogy.export import trace_csv
from lotline.genealogy.export_scope import scope_csv
from lotline.genealogy.wire import Direction, TraceReason, TraceShown
from lotline.genealogy.wire_asof import AsOfQuery
from lotline.genealogy.wire_graph import GraphShown
from lotline.genealogy.wire_scope import (
    ScopeBody,
    ScopeFacetsShown,
    ScopeShown,
    SharesShown,
    WhyShown,
)

router = Router(tags=["trace"])
Groups = Annotated[str, Query(max_length=40_000, description="ids of groups, comma between")]


@router.get(
    "/lots/{lot}/trace", response=TraceShown, operation_id="trace_lot", **guard("trace.read")
)
def trace_lot(
    request: HttpRequest, lot: UUID, as_of: Query[AsOfQuery], direction: Direction = "both"
) -> TraceShown:
    """Trace a lot or logistic unit back, forward or both ways, without any bound."""
    actor = _actor(request)
    return TraceShown.of(queries.trace(actor, lot, direction, as_of.as_of()), actor)


@router.get(
    "/lots/{lot}/graph", response=GraphShown, operation_id="draw_lot", **guard("trace.read")
)
def draw_lot(
    request: HttpRequest,
    lot: UUID,
    as_of: Query[AsOfQuery],
    direction: Direction = "both",
    expand: Groups = "",
) -> GraphShown:
    """Draw the trace of a lot or logistic unit."""
    actor, groups = _actor(request), frozenset(expand.split(",")) - {""}
    return GraphShown.of(queries.graph(actor, lot, direction, groups, as_of.as_of()), actor)


@router.get("/lots/{lot}/trace/export", operation_id="export_trace", **guard("trace.read"))
def export_trace(
    request: HttpRequest, lot: UUID, as_of: Query[AsOfQuery], direction: Direction = "both"
) -> HttpResponse:
    """Give the trace of a lot as a CSV table, one row a lot."""
    actor = _actor(request)
    found = queries.trace(actor, lot, direction, as_of.as_of())
    return _table(trace_csv(found, actor.language), f"trace-{lot}-{direction}.csv")


@router.get(
    "/lots/{lot}/trace/why", response=WhyShown, operation_id="explain_trace", **guard("trace.read")
)
def explain_trace(request: HttpRequest, lot: UUID, goal: UUID, as_of: Query[AsOfQuery]) -> Any:
    """Explain why another lot is in the trace of a lot: one path with its events."""
    return queries.why(_actor(request), lot, goal, as_of.as_of())


@router.get(
    "/lots/{lot}/shares", response=SharesShown, operation_id="share_lot", **guard("trace.read")
)
def share_lot(request: HttpRequest, lot: UUID, as_of: Query[AsOfQuery]) -> dict[str, Any]:
    """Tell what a lot is made of, and how much of it is in what came of it."""
    actor = _actor(request)
    found = queries.shares(actor, lot, as_of.as_of())
    names = ("start", "dimension", "unknown", "backward", "forward", "complete", "exact")
    reasons = [TraceReason.of(reason, actor.language) for reason in found.reasons]
    return {**{name: getattr(found, name) for name in names}, "reasons": reasons}


@router.post("/scope", response=ScopeShown, operation_id="scope_lots", **guard("trace.read"))
def scope_lots(request: HttpRequest, body: ScopeBody) -> ScopeShown:
    """Tell what suspect lots have become, where all of it is now, and who has it."""
    actor = _actor(request)
    return ScopeShown.of(queries.scope(actor, body.question()), actor)


@router.post(
    "/scope/facets", response=ScopeFacetsShown, operation_id="scope_facets", **guard("trace.read")
)
def scope_facets(request: HttpRequest, body: ScopeBody) -> Any:
    """Tell what a blast radius can be narrowed by."""
    return queries.scope_facets(_actor(request), body.question())


@router.post("/scope/export", operation_id="export_scope", **guard("trace.read"))
def export_scope(request: HttpRequest, body: ScopeBody) -> HttpResponse:
    """Give a blast radius as a CSV table, one row for each lot at each place or customer."""
    actor = _actor(request)
    found = queries.scope(actor, body.question())
    return _table(scope_csv(found, actor.language), "scope.csv")


def _table(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
