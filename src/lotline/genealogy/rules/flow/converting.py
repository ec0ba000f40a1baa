"""What goes into a conversion becomes part of what comes out, by weight (GENEALOGY R5, R9)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from lotline.genealogy.rules.flow.conversions import Conversion, Line, is_lost
from lotline.genealogy.rules.flow.moves import Moves, in_turn, move
from lotline.genealogy.rules.flow.ops import NOWHERE, Body, BodyKind, Content, Outlet, Piece
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import Holder, Kind
from lotline.lots.folds.amount import divide, part_of
from lotline.lots.folds.flow import Booking, Bucket, BucketKind
from lotline.lots.folds.step import Part
from lotline.lots.folds.tank_acts import waste_of

Lines = list[tuple[Part, Booking]]
NOTHING_MADE = Outlet(BucketKind.CONSUMED)


@dataclass(slots=True)
class _Under:
    """A conversion under way: pools of what went in, and the outputs that are still to come."""

    conversion: Conversion
    pooled: bool
    pools: list[int] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)


class Converting:
    """Follows every conversion through the steps that tell of it."""

    def __init__(self, moves: Moves, conversions: Sequence[Conversion]) -> None:
        """Know which steps tell of which conversions."""
        self._moves = moves
        self._of: dict[UUID, list[_Under]] = defaultdict(list)
        self._all = [_under(conversion) for conversion in conversions]
        for under in self._all:
            for event in {line.step.event for line in under.conversion.lines}:
                self._of[event].append(under)

    def take(self, row: Told, lines: Lines) -> Lines:
        """Move what a step says of conversions; give the lines that are about something else."""
        told = self._of.get(row.step.event)
        if not told:
            return lines
        mine: set[tuple[int, UUID | None]] = set()
        for under in told:
            self._step(under, row.step.event)
            mine.update(
                (line.part.number, line.part.object)
                for line in under.conversion.lines
                if line.step.event == row.step.event
            )
        return [line for line in lines if (line[0].number, line[0].object) not in mine]

    def close(self) -> None:
        """Let go of what went in after everything had come out: it is quantified nowhere."""
        for under in self._all:
            outputs = list(range(len(under.conversion.outputs)))
            for pool in under.pools:
                left = self._moves.amounts[pool]
                self._out(under, pool, left, outputs, lost=True)

    def _step(self, under: _Under, event: UUID) -> None:
        conversion = under.conversion
        for line in conversion.inputs:
            if line.step.event == event:
                self._in(under, line)
        now = [n for n, line in enumerate(conversion.outputs) if line.step.event == event]
        if under.pooled and now:
            self._release(under, now)
        under.waiting.difference_update(now)
        for number in now:
            self._made(conversion, conversion.outputs[number])

    def _in(self, under: _Under, line: Line) -> None:
        lot = line.part.object
        assert lot is not None
        if under.pooled:
            under.pools.append(self._moves.new(Body(BodyKind.POOL, lot)))
        for flow in in_turn(line.booking.flows):
            if under.pooled:
                pieces = [Piece(under.pools[-1], flow.amount)]
            else:
                outputs = range(len(under.conversion.outputs))
                pieces = self._pieces(under.conversion, flow.amount, outputs)
            returned = line.step.kind is Kind.RETURN
            move(self._moves, lot, flow, pieces, from_outside=returned)

    def _release(self, under: _Under, now: list[int]) -> None:
        """Give the outputs of this step their part of what has gone in so far."""
        weights = under.conversion.weights
        part = sum(weights[number] for number in now)
        whole = sum(weights[number] for number in under.waiting)
        if not part:
            return
        for pool in under.pools:
            left = self._moves.amounts[pool]
            self._out(under, pool, part_of(left, part, whole), now)

    def _out(
        self, under: _Under, pool: int, amount: int, outputs: list[int], *, lost: bool = False
    ) -> None:
        pieces = self._pieces(under.conversion, amount, outputs, lost=lost)
        self._moves.take(self._moves.bodies[pool].lot, pool, amount, pieces)

    def _pieces(
        self, conversion: Conversion, amount: int, outputs: Iterable[int], *, lost: bool = False
    ) -> list[Piece]:
        numbers = list(outputs)
        if not numbers:
            return [Piece(NOWHERE, amount, NOTHING_MADE)]
        parts = divide(amount, [conversion.weights[number] for number in numbers])
        return [
            self._piece(conversion.outputs[number], part, lost)
            for number, part in zip(numbers, parts, strict=True)
        ]

    def _piece(self, line: Line, amount: int, lost: bool) -> Piece:
        if is_lost(line.part):
            bucket = waste_of(line.step, line.part)
            return Piece(NOWHERE, amount, Outlet(bucket.kind, bucket.detail))
        lot = line.part.object
        assert lot is not None
        target = _destination(line)
        if target is None or lost:
            return Piece(NOWHERE, amount, Outlet(BucketKind.CONSUMED, "", lot, True))
        outlet = Outlet(BucketKind.CONSUMED, "", lot)
        return Piece(self._moves.body_of(lot, target), amount, outlet, True)

    def _made(self, conversion: Conversion, line: Line) -> None:
        lot = line.part.object
        for flow in line.booking.flows:
            assert lot is not None and isinstance(flow.destination, Holder)
            assert isinstance(flow.origin, Bucket)
            kind = flow.origin.kind
            body = self._moves.body_of(lot, flow.destination)
            content = _content(conversion, kind)
            self._moves.enter(lot, flow.amount, [Piece(body, flow.amount)], kind, content)


def _under(conversion: Conversion) -> _Under:
    """Pool what goes in if it is told in several events, or if a lot goes into itself."""
    inputs = {line.part.object for line in conversion.inputs}
    into_itself = any(line.part.object in inputs for line in conversion.made)
    waiting = set(range(len(conversion.outputs)))
    return _Under(conversion, conversion.joined or into_itself, [], waiting)


def _content(conversion: Conversion, kind: BucketKind) -> Content:
    """Say what is known of an output beside what went into it (R9)."""
    if kind is BucketKind.RECEIVED:
        counted = any(line.amount for line in conversion.inputs)
        return Content.NONE if counted else Content.KNOWN
    return Content.NONE if conversion.inputs else Content.UNKNOWN


def _destination(line: Line) -> Holder | None:
    for flow in line.booking.flows:
        if isinstance(flow.destination, Holder):
            return flow.destination
    return None
