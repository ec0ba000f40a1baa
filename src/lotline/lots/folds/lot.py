"""The fold of one lot: what each line of a step does to its balances (GENEALOGY R4, R6).

A leaving line (consumed, filled, packed, shipped, destroyed, sent back) counts in full at whoever got
it, even where the record could not cover it; a moving line and a negative adjustment book only what
was there. So no place ever goes below zero, and nothing is silent.
"""

from collections.abc import Callable
from typing import Final

from lotline.lots.events import Kind, ObjectKind
from lotline.lots.folds.around import Around
from lotline.lots.folds.flow import NOTHING, Booking
from lotline.lots.folds.leaving import destroy, move, ship
from lotline.lots.folds.making import come_back, draw, fill, receive, transform
from lotline.lots.folds.packing import pack, unpack
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.stocktaking import adjust, count
from lotline.lots.folds.tank_acts import is_about_tank


def apply(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book one line of a step on its lot's state; a line without quantity books nothing.

    Of a step that names a lot more than once, the lines that go in come before those that come out
    (`expand.in_order`).
    """
    booking = judge(state, step, part, around)
    state.book(booking.flows, step.key)
    return booking


def judge(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Say what a line would book, and leave the state as it is."""
    rule = _RULES.get(step.kind)
    kind = part.object_kind
    if rule is None or kind is ObjectKind.LOGISTIC_UNIT:
        return NOTHING
    if part.quantity is None and (kind is not ObjectKind.ITEM or step.kind in _STOCKTAKING):
        return NOTHING
    return rule(state, step, part, around)


def _stocktaking(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Leave what is in a tank to the fold of the tank."""
    if is_about_tank(step, part):
        return NOTHING
    rule = count if step.kind is Kind.COUNT else adjust
    return rule(state, step, part, around)


_STOCKTAKING: Final = frozenset({Kind.COUNT, Kind.ADJUST})
_Rule = Callable[[LotState, Step, Part, Around], Booking]
_RULES: Final[dict[Kind, _Rule]] = {
    Kind.RECEIVE: receive,
    Kind.TRANSFORM: transform,
    Kind.SPLIT: transform,
    Kind.MERGE: transform,
    Kind.REWORK: transform,
    Kind.RETURN: come_back,
    Kind.PACK: pack,
    Kind.ASSEMBLE: pack,
    Kind.UNPACK: unpack,
    Kind.DISASSEMBLE: unpack,
    Kind.MOVE: move,
    Kind.SHIP: ship,
    Kind.DESTROY: destroy,
    Kind.SAMPLE: destroy,
    Kind.COUNT: _stocktaking,
    Kind.ADJUST: _stocktaking,
    Kind.FILL: fill,
    Kind.DRAW: draw,
}
