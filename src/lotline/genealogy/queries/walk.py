"""The walk behind a trace: lots by reach, logistic units by what was inside them and when."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from lotline.genealogy.queries.objects import kinds_of
from lotline.genealogy.queries.reach import reach
from lotline.genealogy.queries.rows import (
    all_of,
    inputs_of,
    stays_around,
    stays_inside,
    told_of,
    uses_of,
)
from lotline.genealogy.records import Direction, Incidence, Stay
from lotline.genealogy.rules.carrying import Chain, alone, climb, contents, key_of, of_stay
from lotline.genealogy.rules.distance import distances
from lotline.genealogy.rules.found import Walk
from lotline.genealogy.rules.shipping import direct_shipments, shipments_inside
from lotline.lots.events import ObjectKind


def walk_from(start: UUID, kind: str, direction: Direction) -> Walk:
    """Walk back, forward or both ways from a lot or logistic unit; no actor (internal)."""
    if kind == ObjectKind.LOGISTIC_UNIT.value:
        return _from_unit(start, direction)
    return _from_lot(start, direction)


def _from_lot(start: UUID, direction: Direction) -> Walk:
    behind = {start} | reach([start], "back") if direction != "forward" else set()
    ahead = {start} | reach([start], "forward") if direction != "back" else set()
    rows = _steps(behind, ahead)
    back = distances({start: 0}, rows, "back") if behind else {}
    if not ahead:
        return Walk(start, False, direction, _without(back, start), incidences=tuple(rows))
    forward = distances({start: 0}, rows, "forward")
    stays = stays_around(forward)
    chains = climb([of_stay(stay) for stay in stays if stay.child in forward], stays)
    outer = _outer(chains, forward)
    units = all_of(outer)
    shipped = direct_shipments(row for row in rows if row.object in forward)
    shipped += shipments_inside(units, chains)
    return Walk(
        start, False, direction, _without(back, start), _without(forward, start), {}, outer,
        (*rows, *units), _in_order(chain.last for chain in chains), tuple(shipped),
    )  # fmt: skip


def _from_unit(start: UUID, direction: Direction) -> Walk:
    held = contents(start, stays_inside([start]))
    inner: dict[UUID, int] = {}
    back: dict[UUID, int] = {}
    outer: dict[UUID, int] = {}
    chains: list[Chain] = []
    stays: list[Stay | None] = []
    steps: list[Incidence] = []
    if direction != "forward":
        inner, lots = _held_by_depth(start, held)
        steps = _steps(lots.keys() | reach(lots, "back"), set())
        back = distances(lots, steps, "back")
        stays += [chain.first for chain in held]
    if direction != "back":
        chains = climb([alone(start), *held], stays_around([start]))
        lonely = [chain for chain in chains if chain.first is None]
        outer = _without(_nearest(lonely), start)
        stays += [chain.last for chain in lonely]
    units = all_of({start} | inner.keys() | outer.keys())
    return Walk(
        start, True, direction, back, {}, inner, outer, (*steps, *units), _in_order(stays),
        tuple(shipments_inside(units, chains)),
    )  # fmt: skip


def _steps(behind: set[UUID], ahead: set[UUID]) -> list[Incidence]:
    """Give what is told of lots, with whatever went into those behind and became of those ahead."""
    told = told_of(behind | ahead)
    links = {row.link for row in told if row.side == "out" and row.object in behind}
    rows = {(row.event, row.line): row for row in told}
    rows |= {(row.event, row.line): row for row in (*inputs_of(links), *uses_of(ahead))}
    return sorted(rows.values(), key=lambda row: (row.event_time, row.event, row.line))


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


def _without(levels: Mapping[UUID, int], start: UUID) -> dict[UUID, int]:
    return {lot: level for lot, level in levels.items() if lot != start}


def _in_order(stays: Iterable[Stay | None]) -> tuple[Stay, ...]:
    found = {key_of(stay): stay for stay in stays if stay is not None}
    return tuple(found[key] for key in sorted(found))
