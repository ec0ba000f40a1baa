"""The lots that a suspicion arrives at or can have come from, as a record (GENEALOGY R7)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from lotline.genealogy.records.flow import Doubts, Reach
from lotline.genealogy.rules.flow.core import Core
from lotline.genealogy.rules.flow.doubts import judged
from lotline.genealogy.rules.flow.hops import ALWAYS, Hop, moment, time_of
from lotline.genealogy.rules.flow.reach import Spread, Tracks, spread, strictly


def reach(
    core: Core, starts: frozenset[UUID], bound: datetime | None, *, back: bool = False
) -> Reach:
    """Give what is reached from the starts, suspect since `bound`; backwards, until `bound`."""
    at = _at(bound, back)
    tracks, sure = core.backward if back else core.forward
    found = spread(tracks, starts, at)
    certain = spread(sure, starts, at)
    strict = strictly(tracks, starts, at)
    plain = core.plain.backward(starts) if back else core.plain.forward(starts)
    return Reach(
        {lot: time_of(-when if back else when) for lot, when in found.arrival.items()},
        frozenset(found.arrival.keys() - certain.arrival.keys()),
        frozenset(found.arrival.keys() - strict),
        frozenset(plain),
    )


def path(
    core: Core, start: UUID, goal: UUID, bound: datetime | None, *, back: bool = False
) -> list[Hop]:
    """Give one way from the start to the goal, hop by hop in the order of the walk.

    A certain way if there is one; empty if the goal is not reached.
    """
    for tracks in reversed(core.backward if back else core.forward):
        found = _spread(tracks, start, bound, back)
        if goal in found.way:
            return found.way[goal].path()
    return []


def doubts_about(
    core: Core,
    answer: frozenset[UUID],
    reaches: Iterable[Reach],
    plain: frozenset[UUID] = frozenset(),
) -> Doubts:
    """Say whether an answer is complete and exact, and why not.

    What is shown beside it as `plain` tells only whether something was hidden there.
    """
    found = [*core.doubts.items(), ("cycle", core.on_loops)]
    for one in reaches:
        found += [("order_ambiguous", set(one.ambiguous)), ("possible_link", set(one.possible))]
    return judged(found, answer, core.doubts.get("hidden", set()) & plain)


def _spread(tracks: Tracks, start: UUID, bound: datetime | None, back: bool) -> Spread:
    return spread(tracks, [start], _at(bound, back))


def _at(bound: datetime | None, back: bool) -> int:
    if bound is None:
        return ALWAYS
    return -moment(bound) if back else moment(bound)
