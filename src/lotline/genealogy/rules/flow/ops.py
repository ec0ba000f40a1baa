"""The language in which matter moves: takes from bodies, and what becomes of each taken part.

A *body* is matter of one composition: a lot on hand, one shipment of it, one layer of a tank
(GENEALOGY, the one idea). What leaves a body takes a part of everything in it; what enters changes it
from then on. An `Op` is one such step, in the order of the fold.
"""

from enum import IntEnum, StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from lotline.lots.folds.flow import BucketKind

NOWHERE: Final = -1


class BodyKind(StrEnum):
    """What a body is."""

    HAND = "hand"
    SHIPPED = "shipped"
    LAYER = "layer"
    POOL = "pool"


class Body(NamedTuple):
    """A body of one lot, or of unknown origin; `where` is its shipment or tank.

    What left in a logistic unit is a body of its own: `stay` is that of the unit.
    """

    kind: BodyKind
    lot: UUID | None
    where: UUID | None = None
    stay: UUID | None = None


class Content(IntEnum):
    """What is known of matter that comes from nowhere (R9)."""

    NONE = 0
    KNOWN = 1
    UNKNOWN = 2


class Outlet(NamedTuple):
    """Where a part of a lot left its account: the bucket, and a reason, supplier or output lot."""

    kind: BucketKind
    detail: str = ""
    lot: UUID | None = None
    unquantified: bool = False


class Piece(NamedTuple):
    """What becomes of a part of what an op moves.

    It goes into the body `target`, or nowhere; `outlet` says how it leaves its lot's account, and
    `enters` which other lot it becomes part of.
    """

    target: int
    amount: int
    outlet: Outlet | None = None
    enters: bool = False


class Op(NamedTuple):
    """`amount` out of `whole` leaves the body `source`, or comes from nowhere, and becomes pieces.

    `at` counts the steps of the fold, `lot` is the lot whose matter it is; `inflow` says how it came
    into that lot's account, with `content` known or not.
    """

    at: int
    lot: UUID | None
    source: int
    amount: int
    whole: int
    pieces: tuple[Piece, ...]
    inflow: BucketKind | None = None
    content: Content = Content.NONE
