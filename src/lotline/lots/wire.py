"""JSON shapes of single lots, single events and searches."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from lotline.lots.kinds import EventRowShown, LotRefShown, LotRowShown, QuantityShown
from lotline.lots.queries import SORTS
from lotline.lots.records import EventDetail, LotDetail, LotFilter

Limit = Annotated[int, Field(ge=1, le=200)]
Cursor = Annotated[str | None, Field(max_length=6000)]
Q = Annotated[str, Field(max_length=200)]


class LotsAsked(Schema):
    """Which lots are wanted, in which order, how many, from where."""

    kind: Literal["lot", "supplier_lot", "item", "logistic_unit"] = "lot"
    q: Q = ""
    product: UUID | None = None
    quality: Literal["pending", "conforming", "conceded", "nonconforming"] | None = None
    held: bool | None = None
    expired: bool | None = None
    in_stock: bool | None = None
    near_expiry_days: Annotated[int | None, Field(ge=0, le=3660)] = None
    supplier: UUID | None = None
    place: UUID | None = None
    sort: Annotated[str, Field(max_length=40, examples=list(SORTS))] = SORTS[0]
    limit: Limit = 50
    cursor: Cursor = None

    def chosen(self) -> LotFilter:
        """Give it in the room's own words."""
        return LotFilter(**self.model_dump(exclude={"sort", "limit", "cursor"}))


class EventsAsked(Schema):
    """Which events are wanted, how many, from where."""

    kind: Annotated[str | None, Field(max_length=40)] = None
    mode: Literal["command", "fact"] | None = None
    flag: Annotated[str | None, Field(max_length=80)] = None
    limit: Limit = 50
    cursor: Cursor = None


class LotPage(Schema):
    """Some lots, and where to go on."""

    items: list[LotRowShown]
    next: str | None


class EventPage(Schema):
    """Some events, and where to go on."""

    items: list[EventRowShown]
    next: str | None


class HolderShown(Schema):
    """A place or logistic unit as the holder of a quantity."""

    id: UUID
    kind: Literal["place", "unit"]
    code: str
    name: str
    place_kind: str | None


class BalanceShown(Schema):
    """How much lies where."""

    holder: HolderShown
    quantity: QuantityShown


class LotHoldShown(Schema):
    """A hold on this lot or on the supplier lot it came from."""

    id: UUID
    reason: str
    note: str
    held_at: datetime
    held_by: str
    released_at: datetime | None
    released_by: str | None
    release_note: str | None
    inherited_from: LotRefShown | None


class ContentShown(Schema):
    """Something inside a logistic unit, and when it was last put there."""

    lot: LotRefShown
    quantity: QuantityShown | None
    since: datetime | None


class LotDetailShown(LotRowShown):
    """Everything of a lot's present."""

    codes: list[str]
    uri: str | None
    balances: list[BalanceShown]
    holds: list[LotHoldShown]
    contents: list[ContentShown]
    container: LotRefShown | None
    disputed: QuantityShown | None

    @classmethod
    def of(cls, detail: LotDetail) -> "LotDetailShown":
        """Lay the row and what surrounds it on one level."""
        return cls.model_validate(flat(detail))


class EventLineShown(Schema):
    """One line of an event."""

    line: int
    role: str
    lot: LotRefShown | None
    quantity: QuantityShown | None
    entered: QuantityShown | None
    disputed: QuantityShown | None
    second_quantity: QuantityShown | None
    source: Annotated[str | None, Field(serialization_alias="from")]
    target: Annotated[str | None, Field(serialization_alias="to")]
    certainty: str
    reason: str | None


class HoldMentionShown(Schema):
    """The hold that an event laid on or lifted."""

    id: UUID
    reason: str
    note: str


class ChainShown(Schema):
    """Where an event stands in the ledger."""

    stream: str
    stream_seq: int
    prev_hash: str
    hash: str
    alg: str
    position: int | None
    record_time: datetime


class EventDetailShown(EventRowShown):
    """Everything of one event."""

    event_time_to: datetime | None
    precision: str
    time_source: str
    site: str | None
    run: str | None
    crew: str | None
    owner: str | None
    business_date: date
    lines: list[EventLineShown]
    hold: HoldMentionShown | None
    chain: ChainShown
    epcis: dict[str, Any] | None
    source: dict[str, Any] | None

    @classmethod
    def of(cls, detail: EventDetail) -> "EventDetailShown":
        """Lay the row and what surrounds it on one level."""
        return cls.model_validate(flat(detail))


class EventCheckShown(Schema):
    """One thing looked at."""

    name: Literal["payload", "link_back", "link_forward", "head", "order", "projection"]
    ok: bool
    detail: str


class EventVerificationShown(Schema):
    """Whether an event is as it was written."""

    ok: bool
    checks: list[EventCheckShown]
    hash: str
    recomputed: str
    took_ms: int


class HitShown(Schema):
    """One thing found; the id of a reference is that of the event to open."""

    kind: str
    id: UUID
    code: str
    title: str
    subtitle: str
    status: str | None


class UnderstandingShown(Schema):
    """What the text says by the standards of codes."""

    scheme: str
    gtin: str | None
    lot: str | None
    serial: str | None
    sscc: str | None
    note: str | None


class HitsShown(Schema):
    """What was found, and whether something carries just this code."""

    items: list[HitShown]
    exact: bool
    understood: UnderstandingShown | None


def flat(detail: LotDetail | EventDetail) -> dict[str, Any]:
    """Give the fields of a record and of the row inside it side by side."""
    own = {name: getattr(detail, name) for name in detail.__slots__ if name != "row"}
    return {name: getattr(detail.row, name) for name in detail.row.__slots__} | own
