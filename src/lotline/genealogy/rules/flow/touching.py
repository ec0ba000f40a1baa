"""Which lots an event is about: those it names, and those that it links through a tank or a unit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from lotline.genealogy.rules.flow.hops import Hop
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.folds.tank import TankBooking
from lotline.lots.folds.tank_entries import TankAct


def touched_by(
    told: Iterable[Told], tanks: Mapping[UUID, Tank], hops: Iterable[Hop]
) -> dict[UUID, set[UUID]]:
    """Give the lots of each event.

    A fill is about everything drawn in its campaign, a draw about everything filled in; what ends or
    changes a campaign is about all of its lots.
    """
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for row in told:
        found[row.step.event] |= row.lots
    for tank in tanks.values():
        _campaigns(tank, found)
    for hop in hops:
        if hop.into != hop.out_of:
            found[hop.into] |= {hop.source, hop.target}
            found[hop.out_of] |= {hop.source, hop.target}
    return found


def _campaigns(tank: Tank, found: dict[UUID, set[UUID]]) -> None:
    campaigns: dict[int, list[TankBooking]] = defaultdict(list)
    for booking in tank.story.bookings:
        campaigns[booking.campaign].append(booking)
    for bookings in campaigns.values():
        filled = {b.entry.lot for b in bookings if b.layer is not None and b.entry.lot}
        drawn = {b.entry.lot for b in bookings if b.layer is None and b.entry.lot}
        for booking in bookings:
            entry = booking.entry
            if entry.act is TankAct.FILL:
                found[entry.event] |= drawn
            elif entry.act is TankAct.DRAW:
                found[entry.event] |= filled
            else:
                found[entry.event] |= filled | drawn
