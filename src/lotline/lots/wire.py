"""JSON shapes of single lots, lists of lots and searches."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from lotline.lots.kinds import LotRefShown, LotRowShown, QuantityShown
from lotline.lots.queries import SORTS
from lotline.lots.records import LotDetail, LotFilter
from lotline.lots.wire_common import Cursor, Limit, flat

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


class LotPage(Schema):
    """Some lots, and where to go on."""

    items: list[LotRowShown]
    next: str | None


class HolderShown(Schema):
    """A place, logistic unit, tank or shipment as the holder of a quantity."""

    id: UUID
    kind: Literal["place", "unit", "tank", "shipment"]
    code: str
    name: str
    place_kind: str | None


class LotPartShown(Schema):
    """How much of what lies there has one quality and one owner; no owner means ours."""

    quality: str
    owner: str | None
    quantity: QuantityShown


class BalanceShown(Schema):
    """How much lies where, and in which parts."""

    holder: HolderShown
    quantity: QuantityShown
    parts: list[LotPartShown]


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
