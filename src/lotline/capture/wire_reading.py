"""JSON shapes of what the door shows: refused attempts, and the plant at a glance."""

import datetime as dt
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from lotline.lots.kinds import EventRowShown, LotRefShown


class AttemptErrorShown(Schema):
    """One reason of a refusal, at one place of the body."""

    pointer: str
    code: str
    message: str


class AttemptShown(Schema):
    """A refused command."""

    id: UUID
    at: datetime
    actor: str
    channel: str
    kind: str
    codes: list[str]
    errors: list[AttemptErrorShown]
    body: dict[str, Any]


class AttemptsShown(Schema):
    """A part of the list of refused commands."""

    items: list[AttemptShown]
    next: str | None


class ComplaintShown(Schema):
    """A complaint: the event that tells of it, and the lot it is about."""

    reference: str
    event_id: UUID
    event_time: datetime
    lot: LotRefShown | None
    note: str

    @staticmethod
    def resolve_event_id(mention: Any) -> UUID:
        """Name the event by its id."""
        found: UUID = mention.event
        return found


class LatencyShown(Schema):
    """How long events of a kind took from happening to being recorded, in seconds."""

    kind: str
    n: int
    mean_s: int
    max_s: int
    late: int


class DayShown(Schema):
    """How many deliveries, steps of production and shipments happened on a day."""

    date: dt.date
    received: int
    made: int
    shipped: int


class OverviewShown(Schema):
    """The plant at a glance."""

    lots_in_stock: int
    open_holds: int
    events_today: int
    refused_today: int
    near_expiry: int
    complaints: list[ComplaintShown]
    recent: list[EventRowShown]
    latency: list[LatencyShown]
    days: list[DayShown]
    simulated: bool
