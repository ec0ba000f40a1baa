"""A trace: everything that went into a lot and came of it, and how far that can be trusted."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from lotline.lots.events import Measure
from lotline.lots.records import Amount, LotRef, LotRow, Named

Way = Literal["back", "forward"]
Direction = Literal["back", "forward", "both"]
ReasonCode = Literal[
    "origin_unrecorded",
    "disputed",
    "quantity_missing",
    "unit_mismatch",
    "contents_unfollowed",
    "tank_underrun",
    "unexplained",
    "voided_uncorrected",
    "recorded_later",
    "hidden",
    "cut",
    "allocation_assumed",
    "place_assumed",
    "shipment_assumed",
    "tank_model_undeclared",
    "order_ambiguous",
    "possible_link",
    "packed_after_shipping",
    "late",
    "cycle",
]


@dataclass(frozen=True, slots=True)
class Incidence:
    """One lot's part in one event, with the side of the step that it stands on."""

    event: UUID
    line: int
    link: UUID
    object: UUID
    side: str
    kind: str
    role: str
    quantity: Measure | None
    disputed: Decimal
    certainty: str
    event_time: datetime
    parent: UUID | None
    party: UUID | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """A thing inside a logistic unit for an interval [starts, ends)."""

    unit: UUID
    child: UUID
    number: int
    starts: datetime
    ends: datetime | None
    quantity: Measure | None
    packed_by: UUID


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer is not complete or not exact, or something worth knowing about it."""

    code: ReasonCode
    lots: tuple[LotRef, ...]

    @property
    def count(self) -> int:
        """Give how many lots it sits on."""
        return len(self.lots)


@dataclass(frozen=True, slots=True)
class TraceLot:
    """A lot or logistic unit of the answer and how many steps away it is.

    `possible` where it hangs on an uncertain link alone; `plain_only` where recorded times say that
    nothing can have come through; `arrival` is when suspicion would have reached it, going forward.
    """

    row: LotRow
    distance: int
    direction: Way
    possible: bool = False
    plain_only: bool = False
    arrival: datetime | None = None


@dataclass(frozen=True, slots=True)
class CustomerTotal:
    """What a customer got of the lots of the answer."""

    party: Named
    quantity: tuple[Amount, ...]
    orders: tuple[str, ...]
    waybills: tuple[str, ...]
    lots: int


@dataclass(frozen=True, slots=True)
class SupplierTotal:
    """What a supplier delivered of the lots of the answer."""

    party: Named
    quantity: tuple[Amount, ...]
    lots: int


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that went into a lot, everything it went into, and how far that can be trusted.

    A lot on a loop through the start stands in both directions, once in each.
    """

    start: LotRow
    direction: Direction
    complete: bool
    exact: bool
    reasons: tuple[Reason, ...]
    lots: tuple[TraceLot, ...]
    units: tuple[TraceLot, ...]
    customers: tuple[CustomerTotal, ...]
    suppliers: tuple[SupplierTotal, ...]
    incidences: tuple[Incidence, ...]
    events: int
    took_ms: int
    plain_more: int = 0
    possible: int = 0


def ref_of(row: LotRow) -> LotRef:
    """Mention a lot."""
    return LotRef(row.id, row.kind, row.code, row.product.name if row.product else None)
