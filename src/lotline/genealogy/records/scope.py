"""The blast radius: what suspect lots have become, where all of it is now, and who has it (R10)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from lotline.genealogy.records.trace import Reason
from lotline.lots.records import Amount, LotRef, LotRow, Named


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Conditions on the events through which suspicion is taken to have spread; empty means all.

    A lot stays suspect if an event that meets every condition used, made or handled it. `below` and
    `above` bound the value of the key data element `kde`.
    """

    starts: datetime | None = None
    ends: datetime | None = None
    equipment: UUID | None = None
    operator: str | None = None
    supplier: UUID | None = None
    place: UUID | None = None
    kde: str | None = None
    below: Decimal | None = None
    above: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ScopeQuestion:
    """Which lots are suspect, since when, and how the records are to be read.

    `plain` ignores recorded times (for when clocks or record keeping are in doubt); `recorded` asks
    what was known then, `happened` what had happened by then.
    """

    lots: tuple[UUID, ...]
    since: datetime | None = None
    plain: bool = False
    recorded: datetime | None = None
    happened: datetime | None = None
    narrowing: Narrowing | None = None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """One line of an account: how much is in a bucket, at whom or where, how much is affected.

    `quantity` and `affected` are in the lot's own unit; `suspect` is the suspect itself, followed in
    proportion, in its own unit. Of the names only those that the bucket has are given.
    """

    bucket: str
    quantity: Amount
    affected: Amount
    suspect: tuple[Amount, ...]
    place: Named | None = None
    customer: Named | None = None
    supplier: Named | None = None
    order: str | None = None
    waybill: str | None = None
    unit: LotRef | None = None
    lot: LotRef | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Inflow:
    """What came into a lot: received, produced, gain, unexplained_gain or disputed."""

    origin: str
    quantity: Amount


@dataclass(frozen=True, slots=True)
class LotAccount:
    """The account of one lot: what came in equals where it is; `residual` is 0 or says by how much not."""

    row: LotRow
    inflows: tuple[Inflow, ...]
    lines: tuple[Whereabouts, ...]
    residual: Amount
    share: str | None
    possible: bool
    arrival: datetime | None
    is_suspect: bool


@dataclass(frozen=True, slots=True)
class FatePart:
    """How much of the suspect quantity ended in a bucket, and what part of the whole that is."""

    bucket: str
    quantity: Amount
    percent: str


@dataclass(frozen=True, slots=True)
class Fate:
    """Where the suspect quantity of one dimension is: the parts and the residual make the whole."""

    dimension: str
    suspect: Amount
    parts: tuple[FatePart, ...]
    residual: Amount


@dataclass(frozen=True, slots=True)
class CustomerReach:
    """What one customer got on one order and waybill; `spared` left before the suspicion began."""

    customer: Named
    order: str | None
    waybill: str | None
    lots: tuple[LotRef, ...]
    affected: tuple[Amount, ...]
    suspect: tuple[Amount, ...]
    spared: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class PlaceReach:
    """What lies at one place."""

    place: Named
    bucket: str
    lots: tuple[LotRef, ...]
    affected: tuple[Amount, ...]
    suspect: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Saving:
    """What narrowing spares: lots and affected quantity with and without it."""

    lots_before: int
    lots_after: int
    affected_before: tuple[Amount, ...]
    affected_after: tuple[Amount, ...]
    customers_before: int
    customers_after: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that a scope can be narrowed to, and how many of its lots it would keep."""

    value: str
    label: str
    lots: int


@dataclass(frozen=True, slots=True)
class ParameterFacet:
    """A key data element measured on events of the scope, with the values that were seen."""

    kde: str
    label: str
    unit: str | None
    lowest: str | None
    highest: str | None
    outside: int
    lots: int


@dataclass(frozen=True, slots=True)
class ScopeFacets:
    """Everything that a scope can be narrowed by."""

    starts: datetime | None
    ends: datetime | None
    equipment: tuple[Facet, ...]
    operators: tuple[Facet, ...]
    suppliers: tuple[Facet, ...]
    places: tuple[Facet, ...]
    parameters: tuple[ParameterFacet, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The blast radius of suspect lots.

    `lots` counts the affected ones besides the suspects, `possible` those among them that hang on an
    uncertain link, `plain_more` those that come on top if recorded times are not trusted.
    """

    suspects: tuple[LotRef, ...]
    question: ScopeQuestion
    complete: bool
    exact: bool
    reasons: tuple[Reason, ...]
    lots: int
    possible: int
    plain_more: int
    affected: tuple[Amount, ...]
    fates: tuple[Fate, ...]
    accounts: tuple[LotAccount, ...]
    customers: tuple[CustomerReach, ...]
    places: tuple[PlaceReach, ...]
    units: tuple[LotRef, ...]
    saving: Saving | None
    took_ms: int
