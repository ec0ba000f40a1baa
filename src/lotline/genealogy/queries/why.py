"""Why a lot is in a trace, and how much of one lot is in another."""

from collections.abc import Mapping
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.folding import fold_around
from lotline.genealogy.queries.objects import kinds_of, lot_rows
from lotline.genealogy.queries.trace import refs_of
from lotline.genealogy.records import AsOf, Hop, Reason, Share, Shares, Way, Why, ref_of
from lotline.genealogy.records.flow import FlowHop, FlowShares, LotShare
from lotline.genealogy.rules import scoping
from lotline.genealogy.rules.flow.measure import measured
from lotline.genealogy.rules.flow.world import World
from lotline.genealogy.rules.reasons import in_order, is_complete, is_exact
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import NotFound
from lotline.lots.events import Certainty
from lotline.lots.records import LotRow
from lotline.masterdata import queries as masterdata


def why(actor: Actor, start: UUID, goal: UUID, as_of: AsOf) -> Why:
    """Give one way from a lot to another, with the events on it, a certain one if there is one.

    Raises `NotFound` if either is unknown, or nothing leads from the one to the other.
    """
    access.require(actor, "trace.read")
    if len(kinds_of({start, goal})) < len({start, goal}):
        raise NotFound("lot.not_found")
    world = fold_around([start], as_of, back=True, forward=True)
    ways: tuple[tuple[Way, bool], ...] = (("forward", False), ("back", True))
    for way, back in ways:
        bound = as_of.until if back else as_of.since
        hops = world.path(start, goal, bound, back=back)
        if hops:
            return _why(actor, world, start, goal, way, hops)
    raise NotFound("trace.no_way")


def _why(actor: Actor, world: World, start: UUID, goal: UUID, way: Way, hops: list[FlowHop]) -> Why:
    lots = {start, goal, *(lot for hop in hops for lot in (hop.source, hop.target))}
    rows = lot_rows(lots, actor.language, SystemClock().now())
    steps = {row.step.event: row.step for row in world.core.fold.told}
    places = masterdata.locations(
        {place for hop in hops if (place := steps[hop.out_of].place) is not None}
    )
    titles = {id_: place.title(actor.language) for id_, place in places.items()}
    reach = world.trace([start])
    side = reach.backward if way == "back" else reach.forward
    told = tuple(_hop(hop, world, rows, titles, way) for hop in hops)
    return Why(ref_of(rows[start]), ref_of(rows[goal]), way, goal in side.possible, told)


def _hop(
    hop: FlowHop, world: World, rows: Mapping[UUID, LotRow], titles: Mapping[UUID, str], way: Way
) -> Hop:
    steps = {row.step.event: row.step for row in world.core.fold.told}
    step = steps[hop.out_of]
    here, there = (hop.target, hop.source) if way == "back" else (hop.source, hop.target)
    unit = world.core.fold.own_unit.get(hop.source)
    quantity = None if hop.quantity is None else scoping.amount(hop.quantity, unit)
    certainty = Certainty.CERTAIN if hop.certain else Certainty.POSSIBLE
    return Hop(
        ref_of(rows[here]), hop.out_of, step.kind.value, step.time,
        titles.get(step.place) if step.place else None, quantity, certainty.value,
        ref_of(rows[there]),
    )  # fmt: skip


def shares(actor: Actor, start: UUID, as_of: AsOf) -> Shares:
    """Tell what a lot is made of, and how much of it is in what came of it (GENEALOGY R9)."""
    access.require(actor, "trace.read")
    if not kinds_of([start]):
        raise NotFound("lot.not_found")
    world = fold_around([start], as_of, back=True, forward=True, origins=True)
    behind = world.backward_shares(start, as_of.until)
    ahead = world.shares([start], as_of.since)
    lots = {start, *behind.lots, *ahead.lots}
    rows = lot_rows(lots, actor.language, SystemClock().now())
    found = {**ahead.doubts.reasons}
    for code, sitting in behind.doubts.reasons.items():
        found[code] = found.get(code, frozenset()) | sitting
    codes = in_order(found)
    own = next(iter(behind.lots.values()), None)
    return Shares(
        ref_of(rows[start]), ahead.dimension or behind.dimension, _unknown(own),
        _told(behind, rows, {}, world), _told(ahead, rows, ahead.units, world), is_complete(codes), is_exact(codes),
        tuple(Reason(code, refs_of(found[code], rows)) for code in codes),
    )  # fmt: skip


def _unknown(share: LotShare | None) -> str | None:
    return None if share is None or share.unknown is None else scoping.ratio(share.unknown)


def _told(
    found: FlowShares, rows: dict[UUID, LotRow], units: Mapping[str, str], world: World
) -> tuple[Share, ...]:
    """Tell shares; ahead in the units of what was asked about, behind each in its own."""
    shares = (
        _share(share, rows[lot], units or _own_unit(lot, world))
        for lot, share in found.lots.items()
        if lot in rows
    )
    return tuple(sorted(shares, key=_largest_first))


def _own_unit(lot: UUID, world: World) -> dict[str, str]:
    unit = world.core.fold.own_unit.get(lot)
    return {measured(unit).dimension: unit} if unit else {}


def _share(share: LotShare, row: LotRow, units: Mapping[str, str]) -> Share:
    part = None if share.share is None else scoping.ratio(share.share)
    return Share(ref_of(row), scoping.suspect(share.contribution, units), part, share.approximate)


def _largest_first(share: Share) -> tuple[float, str]:
    return -float(share.share or 0), share.lot.code
