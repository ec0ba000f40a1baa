"""What one line of an event books for its lot: quantities that go from somewhere to somewhere."""

from enum import StrEnum
from typing import Final, NamedTuple

from lotline.lots.events import Holder


class BucketKind(StrEnum):
    """An end of a flow that is no place: where a lot's quantity comes from or is lost to (R10)."""

    RECEIVED = "received"
    PRODUCED = "produced"
    GAIN = "gain"
    UNEXPLAINED_GAIN = "unexplained_gain"
    DISPUTED = "disputed"
    CONSUMED = "consumed"
    DESTROYED = "destroyed"
    SAMPLED = "sampled"
    RETURNED_OUT = "returned_out"
    LOSS = "loss"
    UNEXPLAINED = "unexplained"
    ELSEWHERE = "elsewhere"


class Bucket(NamedTuple):
    """A bucket of a lot's account; `detail` is a reason, or a supplier's id."""

    kind: BucketKind
    detail: str = ""


End = Holder | Bucket

RECEIVED: Final = Bucket(BucketKind.RECEIVED)
PRODUCED: Final = Bucket(BucketKind.PRODUCED)
UNEXPLAINED_GAIN: Final = Bucket(BucketKind.UNEXPLAINED_GAIN)
DISPUTED: Final = Bucket(BucketKind.DISPUTED)
CONSUMED: Final = Bucket(BucketKind.CONSUMED)
UNEXPLAINED: Final = Bucket(BucketKind.UNEXPLAINED)
INFLOWS: Final = frozenset(
    {
        BucketKind.RECEIVED,
        BucketKind.PRODUCED,
        BucketKind.GAIN,
        BucketKind.UNEXPLAINED_GAIN,
        BucketKind.DISPUTED,
    }
)


class Flow(NamedTuple):
    """An amount of one lot, in its own unit, that goes from one end to another.

    From bucket to bucket: it was said to have been there, and left at once (GENEALOGY R4).
    """

    origin: End
    destination: End
    amount: int


class Booking(NamedTuple):
    """What a line books: its flows, what it could not book because it was not there, and doubts.

    `flags` are reason codes of GENEALOGY R11: place_assumed, shipment_assumed,
    packed_after_shipping.
    """

    flows: tuple[Flow, ...] = ()
    unbooked: int = 0
    flags: frozenset[str] = frozenset()

    @property
    def disputed(self) -> int:
        """Give how much of the line the record does not cover."""
        return self.unbooked + sum(
            flow.amount
            for flow in self.flows
            if isinstance(flow.origin, Bucket) and flow.origin.kind is BucketKind.DISPUTED
        )


NOTHING: Final = Booking()
