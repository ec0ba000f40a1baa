"""What the flow of matter through recorded steps says: reach, shares, accounts, doubts (GENEALOGY).

Everything is in bare ids, for whoever puts names to it. Quantities of a lot are in its own unit; the
suspect itself is told by dimension, in the unit that `Blast.units` or `Shares.units` names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

ByDimension = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class FlowHop:
    """A step of matter from a lot to the next: in with the event `into`, out with `out_of`.

    The same event, unless the lots met in a tank. `quantity` is in the unit of `source`, None where
    nothing is booked. `certain` is what the lines say; `pro_rated` that one pool fed several.
    """

    source: UUID
    target: UUID
    into: UUID
    out_of: UUID
    time_in: datetime
    time_out: datetime
    quantity: Decimal | None
    certain: bool
    pro_rated: bool


@dataclass(frozen=True, slots=True)
class Lying:
    """So much of a lot at one holder. A unit is told with where it stands: `place` or `shipment`."""

    lot: UUID
    quantity: Decimal
    place: UUID | None = None
    unit: UUID | None = None
    shipment: UUID | None = None
    tank: UUID | None = None
    customer: UUID | None = None
    order: str | None = None
    waybill: str | None = None


@dataclass(frozen=True, slots=True)
class DisputedLine:
    """What an event said of a lot and the record does not cover, in the lot's own unit."""

    event: UUID
    lot: UUID | None
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class YieldGap:
    """What went into an event less what came out of it, waste included, in the base unit."""

    event: UUID
    dimension: str
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class Findings:
    """What is odd in the records of the whole plant, whatever was asked (R11).

    `empty_units` are logistic units shipped with nothing known inside: event and unit;
    `unknown_declarations` are declarations with the event they name, which nobody has recorded.
    """

    disputed: tuple[DisputedLine, ...]
    yield_gaps: tuple[YieldGap, ...]
    empty_units: tuple[tuple[UUID, UUID], ...]
    unknown_declarations: tuple[tuple[UUID, UUID], ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """Every reason that sits on a lot of the answer, with those lots (R11)."""

    reasons: Mapping[str, frozenset[UUID]]
    complete: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """The lots that a suspicion arrives at, one way; backwards, the lots it can have come from.

    `lots` has each with the earliest moment of its arrival (backwards, the latest moment of its
    leaving), None where it is the bound asked for. `possible` hang on something uncertain;
    `ambiguous` are in only because events of equal time may have followed each other either way;
    `plain` is what is reached if recorded times are not trusted.
    """

    lots: Mapping[UUID, datetime]
    possible: frozenset[UUID]
    ambiguous: frozenset[UUID]
    plain: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class FlowTrace:
    """Both ways from the lots asked about, and how far that can be trusted."""

    starts: frozenset[UUID]
    backward: Reach
    forward: Reach
    doubts: Doubts


@dataclass(frozen=True, slots=True)
class LotShare:
    """How much of the suspects is in a lot, or of an ancestor in the lot asked about (R9).

    `contribution` ever entered it; `intensity` is that by what entered it; `share` the part of its
    content, between 0 and 1, and `unknown` the part of unknown origin; None where it has no content
    of that dimension. `approximate` where an estimate lies on the way.
    """

    lot: UUID
    contribution: ByDimension
    intensity: ByDimension
    share: Decimal | None
    unknown: Decimal | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class FlowShares:
    """Shares one way; `dimension` is that of the shares, `units` those of the contributions."""

    dimension: str
    units: Mapping[str, str]
    lots: Mapping[UUID, LotShare]
    doubts: Doubts


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of an account: how much, how much of it is affected, and the suspect in it.

    Which of the names it has depends on the bucket; `elsewhere` has none: the reader may not see.
    """

    bucket: str
    quantity: Decimal
    affected: Decimal
    suspect: ByDimension
    place: UUID | None = None
    unit: UUID | None = None
    tank: UUID | None = None
    shipment: UUID | None = None
    customer: UUID | None = None
    order: str | None = None
    waybill: str | None = None
    lot: UUID | None = None
    supplier: UUID | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FlowAccount:
    """The account of one lot: all that came in equals all lines; `residual` is 0 (R10, table 1)."""

    lot: UUID
    unit: str | None
    inflows: Mapping[str, Decimal]
    lines: tuple[AccountLine, ...]
    residual: Decimal
    arrival: datetime | None
    share: LotShare | None
    possible: bool


@dataclass(frozen=True, slots=True)
class FlowFate:
    """Where the suspect quantity of one dimension is in the end (R10, table 3)."""

    dimension: str
    unit: str
    suspect: Decimal
    parts: Mapping[str, Decimal]
    residual: Decimal


@dataclass(frozen=True, slots=True)
class Blast:
    """The blast radius of suspect lots: reach, three tables, and the units that held affected goods."""

    starts: frozenset[UUID]
    since: datetime | None
    forward: Reach
    accounts: Mapping[UUID, FlowAccount]
    fates: tuple[FlowFate, ...]
    units: frozenset[UUID]
    doubts: Doubts
