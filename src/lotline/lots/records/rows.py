"""Lots as lists and pages show them, in the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LotFilter:
    """Which lots a list shows."""

    kind: str = "lot"
    q: str = ""
    product: UUID | None = None
    quality: str | None = None
    held: bool | None = None
    expired: bool | None = None
    in_stock: bool | None = None
    near_expiry_days: int | None = None
    supplier: UUID | None = None
    place: UUID | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A master's identity, code and name in the reader's language."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its unit, ready to show."""

    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot as lists show it."""

    id: UUID
    kind: str
    code: str
    product: Named | None
    quantity: Amount | None
    made: Amount | None
    quality: str
    on_hold: bool
    expired: bool
    good_until: datetime | None
    expires_on: date | None
    supplier: Named | None
    supplier_lot: str | None
    first_event_time: datetime
    last_event_time: datetime
    place: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class LotRef:
    """A lot as others mention it."""

    id: UUID
    kind: str
    code: str
    product: str | None = None


@dataclass(frozen=True, slots=True)
class HolderCard:
    """A place or logistic unit as the holder of a quantity."""

    id: UUID
    kind: str
    code: str
    name: str
    place_kind: str | None = None


@dataclass(frozen=True, slots=True)
class LotPart:
    """How much of what lies there has one quality and one owner; `owner` is None where it is ours."""

    quality: str
    owner: str | None
    quantity: Amount


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """How much lies where, and in which parts."""

    holder: HolderCard
    quantity: Amount
    parts: tuple[LotPart, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldCard:
    """A hold as a lot's page shows it, open or released."""

    id: UUID
    reason: str
    note: str
    held_at: datetime
    held_by: str
    released_at: datetime | None
    released_by: str | None
    release_note: str | None
    inherited_from: LotRef | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Something inside a logistic unit now."""

    lot: LotRef
    quantity: Amount | None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class LotDetail:
    """Everything of a lot's present on one page."""

    row: LotRow
    codes: tuple[str, ...]
    uri: str | None
    balances: tuple[BalanceRow, ...]
    holds: tuple[HoldCard, ...]
    contents: tuple[Content, ...]
    container: LotRef | None
    disputed: Amount | None


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold with everything it lies on, as the list of holds shows it."""

    id: UUID
    reason: str
    note: str
    held_at: datetime
    held_by: str
    lots: tuple[LotRef, ...]
    released_at: datetime | None
    released_by: str | None
    release_note: str | None
