"""The blast radius as a record: reach, accounts, affected parts, fate (GENEALOGY R10)."""

from datetime import datetime
from uuid import UUID

from lotline.genealogy.records.flow import Blast, FlowAccount, LotShare, Reach
from lotline.genealogy.rules.flow.account import lines_of
from lotline.genealogy.rules.flow.affecting import Affecting
from lotline.genealogy.rules.flow.core import Core
from lotline.genealogy.rules.flow.fate import fates_of
from lotline.genealogy.rules.flow.hops import ALWAYS, moment, time_of
from lotline.genealogy.rules.flow.reaching import doubts_about, reach
from lotline.genealogy.rules.flow.sharing import lot_shares, suspicion_of
from lotline.genealogy.rules.flow.shown import Shown
from lotline.genealogy.rules.flow.suspicion import Suspicion
from lotline.lots.folds.amount import decimal_of


def blast_of(
    core: Core, starts: frozenset[UUID], since: datetime | None, *, plain: bool = False
) -> Blast:
    """Give what suspects have become and where all of it is; `plain` trusts no recorded time."""
    found = reach(core, starts, None if plain else since)
    if plain:
        found = _without_times(found)
    arrivals = _arrivals(starts, since, found, plain)
    shown = Shown(starts, core.fold.own_unit)
    suspicion = suspicion_of(core, starts, since)
    shares = lot_shares(core, starts, found, suspicion, shown)
    accounts = {
        lot: _account(core, lot, suspicion, arrival, shown, shares.get(lot), lot in found.possible)
        for lot, arrival in arrivals.items()
    }
    visible = frozenset(arrivals) if core.hidden else None
    return Blast(
        starts, since, found, accounts, fates_of(core.scene, suspicion, shown, visible),
        _units(core, arrivals), doubts_about(core, frozenset(arrivals), [found]),
    )  # fmt: skip


def _without_times(found: Reach) -> Reach:
    lots = dict.fromkeys(found.plain | found.lots.keys(), time_of(0))
    possible = found.possible | (found.plain - found.lots.keys())
    return Reach(lots, possible, frozenset(), found.plain)


def _arrivals(
    starts: frozenset[UUID], since: datetime | None, found: Reach, plain: bool
) -> dict[UUID, int]:
    first = ALWAYS if since is None or plain else moment(since)
    arrivals = dict.fromkeys(sorted(starts), first)
    for lot, when in found.lots.items():
        arrivals[lot] = ALWAYS if plain else moment(when)
    return arrivals


def _account(
    core: Core,
    lot: UUID,
    suspicion: Suspicion,
    arrival: int,
    shown: Shown,
    share: LotShare | None,
    possible: bool,
) -> FlowAccount:
    left = Affecting(core.moves, core.ops_of.get(lot, ()), core.moments, arrival, core.unseen)
    lines = tuple(lines_of(core.scene, lot, left, suspicion, True, shown))
    inflows = {kind: decimal_of(amount) for kind, amount in left.inflows.items()}
    residual = sum(inflows.values()) - sum(line.quantity for line in lines)
    return FlowAccount(
        lot, core.fold.own_unit.get(lot), inflows, lines, decimal_of(0) + residual,
        None if arrival == ALWAYS else time_of(arrival), share, possible,
    )  # fmt: skip


def _units(core: Core, arrivals: dict[UUID, int]) -> frozenset[UUID]:
    """Give the logistic units that held affected quantity."""
    found: set[UUID] = set()
    for (lot, stay), until in core.fold.held.items():
        if lot in arrivals and (until is None or moment(until) >= arrivals[lot]):
            found.add(core.fold.unit_of.get(stay, stay))
    return frozenset(found)
