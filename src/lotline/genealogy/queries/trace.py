"""The trace of a lot or logistic unit: who and what, how far, who got it, and how sure that is."""

from time import perf_counter
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.objects import kinds_of, lot_rows
from lotline.genealogy.queries.parties import customers, suppliers
from lotline.genealogy.queries.walk import walk_from
from lotline.genealogy.records import Direction, Reason, Trace, TraceLot, Way, ref_of
from lotline.genealogy.rules.found import Walk
from lotline.genealogy.rules.reasons import is_complete, is_exact, reasons
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import NotFound
from lotline.lots.events import ObjectKind
from lotline.lots.records import LotRow


def trace(actor: Actor, start: UUID, direction: Direction = "both") -> Trace:
    """Trace a lot or logistic unit back to its materials, forward to its customers, or both."""
    access.require(actor, "trace.read")
    began = perf_counter()
    walk, rows = walk_and_rows(actor, start, direction)
    found = _traced(walk, rows)
    why = reasons_of(walk, rows)
    codes = [reason.code for reason in why]
    unit = ObjectKind.LOGISTIC_UNIT.value
    return Trace(
        start=rows[start],
        direction=direction,
        complete=is_complete(codes),
        exact=is_exact(codes),
        reasons=why,
        lots=tuple(item for item in found if item.row.kind != unit),
        units=tuple(item for item in found if item.row.kind == unit),
        customers=customers(walk, actor.language),
        suppliers=suppliers(walk, rows) if direction != "forward" else (),
        incidences=walk.incidences,
        events=len({row.event for row in walk.incidences}),
        took_ms=elapsed(began),
    )


def walk_and_rows(
    actor: Actor, start: UUID, direction: Direction
) -> tuple[Walk, dict[UUID, LotRow]]:
    """Walk from a start that must exist and look up all that was found."""
    kind = kinds_of([start]).get(start)
    if kind is None:
        raise NotFound("lot.not_found")
    walk = walk_from(start, kind, direction)
    ids = {start} | walk.lots | walk.units
    return walk, lot_rows(ids, actor.language, SystemClock().now())


def reasons_of(walk: Walk, rows: dict[UUID, LotRow]) -> tuple[Reason, ...]:
    """Give the reasons that sit on the answer, with the lots they sit on in order of code."""
    found = reasons(walk, {lot: row.kind for lot, row in rows.items()})
    return tuple(
        Reason(
            code, tuple(sorted((ref_of(rows[lot]) for lot in lots), key=lambda r: (r.code, r.id)))
        )
        for code, lots in found.items()
    )


def elapsed(began: float) -> int:
    """Give the milliseconds since a moment."""
    return round((perf_counter() - began) * 1000)


def _traced(walk: Walk, rows: dict[UUID, LotRow]) -> list[TraceLot]:
    sides: tuple[tuple[Way, dict[UUID, int]], ...] = (
        ("back", walk.back | walk.inner),
        ("forward", walk.forward | walk.outer),
    )
    found = [
        TraceLot(rows[lot], distance, way)
        for way, levels in sides
        for lot, distance in levels.items()
    ]
    return sorted(found, key=lambda t: (t.direction, t.distance, t.row.code, t.row.id))
