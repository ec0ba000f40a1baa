"""All that recorded steps say of the flow of matter: folded once, and the questions put to it.

A world is made of the steps and declarations at hand – the whole plant's, or those of every lot that
can matter – as recorded until and happened until some time, seen by someone (GENEALOGY R1–R13).
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from lotline.genealogy.records.flow import Blast, Findings, FlowHop, FlowShares, FlowTrace, Lying
from lotline.genealogy.rules.flow.blasts import blast_of
from lotline.genealogy.rules.flow.core import Core
from lotline.genealogy.rules.flow.findings import findings_of
from lotline.genealogy.rules.flow.hops import Hop, time_of
from lotline.genealogy.rules.flow.lying import lying
from lotline.genealogy.rules.flow.reaching import doubts_about, path, reach
from lotline.genealogy.rules.flow.sharing import backward_shares_of, shares_of
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.around import Plant
from lotline.lots.folds.effective import effective
from lotline.lots.folds.step import Declaration, Step


class World:
    """Recorded steps, and what follows from them."""

    def __init__(
        self,
        steps: Iterable[Step],
        declarations: Iterable[Declaration] = (),
        plant: Plant | None = None,
        *,
        recorded: datetime | None = None,
        happened: datetime | None = None,
        hidden: frozenset[UUID] = frozenset(),
        hidden_places: frozenset[UUID] = frozenset(),
        late_after: timedelta | None = None,
    ) -> None:
        """Fold what counts as recorded until `recorded` and happened until `happened`.

        `hidden` events are folded, so that quantities are right, but no walk goes through them
        (R12); `late_after` is the policy past which a record is late.
        """
        every, said, masters = list(steps), list(declarations), plant or Plant()
        now: Core | None = None
        if recorded is not None:
            known = effective(every, said, None, happened, hidden)
            now = Core(known, masters, late_after, hidden_places)
        counting = effective(every, said, recorded, happened, hidden)
        self.core = Core(counting, masters, late_after, hidden_places, now)

    def knows(self, lot: UUID) -> bool:
        """Say whether any event at hand names the lot; of an unknown lot nothing can be told."""
        ghosts = self.core.fold.ghosts.values()
        return lot in self.core.fold.states or any(lot in lots for lots in ghosts)

    def edges(self) -> list[FlowHop]:
        """Give every step of matter from one lot to the next, in the order of the fold."""
        return [_shown(hop) for hop in self.core.hops]

    def balances(self) -> list[Lying]:
        """Give where everything is in the end: places, units, shipments, tanks."""
        return list(lying(self.core))

    def findings(self) -> Findings:
        """Give what is odd in the records, whatever is asked."""
        core = self.core
        return findings_of(core.effective, core.fold, core.conversions, core.tanks)

    def trace(
        self,
        starts: Iterable[UUID],
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> FlowTrace:
        """Give what the starts became, suspect since, and what they can be of, until some time."""
        asked = frozenset(starts)
        backward = reach(self.core, asked, until, back=True)
        forward = reach(self.core, asked, since)
        answer = asked | backward.lots.keys() | forward.lots.keys()
        plain = answer | backward.plain | forward.plain
        doubts = doubts_about(self.core, answer, [backward, forward], plain)
        return FlowTrace(asked, backward, forward, doubts)

    def path(
        self, start: UUID, goal: UUID, bound: datetime | None = None, *, back: bool = False
    ) -> list[FlowHop]:
        """Say why the goal is in the answer for the start: one way, a certain one if there is one.

        The hops are in the order of the walk; backwards they lead from the start to its sources.
        """
        return [_shown(hop) for hop in path(self.core, start, goal, bound, back=back)]

    def shares(self, starts: Iterable[UUID], since: datetime | None = None) -> FlowShares:
        """Give how much of the suspects is in every lot that came of them."""
        return shares_of(self.core, frozenset(starts), since)

    def backward_shares(self, lot: UUID, until: datetime | None = None) -> FlowShares:
        """Give how much of every ancestor went into a lot."""
        return backward_shares_of(self.core, lot, until)

    def blast(
        self, starts: Iterable[UUID], since: datetime | None = None, *, plain: bool = False
    ) -> Blast:
        """Give the blast radius of suspects; `plain` trusts no recorded time."""
        return blast_of(self.core, frozenset(starts), since, plain=plain)


def _shown(hop: Hop) -> FlowHop:
    return FlowHop(
        hop.source, hop.target, hop.into, hop.out_of, time_of(hop.sure_in), time_of(hop.sure_out),
        None if hop.amount is None else decimal_of(hop.amount), hop.certain, hop.pro_rated,
    )  # fmt: skip
