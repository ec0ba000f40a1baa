"""Events as lists and pages show them, in the reader's language."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from lotline.lots.events import Reference
from lotline.lots.records.rows import Amount, LotRef


@dataclass(frozen=True, slots=True)
class Measurement:
    """A reading with the limits that held when it was taken."""

    kde: str
    name: str
    value: str
    unit: str | None
    lsl: str | None
    target: str | None
    usl: str | None
    within: bool | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as lists show it; `role` and `quantity` are those of the lot that was asked about.

    `counterparties` are the lots on its other side, at most twenty of `counterparty_count`. A
    declared event is `voided_by` its declaration, which `corrects` it; a corrective one `replaces` it.
    """

    id: UUID
    kind: str
    event_time: datetime
    record_time: datetime
    place: str | None
    equipment: tuple[str, ...]
    operator: str | None
    actor: str
    channel: str
    mode: str
    flags: tuple[str, ...]
    role: str | None
    quantity: Amount | None
    counterparties: tuple[LotRef, ...]
    counterparty_count: int
    customer: str | None
    measurements: tuple[Measurement, ...]
    verdict: str | None
    note: str
    references: tuple[Reference, ...]
    hold_reason: str | None
    supplier: str | None = None
    tank: str | None = None
    reason: str | None = None
    corrects: UUID | None = None
    replaces: UUID | None = None
    voided_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """One line of an event, with names for identities."""

    line: int
    role: str
    lot: LotRef | None
    quantity: Amount | None
    entered: Amount | None
    disputed: Amount | None
    second_quantity: Amount | None
    source: str | None
    target: str | None
    certainty: str
    reason: str | None
    weight: str | None = None
    quality: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class HoldMention:
    """The hold that an event laid on or lifted."""

    id: UUID
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class ChainLink:
    """Where an event stands in the ledger."""

    stream: str
    stream_seq: int
    prev_hash: str
    hash: str
    alg: str
    position: int | None
    record_time: datetime


@dataclass(frozen=True, slots=True)
class EventVersion:
    """One stage in the history of a record: what was first said, that it was wrong, what is right.

    `state` is `effective`, `voided` or `declaration`.
    """

    event_id: UUID
    kind: str
    state: str
    event_time: datetime
    record_time: datetime
    actor: str
    reason: str | None
    note: str


@dataclass(frozen=True, slots=True)
class EventDetail:
    """Everything of one event on one page."""

    row: EventRow
    event_time_to: datetime | None
    precision: str
    time_source: str
    site: str | None
    run: str | None
    crew: str | None
    owner: str | None
    business_date: date
    lines: tuple[EventLine, ...]
    hold: HoldMention | None
    chain: ChainLink
    epcis: dict[str, object] | None
    source: dict[str, object] | None
    history: tuple[EventVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class EventCheck:
    """One thing looked at to prove an event, in words."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class EventVerification:
    """Whether an event is as it was written."""

    ok: bool
    checks: tuple[EventCheck, ...]
    hash: str
    recomputed: str
    took_ms: int


@dataclass(frozen=True, slots=True)
class Mention:
    """An event that belongs to a document or case, with its first lot."""

    reference: str
    event: UUID
    event_time: datetime
    lot: LotRef | None
    note: str
