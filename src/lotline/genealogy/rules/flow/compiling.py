"""From what every line booked to the moves of matter between bodies, in the order of the fold."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from lotline.genealogy.rules.flow.conversions import Conversion
from lotline.genealogy.rules.flow.converting import Converting
from lotline.genealogy.rules.flow.moves import Moves, in_turn, move
from lotline.genealogy.rules.flow.ops import NOWHERE, Outlet, Piece
from lotline.genealogy.rules.flow.tanking import Tanking
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Crossing, Fold
from lotline.lots.events import Holder
from lotline.lots.folds.flow import Booking, Flow
from lotline.lots.folds.step import Part


def compiled(fold: Fold, conversions: Sequence[Conversion], tanks: Mapping[UUID, Tank]) -> Moves:
    """Give the moves of all matter."""
    moves = Moves(fold)
    converting, tanking = Converting(moves, conversions), Tanking(moves, tanks)
    for at, row in enumerate(fold.told):
        moves.at = at
        for crossing in row.crossings:
            _cross(moves, crossing)
        rest = converting.take(row, tanking.take(row, list(row.lines)))
        for part, booking in rest:
            _book(moves, part, booking)
    converting.close()
    return moves


def _cross(moves: Moves, crossing: Crossing) -> None:
    lot = crossing.lot
    before, after = (
        moves.inside(lot, crossing.stay.id, out) for out in (crossing.before, crossing.after)
    )
    moves.take(lot, before, crossing.amount, [Piece(after, crossing.amount)])


def _book(moves: Moves, part: Part, booking: Booking) -> None:
    for flow in in_turn(booking.flows):
        assert part.object is not None
        move(moves, part.object, flow, [_piece(moves, part.object, flow)])


def _piece(moves: Moves, lot: UUID, flow: Flow) -> Piece:
    end = flow.destination
    if isinstance(end, Holder):
        return Piece(moves.body_of(lot, end), flow.amount)
    return Piece(NOWHERE, flow.amount, Outlet(end.kind, end.detail))
