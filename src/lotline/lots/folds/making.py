"""What lines book that bring a lot in, use it up or bring it back (GENEALOGY R5, R6): pure."""

from typing import Final

from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, HolderKind
from lotline.lots.folds.amount import amount_in
from lotline.lots.folds.around import Around, PlaceKind
from lotline.lots.folds.flow import (
    CONSUMED,
    NOTHING,
    PRODUCED,
    RECEIVED,
    Booking,
    Bucket,
    BucketKind,
    Flow,
)
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.taking import destination, leave, places, shipments
from lotline.lots.folds.tank_acts import tank_of

_ELSEWHERE: Final = frozenset({PlaceKind.TRANSIT, PlaceKind.SUPPLIER})


def receive(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book goods that came in; what comes from a transit or supplier place is taken from there."""
    amount = amount_in(part)
    if part.role in INPUT_ROLES:
        return Booking((Flow(RECEIVED, CONSUMED, amount),))
    to = destination(step, part, around)
    if _comes_from_elsewhere(part, around):
        return leave(state, places(state, part, around, step.key), to, amount)
    return Booking((Flow(RECEIVED, to, amount),))


def _comes_from_elsewhere(part: Part, around: Around) -> bool:
    source = part.source
    if source is None or part.open_source:
        return False
    return source.kind is not HolderKind.PLACE or around.place_kind(source.id) in _ELSEWHERE


def transform(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what goes in and what comes out."""
    if part.role in INPUT_ROLES:
        sources = places(state, part, around, step.key)
        return leave(state, sources, CONSUMED, amount_in(part))
    if part.role in OUTPUT_ROLES:
        return Booking((Flow(PRODUCED, destination(step, part, around), amount_in(part)),))
    return NOTHING


def come_back(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book goods that come back from a customer, into a new lot too, or go back to a supplier."""
    if part.role in OUTPUT_ROLES:
        return Booking((Flow(PRODUCED, destination(step, part, around), amount_in(part)),))
    if step.supplier is not None:
        gone = Bucket(BucketKind.RETURNED_OUT, str(step.supplier))
        return leave(state, places(state, part, around, step.key), gone, amount_in(part))
    into = part.role in INPUT_ROLES
    to = CONSUMED if into else destination(step, part, around)
    return leave(state, shipments(state, step, part, around), to, amount_in(part))


def draw(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what comes out of a tank."""
    if part.role not in OUTPUT_ROLES:
        return NOTHING
    return Booking((Flow(PRODUCED, destination(step, part, around), amount_in(part)),))


def fill(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what goes into a tank."""
    if part.role not in INPUT_ROLES:
        return NOTHING
    tank = tank_of(step)
    return leave(state, places(state, part, around, step.key), tank, amount_in(part))
