"""What every body is made of: raw quantity by dimension, and how much of it nobody knows (R9).

Content is counted where matter comes into the records: what is received counts with its quantity;
what is disputed, gained, drawn beyond the book of a tank, or made of nothing counts too, and as
unknown.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from lotline.genealogy.rules.flow.measure import measured, to_base
from lotline.genealogy.rules.flow.moves import Moves
from lotline.genealogy.rules.flow.ops import NOWHERE, Content, Op
from lotline.genealogy.rules.flow.vectors import Vector, add, split, take

UNKNOWN = "?"


@dataclass(slots=True)
class Contents:
    """What each op moved, and what ever came into each lot; unknown parts under `?` + dimension.

    `booked` leaves out what went into outputs without quantity: it is in no body.
    """

    moved: list[Vector] = field(default_factory=list)
    entered: dict[UUID, Vector] = field(default_factory=lambda: defaultdict(dict))
    booked: dict[UUID, Vector] = field(default_factory=lambda: defaultdict(dict))


def contents_of(moves: Moves) -> Contents:
    """Follow all content through all ops."""
    found = Contents()
    bodies: dict[int, Vector] = defaultdict(dict)
    for op in moves.ops:
        if op.source == NOWHERE:
            moved = _fresh(moves, op)
            if op.lot is not None:
                add(found.entered[op.lot], moved)
                add(found.booked[op.lot], moved)
        else:
            moved = take(bodies[op.source], op.amount, op.whole)
        found.moved.append(moved)
        if moved:
            _put(moves, op, moved, bodies, found)
    return found


def _put(moves: Moves, op: Op, moved: Vector, bodies: dict[int, Vector], found: Contents) -> None:
    for piece, part in zip(op.pieces, split(moved, [p.amount for p in op.pieces]), strict=True):
        if piece.target == NOWHERE:
            if piece.outlet is not None and piece.outlet.unquantified and piece.outlet.lot:
                add(found.entered[piece.outlet.lot], part)
            continue
        add(bodies[piece.target], part)
        lot = moves.bodies[piece.target].lot
        if piece.enters and lot is not None and (op.source != NOWHERE or lot != op.lot):
            add(found.entered[lot], part)
            add(found.booked[lot], part)


def _fresh(moves: Moves, op: Op) -> Vector:
    if op.content is Content.NONE:
        return {}
    if op.lot is None:
        amount, dimension = op.amount, moves.dimensions.get(op.pieces[0].target, "")
    else:
        unit = moves.fold.own_unit.get(op.lot)
        amount, dimension = to_base(op.amount, unit), measured(unit).dimension
    known = {dimension: amount}
    return known | {UNKNOWN + dimension: amount} if op.content is Content.UNKNOWN else known
