"""The suspect followed in proportion through every body (GENEALOGY R9, table 3 of R10).

All matter labelled with a suspect lot is suspect: inside it the suspect amount is its quantity. What
comes back into a suspect lot is booked as *re-entered* and counted there anew, so nothing is counted
twice. With `since`, what is on hand then becomes suspect. Beside the suspect amount goes the content
that came through a suspect lot; it gives the share.
"""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from lotline.genealogy.rules.flow.agenda import Agenda
from lotline.genealogy.rules.flow.content import UNKNOWN, Contents
from lotline.genealogy.rules.flow.measure import measured, to_base
from lotline.genealogy.rules.flow.moves import Moves
from lotline.genealogy.rules.flow.ops import NOWHERE, Op, Outlet, Piece
from lotline.genealogy.rules.flow.vectors import Vector, add, split, take

_THROUGH = "~"
Ends = dict[tuple[UUID | None, Outlet], Vector]


@dataclass(slots=True)
class Suspicion:
    """Suspect amounts by dimension, in base units.

    `suspect` is all that was ever labelled suspect; `bodies` what each body holds in the end, `ends`
    what left the records, `passing` what went through each outlet of each lot. `contribution` ever
    entered a lot, and so did the content `through` a suspect; `kinds` are the dimensions in which
    the suspects have content.
    """

    suspect: Vector = field(default_factory=dict)
    re_entered: Vector = field(default_factory=dict)
    bodies: dict[int, Vector] = field(default_factory=lambda: defaultdict(dict))
    ends: Ends = field(default_factory=lambda: defaultdict(dict))
    passing: Ends = field(default_factory=lambda: defaultdict(dict))
    contribution: dict[UUID, Vector] = field(default_factory=lambda: defaultdict(dict))
    through: dict[UUID, Vector] = field(default_factory=lambda: defaultdict(dict))
    kinds: frozenset[str] = frozenset()


def follow(
    moves: Moves,
    contents: Contents,
    starts: frozenset[UUID],
    first: int = 0,
    within: Container[UUID | None] | None = None,
) -> Suspicion:
    """Follow the lots of `starts`, suspect from the op number `first` on.

    With `within`, what goes into any other lot is lost sight of.
    """
    following = _Following(moves, contents, starts, first, within)
    following.found.kinds = _kinds(moves, contents, starts, first)
    following.begin(first)
    while (number := following.next()) is not None:
        following.step(number, moves.ops[number])
    return following.end()


