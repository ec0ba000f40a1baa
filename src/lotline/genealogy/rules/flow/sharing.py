"""Shares as records: of suspects in what came of them, and of ancestors in a lot (GENEALOGY R9)."""

from datetime import datetime
from uuid import UUID

from lotline.genealogy.records.flow import FlowShares, LotShare, Reach
from lotline.genealogy.rules.flow.core import Core
from lotline.genealogy.rules.flow.doubts import ESTIMATED
from lotline.genealogy.rules.flow.figures import dimension_of, share_of
from lotline.genealogy.rules.flow.hops import ALWAYS, moment
from lotline.genealogy.rules.flow.reach import spread
from lotline.genealogy.rules.flow.reaching import doubts_about, reach
from lotline.genealogy.rules.flow.shown import Shown
from lotline.genealogy.rules.flow.suspicion import Suspicion, follow


def suspicion_of(core: Core, starts: frozenset[UUID], since: datetime | None) -> Suspicion:
    """Follow suspects in proportion, from `since` on."""
    first = 0 if since is None else core.first_op(moment(since))
    return follow(core.moves, core.contents, starts, first)


def shares_of(core: Core, starts: frozenset[UUID], since: datetime | None) -> FlowShares:
    """Give how much of the suspects is in every lot that came of them."""
    found = reach(core, starts, since)
    shown = Shown(starts, core.fold.own_unit)
    suspicion = suspicion_of(core, starts, since)
    lots = lot_shares(core, starts, found, suspicion, shown)
    doubts = doubts_about(core, starts | found.lots.keys(), [found])
    return FlowShares(dimension_of(suspicion), shown.units, lots, doubts)


def lot_shares(
    core: Core,
    starts: frozenset[UUID],
    found: Reach,
    suspicion: Suspicion,
    shown: Shown,
) -> dict[UUID, LotShare]:
    """Give the figures of every lot reached."""
    dimension = dimension_of(suspicion)
    estimated = _estimated(core, starts, found)
    return {
        lot: share_of(
            lot, suspicion, core.contents, core.entered, dimension, shown, lot in estimated
        )
        for lot in found.lots
    }


def backward_shares_of(core: Core, lot: UUID, until: datetime | None) -> FlowShares:
    """Give how much of every ancestor went into a lot; each in its own unit and dimension."""
    goal = frozenset({lot})
    found = reach(core, goal, until, back=True)
    guessed = _behind(core, found, lot)
    way = goal | found.lots.keys()
    shares: dict[UUID, LotShare] = {}
    for source in found.lots:
        start = frozenset({source})
        shown = Shown(start, core.fold.own_unit)
        suspicion = follow(core.moves, core.contents, start, within=way)
        share = share_of(
            lot, suspicion, core.contents, core.entered,
            dimension_of(suspicion), shown, source in guessed,
        )  # fmt: skip
        shares[source] = _about(source, share)
    dimension = dimension_of(suspicion_of(core, goal, None))
    units = Shown(goal, core.fold.own_unit).units
    return FlowShares(
        dimension, units, shares, doubts_about(core, goal | found.lots.keys(), [found])
    )


def _about(source: UUID, share: LotShare) -> LotShare:
    return LotShare(
        source, share.contribution, share.intensity, share.share, share.unknown, share.approximate
    )


def _estimated(core: Core, starts: frozenset[UUID], found: Reach) -> set[UUID]:
    """Give the lots that an estimate lies on the way to."""
    answer = starts | found.lots.keys()
    doubted = {lot for code in ESTIMATED for lot in core.doubts.get(code, ())} & answer
    doubted |= found.possible
    return doubted | spread(core.forward[0], doubted, ALWAYS).arrival.keys()


def _behind(core: Core, found: Reach, lot: UUID) -> set[UUID]:
    """Give the ancestors that an estimate lies between and the lot."""
    answer = found.lots.keys() | {lot}
    doubted = {source for code in ESTIMATED for source in core.doubts.get(code, ())} & answer
    doubted |= found.possible
    return doubted | spread(core.backward[0], doubted, ALWAYS).arrival.keys()
