"""The trace of a lot or logistic unit: who and what, how far, who got it, and how sure that is."""

from collections.abc import Iterable
from time import perf_counter
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.objects import kinds_of, lot_rows
from lotline.genealogy.queries.parties import customers, suppliers
from lotline.genealogy.queries.walk import walk_from
from lotline.genealogy.records import NOW, AsOf, Direction, Reason, Trace, TraceLot, Way, ref_of
from lotline.genealogy.rules.found import Walk
from lotline.genealogy.rules.reasons import in_order, is_complete, is_exact
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import NotFound
from lotline.lots.events import ObjectKind
from lotline.lots.records import LotRef, LotRow


def trace(actor: Actor, start: UUID, direction: Direction = "both", as_of: AsOf = NOW) -> Trace:
    """Trace a lot or logistic unit back to its materials, forward to its customers, or both."""
    access.require(actor, "trace.read")
    began = perf_counter()
    walk, rows = walk_and_rows(actor, start, direction, as_of)
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
        plain_more=walk.plain_more,
        possible=len(walk.possible & walk.lots),
    )


def walk_and_rows(
    actor: Actor, start: UUID, direction: Direction, as_of: AsOf
) -> tuple[Walk, dict[UUID, LotRow]]:
    """Walk from a start that must exist and look up all that was found."""
    kind = kinds_of([start]).get(start)
    if kind is None:
        raise NotFound("lot.not_found")
    walk = walk_from(start, kind, direction, as_of)
    ids = {start} | walk.lots | walk.units
    return walk, lot_rows(ids, actor.language, SystemClock().now())


def reasons_of(walk: Walk, rows: dict[UUID, LotRow]) -> tuple[Reason, ...]:
    """Give the reasons that sit on the answer, with the lots they sit on in order of code."""
    return tuple(Reason(code, refs_of(walk.reasons[code], rows)) for code in in_order(walk.reasons))


def refs_of(lots: Iterable[UUID], rows: dict[UUID, LotRow]) -> tuple[LotRef, ...]:
    """Mention lots, in order of code."""
    found = (ref_of(rows[lot]) for lot in lots if lot in rows)
    return tuple(sorted(found, key=lambda ref: (ref.code, ref.id)))


def elapsed(began: float) -> int:
    """Give the milliseconds since a moment."""
    return round((perf_counter() - began) * 1000)


def _traced(walk: Walk, rows: dict[UUID, LotRow]) -> list[TraceLot]:
    sides: tuple[tuple[Way, dict[UUID, int]], ...] = (
        ("back", walk.back | walk.inner),
        ("forward", walk.forward | walk.outer),
    )
    found = [
        _traced_lot(walk, rows[lot], distance, way)
        for way, levels in sides
        for lot, distance in levels.items()
    ]
    return sorted(found, key=lambda t: (t.direction, t.distance, t.row.code, t.row.id))


def _traced_lot(walk: Walk, row: LotRow, distance: int, way: Way) -> TraceLot:
    arrival = walk.arrival.get(row.id) if way == "forward" else None
    return TraceLot(row, distance, way, row.id in walk.possible, row.id in walk.plain_only, arrival)