class _Following:
    def __init__(
        self,
        moves: Moves,
        contents: Contents,
        starts: frozenset[UUID],
        first: int,
        within: Container[UUID | None] | None,
    ) -> None:
        self.moves = moves
        self.contents = contents
        self.starts = starts
        self.within = within
        self.found = Suspicion()
        self.hands = {moves.hand(lot): lot for lot in starts}
        self.unit: Mapping[UUID, str] = moves.fold.own_unit
        self.agenda = Agenda(moves.index, first)
        for body, lot in self.hands.items():
            self.agenda.about(lot, body)

    def next(self) -> int | None:
        """Give the next op that can matter."""
        return self.agenda.next()

    def begin(self, first: int) -> None:
        """Let what is on hand at that moment become suspect."""
        if not first:
            return
        there = _on_hand(self.moves, self.hands, first)
        for body, lot in self.hands.items():
            self._label(lot, body, there[body])

    def step(self, number: int, op: Op) -> None:
        """Follow one op."""
        bodies = self.found.bodies
        if op.source == NOWHERE:
            if op.lot not in self.starts:
                return
            carried = self._fresh(number, op)
        elif bodies.get(op.source):
            carried = take(bodies[op.source], op.amount, op.whole)
            if op.source in self.hands:
                carried |= self._all_through(number)
        elif op.source in self.hands:
            carried = self._all_through(number)
        elif any(piece.target in self.hands for piece in op.pieces):
            carried = {}
        else:
            return
        parts = split(carried, [piece.amount for piece in op.pieces])
        for piece, part in zip(op.pieces, parts, strict=True):
            self._put(op, piece, part)

    def end(self) -> Suspicion:
        """Give the suspect amounts alone where they are in the end."""
        for body, vector in self.found.bodies.items():
            self.found.bodies[body] = suspect_of(vector)
        return self.found

    def _fresh(self, number: int, op: Op) -> Vector:
        carried = self._all_through(number)
        if op.inflow is not None and op.lot is not None:
            dimension, amount = self._measure(op.lot, op.amount)
            add(self.found.suspect, {dimension: amount})
            carried[dimension] = amount
        return carried

    def _all_through(self, number: int) -> Vector:
        moved = self.contents.moved[number]
        return {_THROUGH + kind: amount for kind, amount in moved.items() if kind[:1] != UNKNOWN}

    def _put(self, op: Op, piece: Piece, part: Vector) -> None:
        own = suspect_of(part)
        if piece.outlet is not None and own:
            add(self.found.passing[op.lot, piece.outlet], own)
        if piece.target == NOWHERE:
            if piece.outlet is not None and part:
                add(self.found.ends[op.lot, piece.outlet], own)
                if piece.outlet.unquantified:
                    self._enter(piece.outlet.lot, part, own)
        elif piece.target in self.hands:
            self._come_home(op, piece, own)
        elif self._is_followed(piece.target):
            add(self.found.bodies[piece.target], part)
            self.agenda.leaving(piece.target)
            if piece.enters:
                self._enter(self.moves.bodies[piece.target].lot, part, own)

    def _is_followed(self, body: int) -> bool:
        return self.within is None or self.moves.bodies[body].lot in self.within

    def _come_home(self, op: Op, piece: Piece, own: Vector) -> None:
        """Bring matter into a suspect lot on hand, where all of it is suspect."""
        lot = self.hands[piece.target]
        if op.source == NOWHERE and op.lot == lot:
            add(self.found.bodies[piece.target], own)
        elif piece.enters:
            add(self.found.re_entered, own)
        else:
            dimension, _ = self._measure(lot, 0)
            back = own.pop(dimension, 0)
            add(self.found.re_entered, own)
            self._label(lot, piece.target, piece.amount, back)

    def _label(self, lot: UUID, body: int, amount: int, already: int = 0) -> None:
        """Make an amount of a suspect lot suspect; `already` of it was so when it came."""
        dimension, base = self._measure(lot, amount)
        add(self.found.suspect, {dimension: base - already})
        add(self.found.bodies[body], {dimension: base})

    def _enter(self, lot: UUID | None, part: Vector, own: Vector) -> None:
        if lot is None or lot in self.starts:
            return
        add(self.found.contribution[lot], own)
        through = {k[1:]: amount for k, amount in part.items() if k[:1] == _THROUGH}
        add(self.found.through[lot], through)

    def _measure(self, lot: UUID, amount: int) -> tuple[str, int]:
        unit = self.unit.get(lot)
        return measured(unit).dimension, to_base(amount, unit)


def suspect_of(vector: Vector) -> Vector:
    """Give the suspect amounts among all that moves together."""
    return {kind: amount for kind, amount in vector.items() if amount and kind[:1] != _THROUGH}


def _kinds(moves: Moves, contents: Contents, starts: frozenset[UUID], first: int) -> frozenset[str]:
    """Give the dimensions in which suspects have content: on hand then, and what comes later."""
    hands = {moves.hand(lot): lot for lot in starts}
    there = _on_hand(moves, hands, first) if first else {}
    held = [lot for body, lot in hands.items() if not first or there[body]]
    vectors = [contents.booked.get(lot, {}) for lot in held]
    if first:
        vectors += [
            contents.moved[number]
            for number in range(first, len(moves.ops))
            if any(piece.target in hands for piece in moves.ops[number].pieces)
            or (moves.ops[number].source == NOWHERE and moves.ops[number].lot in starts)
        ]
    return frozenset(
        kind
        for vector in vectors
        for kind, amount in vector.items()
        if amount and kind[:1] != UNKNOWN
    )


def _on_hand(moves: Moves, hands: Mapping[int, UUID], first: int) -> dict[int, int]:
    """Give how much of some lots was on hand before an op."""
    there = dict.fromkeys(hands, 0)
    for op in moves.ops[:first]:
        if op.source in there:
            there[op.source] -= op.amount
        for piece in op.pieces:
            if piece.target in there and not piece.enters:
                there[piece.target] += piece.amount
    return there
