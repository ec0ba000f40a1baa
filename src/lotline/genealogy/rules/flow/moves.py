"""Bodies and what moves between them: the one place where ops are made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from lotline.genealogy.rules.flow.agenda import OpIndex, indexed
from lotline.genealogy.rules.flow.ops import NOWHERE, Body, BodyKind, Content, Op, Piece
from lotline.genealogy.rules.flow.told import Fold
from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.flow import DISPUTED, Bucket, BucketKind, Flow


@dataclass(slots=True)
class Moves:
    """Every op of a world with its bodies, and how much each body holds so far."""

    fold: Fold
    ops: list[Op] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    amounts: list[int] = field(default_factory=list)
    dimensions: dict[int, str] = field(default_factory=dict)
    at: int = 0
    _numbers: dict[Body, int] = field(default_factory=dict)
    _index: OpIndex | None = None
    _hands: dict[UUID, int] = field(default_factory=dict)

    @property
    def index(self) -> OpIndex:
        """Give the index of all ops, once they are all there."""
        if self._index is None:
            self._index = indexed(self.ops)
        return self._index

    def number(self, body: Body) -> int:
        """Give the number of a body."""
        known = self._numbers.get(body)
        if known is None:
            known = self._numbers[body] = self.new(body)
        return known

    def new(self, body: Body) -> int:
        """Give the number of a body that only this caller knows."""
        self.bodies.append(body)
        self.amounts.append(0)
        return len(self.bodies) - 1

    def hand(self, lot: UUID) -> int:
        """Give the body of a lot on hand."""
        known = self._hands.get(lot)
        if known is None:
            known = self._hands[lot] = self.number(Body(BodyKind.HAND, lot))
        return known

    def body_of(self, lot: UUID, holder: Holder) -> int:
        """Give the body that what a holder has of a lot belongs to, at this step."""
        if holder.kind is HolderKind.PLACE:
            return self.hand(lot)
        if holder.kind is not HolderKind.UNIT:
            return self.number(Body(BodyKind.SHIPPED, lot, holder.id))
        shipment = self.fold.shipped(holder.id, self.fold.told[self.at].step.key)
        return self.inside(lot, holder.id, shipment)

    def inside(self, lot: UUID, stay: UUID, shipment: UUID | None) -> int:
        """Give the body of what is in a unit: on hand, or apart once the unit has left."""
        if shipment is None:
            return self.hand(lot)
        return self.number(Body(BodyKind.SHIPPED, lot, shipment, stay))

    def take(self, lot: UUID | None, source: int, amount: int, pieces: Iterable[Piece]) -> None:
        """Let a part of a body become pieces."""
        if amount:
            whole = self.amounts[source]
            self.amounts[source] = whole - amount
            self.ops.append(Op(self.at, lot, source, amount, whole, self._put(pieces)))

    def enter(
        self,
        lot: UUID | None,
        amount: int,
        pieces: Iterable[Piece],
        inflow: BucketKind | None,
        content: Content,
    ) -> None:
        """Let matter come from nowhere."""
        if amount:
            put = self._put(pieces)
            self.ops.append(Op(self.at, lot, NOWHERE, amount, amount, put, inflow, content))

    def _put(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        kept = tuple(piece for piece in pieces if piece.amount)
        for piece in kept:
            if piece.target != NOWHERE and not piece.enters:
                self.amounts[piece.target] += piece.amount
        return kept


def move(
    moves: Moves, lot: UUID, flow: Flow, pieces: Sequence[Piece], *, from_outside: bool = False
) -> None:
    """Let a flow of a lot happen, becoming pieces.

    What is disputed enters the lot at that moment and leaves at once, as a part of the one body
    (R4) – but for goods that come back `from_outside`, which were never among those on hand.
    """
    origin = flow.origin
    if not isinstance(origin, Bucket):
        source = moves.body_of(lot, origin)
    elif origin.kind is BucketKind.DISPUTED and not from_outside:
        source = moves.hand(lot)
        here = [Piece(source, flow.amount)]
        moves.enter(lot, flow.amount, here, origin.kind, Content.UNKNOWN)
    else:
        known = origin.kind is BucketKind.RECEIVED
        content = Content.KNOWN if known else Content.UNKNOWN
        moves.enter(lot, flow.amount, pieces, origin.kind, content)
        return
    if len(pieces) > 1 or pieces[0].target != source:
        moves.take(lot, source, flow.amount, pieces)


def in_turn(flows: Iterable[Flow]) -> list[Flow]:
    """Give the flows of a line with what is disputed first: it is there before anything leaves."""
    return sorted(flows, key=lambda flow: flow.origin != DISPUTED)
