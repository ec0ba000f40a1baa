"""How much of what lies or left is affected: what was there at or after the arrival (R10, table 2).

On hand a lot is one body: from its arrival on all of it is affected. A shipment or a tank layer is
judged by its own moment; what comes back from a shipment is the unaffected quantity first, and as
a new lot it is judged by the moment at which it became one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from lotline.genealogy.rules.flow.moves import Moves
from lotline.genealogy.rules.flow.ops import NOWHERE, BodyKind, Op, Outlet
from lotline.lots.folds.amount import divide
from lotline.lots.folds.flow import BucketKind

UNSEEN: Final = Outlet(BucketKind.ELSEWHERE)


class Left(NamedTuple):
    """How much went through an outlet or lies in a body, and how much of that is affected."""

    amount: int
    affected: int


class Affecting:
    """Follows the ops of one lot and tells affected from unaffected quantity."""

    def __init__(
        self,
        moves: Moves,
        ops: Iterable[Op],
        moment_of: Sequence[int],
        arrival: int | None,
        unseen: frozenset[int] = frozenset(),
    ) -> None:
        """Follow the ops; `moment_of` is the latest moment of each step, in microseconds.

        Without an arrival nothing is affected. Steps in `unseen` may not be told of: what leaves by
        them is elsewhere.
        """
        self.outlets: dict[Outlet, Left] = defaultdict(lambda: Left(0, 0))
        self.inflows: dict[str, int] = defaultdict(int)
        self._spared: dict[int, int] = defaultdict(int)
        self._whole: dict[int, int] = defaultdict(int)
        self._moves = moves
        for op in ops:
            late = arrival is not None and moment_of[op.at] >= arrival
            self._take(op, late, op.at in unseen)

    def bodies(self) -> list[int]:
        """Give every body, not on hand, that the lot was ever in."""
        return list(self._whole)

    def of(self, body: int) -> Left:
        """Give what a body that is not on hand holds in the end."""
        whole = self._whole.get(body, 0)
        return Left(whole, whole - self._spared.get(body, 0))

    def _take(self, op: Op, late: bool, unseen: bool) -> None:
        if op.inflow is not None:
            self.inflows[op.inflow] += op.amount
        affected = self._leaving(op, late)
        if late and op.source != NOWHERE and op.pieces[0].outlet is not None:
            affected = max(affected, self._going(op))
        parts = [affected]
        if len(op.pieces) > 1:
            parts = divide(affected, [piece.amount for piece in op.pieces])
        for piece, part in zip(op.pieces, parts, strict=True):
            if piece.outlet is not None:
                outlet = UNSEEN if unseen else piece.outlet
                before = self.outlets[outlet]
                self.outlets[outlet] = Left(before.amount + piece.amount, before.affected + part)
            elif piece.target != NOWHERE and not piece.enters:
                self._whole[piece.target] += piece.amount
                self._spared[piece.target] += piece.amount - part

    def _going(self, op: Op) -> int:
        """Give all of what a return makes a new lot of: it is judged by the moment of the return."""
        shipped = self._moves.bodies[op.source].kind is BodyKind.SHIPPED
        return op.amount if shipped else 0

    def _leaving(self, op: Op, late: bool) -> int:
        if op.source == NOWHERE or self._moves.bodies[op.source].kind is BodyKind.HAND:
            return op.amount if late else 0
        whole, spared = self._whole[op.source], self._spared[op.source]
        if self._moves.bodies[op.source].kind is BodyKind.SHIPPED:
            kept = max(0, spared - op.amount)
        else:
            kept = spared - spared * op.amount // whole
        self._whole[op.source], self._spared[op.source] = whole - op.amount, kept
        return op.amount - (spared - kept)


def by_lot(ops: Iterable[Op]) -> dict[UUID | None, list[Op]]:
    """Give the ops of each lot, in order."""
    found: dict[UUID | None, list[Op]] = defaultdict(list)
    for op in ops:
        found[op.lot].append(op)
    return found
