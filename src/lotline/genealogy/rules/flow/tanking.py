"""What is filled into a tank lies in its layer, and what is drawn is made of layers (GENEALOGY R8)."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from lotline.genealogy.rules.flow.conversions import is_lost
from lotline.genealogy.rules.flow.measure import from_base
from lotline.genealogy.rules.flow.moves import Moves, in_turn, move
from lotline.genealogy.rules.flow.ops import NOWHERE, Body, BodyKind, Content, Outlet, Piece
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, Holder, Kind
from lotline.lots.folds.flow import Booking, BucketKind
from lotline.lots.folds.step import Part
from lotline.lots.folds.tank import TankBooking
from lotline.lots.folds.tank_acts import counted_tank, is_about_tank, tank_of

Lines = list[tuple[Part, Booking]]
_TANKING = frozenset({Kind.FILL, Kind.DRAW, Kind.CLEAR})
_STOCKTAKING = frozenset({Kind.COUNT, Kind.ADJUST})


class Tanking:
    """Follows every tank through the steps that tell of it, entry by entry."""

    def __init__(self, moves: Moves, tanks: Mapping[UUID, Tank]) -> None:
        """Know what each entry of each tank booked."""
        self._moves = moves
        self._tanks = tanks
        self._next: dict[UUID, int] = defaultdict(int)
        self._layers: dict[tuple[UUID, int], int] = {}

    def take(self, row: Told, lines: Lines) -> Lines:
        """Move what a step says of a tank; give the lines that are about something else."""
        step = row.step
        if step.kind is Kind.CLEAR:
            self._leave(*self._booking(tank_of(step).id))
        if step.kind in _TANKING:
            for part, booking in lines:
                self._line(row, part, booking)
            return []
        if step.kind not in _STOCKTAKING:
            return lines
        for part, _ in lines:
            if is_about_tank(step, part):
                self._correct(row, part)
        return [line for line in lines if not is_about_tank(step, line[0])]

    def layers(self) -> Mapping[tuple[UUID, int], int]:
        """Give the body of every layer by tank and number."""
        return self._layers

    def _booking(self, tank: UUID) -> tuple[Tank, TankBooking]:
        known = self._tanks[tank]
        booking = known.story.bookings[self._next[tank]]
        self._next[tank] += 1
        return known, booking

    def _line(self, row: Told, part: Part, booking: Booking) -> None:
        step = row.step
        if step.kind is Kind.FILL and part.role in INPUT_ROLES and part.object is not None:
            tank, filled = self._booking(tank_of(step).id)
            body = self._layer(tank, filled)
            for flow in in_turn(booking.flows):
                move(self._moves, part.object, flow, [Piece(body, flow.amount)])
        elif step.kind is Kind.DRAW and part.role in OUTPUT_ROLES and part.object is not None:
            self._draw(*self._booking(tank_of(step).id), part, part.object, booking)
        elif step.kind is Kind.DRAW and is_lost(part):
            self._leave(*self._booking(tank_of(step).id))

    def _layer(self, tank: Tank, filled: TankBooking) -> int:
        assert filled.layer is not None
        body = self._moves.new(Body(BodyKind.LAYER, filled.entry.lot, tank.id))
        self._layers[tank.id, filled.layer] = body
        self._moves.dimensions[body] = filled.entry.dimension
        return body

    def _draw(
        self, tank: Tank, drawn: TankBooking, part: Part, lot: UUID, booking: Booking
    ) -> None:
        for flow in booking.flows:
            assert isinstance(flow.destination, Holder)
            target = self._moves.body_of(lot, flow.destination)
            for given in drawn.given:
                layer = tank.story.layers[given.layer]
                outlet = Outlet(BucketKind.CONSUMED, "", lot)
                pieces = [Piece(target, given.own, outlet, True)]
                body = self._layers[tank.id, given.layer]
                self._moves.take(layer.entry.lot, body, given.own, pieces)
            unknown = flow.amount if drawn.linked else from_base(drawn.missing, part.unit)
            added = [Piece(target, unknown, None, True)]
            self._moves.enter(lot, unknown, added, None, Content.UNKNOWN)
            made = [Piece(target, flow.amount)]
            self._moves.enter(lot, flow.amount, made, BucketKind.PRODUCED, Content.NONE)

    def _leave(self, tank: Tank, lost: TankBooking) -> None:
        if lost.bucket is None:
            return
        outlet = Outlet(lost.bucket.kind, lost.bucket.detail)
        for given in lost.given:
            layer = tank.story.layers[given.layer]
            body = self._layers[tank.id, given.layer]
            pieces = [Piece(NOWHERE, given.own, outlet)]
            self._moves.take(layer.entry.lot, body, given.own, pieces)

    def _correct(self, row: Told, part: Part) -> None:
        tank, booking = self._booking(counted_tank(row.step, part))
        if booking.layer is None:
            self._leave(tank, booking)
            return
        body = self._layer(tank, booking)
        pieces = [Piece(body, booking.gained)]
        self._moves.enter(None, booking.gained, pieces, None, Content.UNKNOWN)
