"""The walk behind a trace: lots by reach with time, logistic units by what was inside them and when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from lotline.genealogy.queries.folding import fold_around
from lotline.genealogy.queries.gathering import inside
from lotline.genealogy.queries.objects import kinds_of
from lotline.genealogy.records import AsOf, Direction, Incidence, Stay
from lotline.genealogy.records.flow import Reach
from lotline.genealogy.rules.carrying import Chain, alone, climb, contents, key_of, of_stay
from lotline.genealogy.rules.choosing import rows_of_lots, rows_of_units
from lotline.genealogy.rules.distance import distances
from lotline.genealogy.rules.flow.world import World
from lotline.genealogy.rules.found import Walk
from lotline.genealogy.rules.shipping import direct_shipments, shipments_inside
from lotline.genealogy.rules.telling import incidences_of, packed
from lotline.lots.events import ObjectKind


@dataclass(slots=True)
class _Reached:
    """Lots on one side, with what is to be said of them."""

    lots: set[UUID] = field(default_factory=set)
    possible: set[UUID] = field(default_factory=set)
    plain_only: set[UUID] = field(default_factory=set)
    more: int = 0
    arrival: dict[UUID, datetime] = field(default_factory=dict)


def walk_from(start: UUID, kind: str, direction: Direction, as_of: AsOf) -> Walk:
    """Walk back, forward or both ways from a lot or logistic unit; no actor (internal)."""
    if kind == ObjectKind.LOGISTIC_UNIT.value:
        return _from_unit(start, direction, as_of)
    return _from_lot(start, direction, as_of)


def _from_lot(start: UUID, direction: Direction, as_of: AsOf) -> Walk:
    back, forward = direction != "forward", direction != "back"
    world = fold_around([start], as_of, back=back, forward=forward)
    found = world.trace([start], as_of.since, as_of.until)
    behind = _reached(found.backward, as_of) if back else _Reached()
    ahead = _reached(found.forward, as_of) if forward else _Reached()
    told = incidences_of(world.core)
    sides = (behind.lots | {start} if back else set(), ahead.lots | {start} if forward else set())
    rows = rows_of_lots(told, *sides)
    nearest = distances({start: 0}, rows, "forward") if forward else {}
    stays = packed(world.core) if forward else []
    within = [of_stay(stay) for stay in stays if stay.child in nearest and _is_unit_stay(stay)]
    chains = climb(within, stays)
    outer = _outer(chains, nearest)
    units = rows_of_units(told, outer)
    shipped = direct_shipments(row for row in rows if row.object in nearest)
    shipped += shipments_inside(units, chains)
    return Walk(
        start, False, direction,
        _without(distances({start: 0}, rows, "back") if back else {}, start, behind.lots),
        _without(nearest, start, ahead.lots), {}, outer, (*rows, *units),
        _in_order(chain.last for chain in chains), tuple(shipped),
        frozenset(behind.possible | ahead.possible),
        frozenset(behind.plain_only | ahead.plain_only), behind.more + ahead.more, ahead.arrival,
        _sitting(world, behind.lots | ahead.lots | {start}, found.doubts.reasons),
    )  # fmt: skip


def _from_unit(start: UUID, direction: Direction, as_of: AsOf) -> Walk:
    world = fold_around(inside([start]), as_of, back=direction != "forward", forward=False)
    told, stays = incidences_of(world.core), packed(world.core)
    held = contents(start, stays)
    inner: dict[UUID, int] = {}
    outer: dict[UUID, int] = {}
    behind, back = _Reached(), {}
    reasons: Mapping[str, frozenset[UUID]] = {}
    chains: list[Chain] = []
    shown: list[Stay | None] = []
    rows: list[Incidence] = []
    if direction != "forward":
        inner, lots = _held_by_depth(start, held)
        found = world.trace(lots, None, as_of.until)
        behind = _reached(found.backward, as_of)
        rows = rows_of_lots(told, behind.lots | lots.keys(), set())
        back = {lot: n for lot, n in distances(lots, rows, "back").items() if lot in behind.lots}
        back |= lots
        reasons = _sitting(world, behind.lots | lots.keys(), found.doubts.reasons)
        shown += [chain.first for chain in held]
    if direction != "back":
        chains = climb([alone(start), *held], stays)
        lonely = [chain for chain in chains if chain.first is None]
        outer = {unit: n for unit, n in _nearest(lonely).items() if unit != start}
        shown += [chain.last for chain in lonely]
    units = rows_of_units(told, {start} | inner.keys() | outer.keys())
    return Walk(
        start, True, direction, back, {}, inner, outer, (*rows, *units), _in_order(shown),
        tuple(shipments_inside(units, chains)), frozenset(behind.possible),
        frozenset(behind.plain_only), behind.more, {}, reasons,
    )  # fmt: skip


def _reached(reach: Reach, as_of: AsOf) -> _Reached:
    """Take what a reach found; if times are not trusted, all of plain reach."""
    extra = reach.plain - reach.lots.keys()
    lots = reach.lots.keys() | extra if as_of.plain else set(reach.lots)
    arrival = {lot: at for lot, at in reach.lots.items() if at is not None}
    return _Reached(
        lots, set(reach.possible), set(extra if as_of.plain else ()), len(extra), arrival
    )


def _sitting(
    world: World, answer: set[UUID], told: Mapping[str, frozenset[UUID]]
) -> dict[str, frozenset[UUID]]:
    """Give the reasons that sit on an answer, also on what only plain reach finds."""
    found = {code: lots & answer for code, lots in told.items()}
    for code, sitting in world.core.doubts.items():
        if code not in {"order_ambiguous", "possible_link"}:
            found[code] = found.get(code, frozenset()) | (sitting & answer)
    return {code: lots for code, lots in found.items() if lots}


def _is_unit_stay(stay: Stay) -> bool:
    return stay.unit != stay.child


def _held_by_depth(start: UUID, held: Iterable[Chain]) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Give the units and the lots that were inside, each with its depth."""
    depth: dict[UUID, int] = {}
    for chain in held:
        if chain.first is not None and chain.first.child != start:
            child = chain.first.child
            depth[child] = min(depth.get(child, chain.depth), chain.depth)
    kinds = kinds_of(depth)
    unit = ObjectKind.LOGISTIC_UNIT.value
    inner = {child: level for child, level in depth.items() if kinds.get(child) == unit}
    return inner, {child: level for child, level in depth.items() if child not in inner}


def _outer(chains: Iterable[Chain], lots: Mapping[UUID, int]) -> dict[UUID, int]:
    """Give the units around lots, as far away as the nearest lot and the units between."""
    found: dict[UUID, int] = {}
    for chain in chains:
        if chain.first is not None:
            level = lots[chain.first.child] + chain.depth
            found[chain.unit] = min(found.get(chain.unit, level), level)
    return found


def _nearest(chains: Iterable[Chain]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for chain in chains:
        found[chain.unit] = min(found.get(chain.unit, chain.depth), chain.depth)
    return found


def _without(levels: Mapping[UUID, int], start: UUID, lots: set[UUID]) -> dict[UUID, int]:
    return {lot: level for lot, level in levels.items() if lot != start and lot in lots}


def _in_order(stays: Iterable[Stay | None]) -> tuple[Stay, ...]:
    found = {key_of(stay): stay for stay in stays if stay is not None}
    return tuple(found[key] for key in sorted(found))
