"""Counts and adjustments of a lot: an absolute statement, or a signed difference (GENEALOGY R6)."""

from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.amount import amount_of
from lotline.lots.folds.around import UNPLACED, Around
from lotline.lots.folds.flow import (
    NOTHING,
    UNEXPLAINED,
    UNEXPLAINED_GAIN,
    Booking,
    Bucket,
    BucketKind,
    Flow,
)
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.taking import Sources, carry, places, resolved


def count(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Bring a holder to what was counted there; without a holder, all of the lot that lies at places."""
    assert part.quantity is not None
    holders, flags = _counted(state, step, part, around)
    there = sum(state.balances.get(holder, 0) for holder in holders)
    difference = amount_of(part.quantity) - there
    if difference < 0:
        return _lost(state, step, part, (holders, flags), -difference)
    if difference == 0:
        return NOTHING
    return Booking((Flow(gain_of(step, part), holders[0], difference),), 0, flags)


def adjust(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Add or take a difference; of a negative one only what is there."""
    assert part.quantity is not None
    amount = amount_of(part.quantity)
    if not amount:
        return NOTHING
    holders, flags = _counted(state, step, part, around)
    if amount < 0:
        return _lost(state, step, part, (holders, flags), -amount)
    return Booking((Flow(gain_of(step, part), holders[0], amount),), 0, flags)


def _lost(state: LotState, step: Step, part: Part, sources: Sources, amount: int) -> Booking:
    lost = loss_of(step, part)
    flags = {"unexplained"} if lost is UNEXPLAINED else set()
    booking = carry(state, sources, lost, amount)
    return booking._replace(flags=booking.flags | flags)


def loss_of(step: Step, part: Part) -> Bucket:
    """Give the bucket of a loss: with a reason it is explained, without one it is not (R10)."""
    reason = part.reason or step.reason
    return Bucket(BucketKind.LOSS, reason) if reason else UNEXPLAINED


def gain_of(step: Step, part: Part) -> Bucket:
    """Give the bucket of a gain."""
    reason = part.reason or step.reason
    return Bucket(BucketKind.GAIN, reason) if reason else UNEXPLAINED_GAIN


def _counted(
    state: LotState, step: Step, part: Part, around: Around
) -> tuple[list[Holder], frozenset[str]]:
    named = part.source or part.target
    if named is not None and not part.open_source:
        return [resolved(named, around, step.key)], frozenset()
    if named is None and step.place is not None:
        return [Holder(HolderKind.PLACE, step.place)], frozenset()
    lying, flags = places(state, part, around, step.key)
    return lying or [UNPLACED], flags
