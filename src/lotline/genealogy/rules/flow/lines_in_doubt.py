"""What is doubtful in one line of an event: pure (GENEALOGY R11)."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from lotline.lots.events import Kind, ObjectKind, Role
from lotline.lots.folds.flow import Booking, Bucket, BucketKind
from lotline.lots.folds.step import Part, Step

_WITHOUT: Final = frozenset(
    {
        Kind.PROCESS,
        Kind.INSPECT,
        Kind.HOLD,
        Kind.RELEASE,
        Kind.CORRECT,
        Kind.MOUNT,
        Kind.UNMOUNT,
        Kind.CLEAR,
    }
)
_UNCOUNTED: Final = frozenset({ObjectKind.LOGISTIC_UNIT, ObjectKind.ITEM})
_UNEXPLAINED: Final = frozenset({BucketKind.UNEXPLAINED, BucketKind.UNEXPLAINED_GAIN})


def line_doubts(step: Step, part: Part, booking: Booking) -> Iterator[tuple[str, UUID]]:
    """Give the reasons that a line puts on its own lot."""
    lot = part.object
    if lot is None or part.object_kind is ObjectKind.LOGISTIC_UNIT:
        return
    if lacks_quantity(step, part):
        yield "quantity_missing", lot
    if "unit_mismatch" in part.flags:
        yield "unit_mismatch", lot
    if booking.disputed:
        yield "disputed", lot
    for code in booking.flags:
        yield code, lot
    for flow in booking.flows:
        for end in (flow.origin, flow.destination):
            if isinstance(end, Bucket) and end.kind in _UNEXPLAINED:
                yield "unexplained", lot


def lacks_quantity(step: Step, part: Part) -> bool:
    """Say whether a line should have a quantity in the lot's own unit and has none."""
    counted = part.object_kind not in _UNCOUNTED and part.role is not Role.PARENT
    return part.quantity is None and counted and step.kind not in _WITHOUT
