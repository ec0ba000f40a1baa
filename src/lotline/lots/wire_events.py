"""JSON shapes of single events and lists of events."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from lotline.lots.kinds import EventRowShown, LotRefShown, QuantityShown
from lotline.lots.records import EventDetail
from lotline.lots.wire_common import Cursor, Limit, flat


class EventsAsked(Schema):
    """Which events are wanted, how many, from where."""

    kind: Annotated[str | None, Field(max_length=40)] = None
    mode: Literal["command", "fact"] | None = None
    flag: Annotated[str | None, Field(max_length=80)] = None
    limit: Limit = 50
    cursor: Cursor = None


class EventPage(Schema):
    """Some events, and where to go on."""

    items: list[EventRowShown]
    next: str | None


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
    weight: str | None
    quality: str | None
    owner: str | None


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


class EventVersionShown(Schema):
    """One stage in the history of a record."""

    event_id: UUID
    kind: str
    state: Literal["effective", "voided", "declaration"]
    event_time: datetime
    record_time: datetime
    actor: str
    reason: str | None
    note: str


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
    history: list[EventVersionShown]

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
