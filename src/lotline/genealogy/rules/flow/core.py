"""A run of steps folded once, with everything that questions are answered from, made when needed."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from lotline.genealogy.rules.flow.account import Scene
from lotline.genealogy.rules.flow.affecting import by_lot
from lotline.genealogy.rules.flow.compiling import compiled
from lotline.genealogy.rules.flow.content import Contents, contents_of
from lotline.genealogy.rules.flow.conversions import conversions_of
from lotline.genealogy.rules.flow.doubts import Codes, doubts_of
from lotline.genealogy.rules.flow.hops import Hop, hops_of, moment
from lotline.genealogy.rules.flow.mounts import mountings_of
from lotline.genealogy.rules.flow.moves import Moves
from lotline.genealogy.rules.flow.ops import BodyKind, Op
from lotline.genealogy.rules.flow.plain import Plain, plain_of
from lotline.genealogy.rules.flow.reach import Tracks, backward_tracks, forward_tracks
from lotline.genealogy.rules.flow.tanks import tanks_of
from lotline.genealogy.rules.flow.told import fold
from lotline.genealogy.rules.flow.touching import touched_by
from lotline.lots.folds.around import Plant
from lotline.lots.folds.effective import Effective
from lotline.lots.folds.step import Order

_NEVER: Final = datetime.max.replace(tzinfo=UTC)
LAST: Final[Order] = (_NEVER, _NEVER, _NEVER, UUID(int=(1 << 128) - 1))


class Core:
    """The folded steps, and what follows from them."""

    def __init__(
        self,
        effective: Effective,
        plant: Plant,
        late_after: timedelta | None,
        hidden_places: frozenset[UUID],
        now: "Core | None" = None,
    ) -> None:
        """Fold lots, units and tanks; `now` is the same past as it is known by now."""
        self.effective = effective
        self.hidden = effective.hidden
        self.late_after = late_after
        self.now = now
        self.hidden_places = hidden_places
        self.fold = fold(effective.steps, plant, effective.uncorrected)
        self.conversions = conversions_of(self.fold.told)
        self.tanks = tanks_of(self.fold.told, plant)
        self.mountings = mountings_of(effective.steps)

    @cached_property
    def all_hops(self) -> list[Hop]:
        """Give every hop, whoever may see it."""
        return hops_of(self.fold.told, self.conversions, self.tanks, self.mountings)

    @cached_property
    def hops(self) -> list[Hop]:
        """Give every hop that the reader may see."""
        hidden = self.hidden
        if not hidden:
            return self.all_hops
        return [hop for hop in self.all_hops if not hidden & {hop.into, hop.out_of}]

    @cached_property
    def touched(self) -> dict[UUID, set[UUID]]:
        """Give the lots that each event is about."""
        return touched_by(self.fold.told, self.tanks, self.all_hops)

    @cached_property
    def plain(self) -> Plain:
        """Give plain reach."""
        return plain_of(self.fold.told, self.conversions, self.tanks, self.mountings, self.hidden)

    @cached_property
    def on_loops(self) -> set[UUID]:
        """Give the lots on a plain cycle."""
        return self.plain.on_loops()

    @cached_property
    def forward(self) -> tuple[Tracks, Tracks]:
        """Give the tracks with time: all, and the sure ones."""
        return forward_tracks(self.hops), forward_tracks(self.hops, sure=True)

    @cached_property
    def backward(self) -> tuple[Tracks, Tracks]:
        """Give the tracks against time: all, and the sure ones."""
        return backward_tracks(self.hops), backward_tracks(self.hops, sure=True)

    @cached_property
    def moves(self) -> Moves:
        """Give all moves of matter."""
        return compiled(self.fold, self.conversions, self.tanks)

    @cached_property
    def ops_of(self) -> dict[UUID | None, list[Op]]:
        """Give the moves of each lot."""
        return by_lot(self.moves.ops)

    @cached_property
    def contents(self) -> Contents:
        """Give what every body is made of."""
        return contents_of(self.moves)

    @cached_property
    def entered(self) -> dict[UUID, int]:
        """Give how much ever came into each lot, in its own unit."""
        found: dict[UUID, int] = defaultdict(int)
        for op in self.moves.ops:
            if op.inflow is not None and op.lot is not None:
                found[op.lot] += op.amount
        return found

    @cached_property
    def doubts(self) -> Codes:
        """Give every reason with the lots that it sits on."""
        found = doubts_of(self.fold, self.conversions, self.tanks, self.all_hops)
        found["hidden"] = self._touched_by(self.hidden)
        if self.late_after is not None:
            found["late"] = self._touched_by(self._late(self.late_after))
        if self.now is not None:
            later = self.effective.later
            found["recorded_later"] = self._touched_by(later) | self.now._touched_by(later)
        found["voided_uncorrected"] = set().union(*self.fold.ghosts.values())
        return found

    @cached_property
    def moments(self) -> list[int]:
        """Give the latest moment of each step."""
        return [moment(row.step.until) for row in self.fold.told]

    @cached_property
    def unseen(self) -> frozenset[int]:
        """Give the steps, by number, that the reader may not see."""
        told = enumerate(self.fold.told)
        return frozenset(at for at, row in told if row.step.event in self.hidden)

    @cached_property
    def scene(self) -> Scene:
        """Give the end of the world, as accounts read it."""
        return Scene(self.moves, LAST, frozenset(self._unseen_bodies()), self.hidden_places)

    def first_op(self, since: int) -> int:
        """Give the number of the first op of a step at or after a moment."""
        for number, op in enumerate(self.moves.ops):
            if moment(self.fold.told[op.at].step.time) >= since:
                return number
        return len(self.moves.ops)

    def _touched_by(self, events: Iterable[UUID]) -> set[UUID]:
        return {lot for event in events for lot in self.touched.get(event, ())}

    def _late(self, allowed: timedelta) -> Iterable[UUID]:
        steps = (row.step for row in self.fold.told)
        return (step.event for step in steps if step.recorded - step.time > allowed)

    def _unseen_bodies(self) -> Iterable[int]:
        if not self.unseen:
            return
        for op in self.moves.ops:
            if op.at in self.unseen:
                for piece in op.pieces:
                    if piece.target >= 0 and self.moves.bodies[piece.target].kind in _APART:
                        yield piece.target


_APART = frozenset({BodyKind.SHIPPED, BodyKind.LAYER})
