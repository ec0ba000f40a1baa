"""What lines book that move a lot, ship it or end it (GENEALOGY R6): pure."""

from lotline.lots.events import Kind
from lotline.lots.folds.amount import amount_in
from lotline.lots.folds.around import Around
from lotline.lots.folds.flow import Booking, Bucket, BucketKind
from lotline.lots.folds.shipment import shipment_of
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.taking import carry, destination, leave, places


def move(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what goes from place to place, as far as it is there."""
    sources = places(state, part, around, step.key)
    return carry(state, sources, destination(step, part, around), amount_in(part))


def ship(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what leaves to a customer, or to a place of ours on the way."""
    inside = step.customer is None and part.target is not None
    to = destination(step, part, around) if inside else shipment_of(step)
    return leave(state, places(state, part, around, step.key), to, amount_in(part))


def destroy(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what is destroyed or sampled."""
    reason = part.reason or step.reason or ""
    kind = BucketKind.DESTROYED
    if step.kind is Kind.SAMPLE or reason == "sample":
        kind, reason = BucketKind.SAMPLED, reason or "sample"
    sources = places(state, part, around, step.key)
    return leave(state, sources, Bucket(kind, reason), amount_in(part))
