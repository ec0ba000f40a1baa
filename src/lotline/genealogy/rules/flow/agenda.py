"""Which ops a walk through matter has to look at: those that leave what it has reached, in order."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from uuid import UUID

from lotline.genealogy.rules.flow.ops import NOWHERE, Op


@dataclass(slots=True)
class OpIndex:
    """The numbers of ops by the body they leave, by the body they bring its own matter back to, and
    by the lot whose matter comes from nowhere."""

    leaving: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    returning: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    fresh: dict[UUID, list[int]] = field(default_factory=lambda: defaultdict(list))


def indexed(ops: Iterable[Op]) -> OpIndex:
    """Index ops in their order."""
    found = OpIndex()
    for number, op in enumerate(ops):
        if op.source == NOWHERE:
            if op.lot is not None:
                found.fresh[op.lot].append(number)
            continue
        found.leaving[op.source].append(number)
        for piece in op.pieces:
            if piece.target != NOWHERE and not piece.enters:
                found.returning[piece.target].append(number)
    return found


class Agenda:
    """The ops still to be looked at; whatever is reached adds what leaves it."""

    def __init__(self, index: OpIndex, first: int) -> None:
        """Begin at an op."""
        self._index = index
        self._heap: list[int] = []
        self._noted: set[int] = set()
        self._bodies: set[int] = set()
        self._now = first - 1

    def about(self, lot: UUID, hand: int) -> None:
        """Look at all matter of a lot."""
        self._note(self._index.fresh.get(lot, ()))
        self._note(self._index.returning.get(hand, ()))
        self.leaving(hand)

    def leaving(self, body: int) -> None:
        """Look at all that leaves a body from now on."""
        if body not in self._bodies:
            self._bodies.add(body)
            self._note(self._index.leaving.get(body, ()))

    def next(self) -> int | None:
        """Give the next op, None when there is nothing left."""
        if not self._heap:
            return None
        self._now = heappop(self._heap)
        return self._now

    def _note(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if number > self._now and number not in self._noted:
                self._noted.add(number)
                heappush(self._heap, number)
