"""What comes to the door and what it answers."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from lotline.lots.events import Certainty, Kind, Measure, ObjectKind, Quality, Reference, Role


class Mode(StrEnum):
    """Whether the gate may refuse (a command) or must take what has already happened (a fact)."""

    COMMAND = "command"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class MasterRef:
    """A product, party, place or machine, named by id, code or foreign URI."""

    id: UUID | None = None
    code: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class SupplierLotRef:
    """The maker's own lot number, as on the delivery; without a number it is flagged."""

    supplier: MasterRef
    code: str | None = None


@dataclass(frozen=True, slots=True)
class NewObject:
    """An object that comes into being with this capture; without a code it gets one."""

    product: MasterRef | None = None
    kind: ObjectKind = ObjectKind.LOT
    code: str | None = None
    uri: str | None = None
    expires_on: date | None = None
    supplier_lot: SupplierLotRef | None = None


@dataclass(frozen=True, slots=True)
class ObjectRef:
    """A lot or unit: by id, by what was scanned, by foreign URI, or new.

    For a fact, `stub` says what an unknown URI or code is taken to be. By id and new at once is
    what a corrected event brings into being anew.
    """

    id: UUID | None = None
    scan: str | None = None
    uri: str | None = None
    new: NewObject | None = None
    stub: NewObject | None = None


@dataclass(frozen=True, slots=True)
class LineRequest:
    """One object's part in the event as it was captured.

    `weight` is an output's declared part of what went in; `quality` and `owner` say which part of
    the lot is meant.
    """

    lot: ObjectRef
    quantity: Measure | None = None
    second_quantity: Measure | None = None
    place: MasterRef | None = None
    to_place: MasterRef | None = None
    unit: ObjectRef | None = None
    role: Role | None = None
    certainty: Certainty = Certainty.CERTAIN
    weight: Decimal | None = None
    quality: Quality | None = None
    owner: MasterRef | None = None


@dataclass(frozen=True, slots=True)
class LossRequest:
    """Waste or declared loss: quantity that went nowhere, with its reason."""

    reason: str
    quantity: Measure
    role: Role = Role.WASTE


@dataclass(frozen=True, slots=True)
class ReadingRequest:
    """A measured or observed value as it was captured."""

    kde: str
    value: Decimal | str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class CaptureRequest:
    """Something the plant saw, on its way to becoming an event.

    `event_time` is aware; `offset` is the one it was given with. `event_id` is set by whoever must
    be able to send the same event twice (a foreign event, a device). `corrects` names the event
    that a declaration of error is about, `replaces` the one whose place this event takes.
    """

    client_id: str
    kind: Kind
    event_time: datetime
    offset: str
    mode: Mode = Mode.COMMAND
    event_time_to: datetime | None = None
    precision: str = "second"
    time_source: str = "entered"
    site: MasterRef | None = None
    place: MasterRef | None = None
    to_place: MasterRef | None = None
    equipment: tuple[MasterRef, ...] = ()
    run: str | None = None
    operator: str | None = None
    crew: str | None = None
    owner: MasterRef | None = None
    customer: MasterRef | None = None
    unit: ObjectRef | None = None
    inputs: tuple[LineRequest, ...] = ()
    outputs: tuple[LineRequest, ...] = ()
    subjects: tuple[LineRequest, ...] = ()
    losses: tuple[LossRequest, ...] = ()
    readings: tuple[ReadingRequest, ...] = ()
    verdict: Quality | None = None
    references: tuple[Reference, ...] = ()
    note: str = ""
    event_id: UUID | None = None
    link: str | None = None
    device: str | None = None
    epcis: dict[str, object] | None = None
    source: dict[str, object] | None = None
    body: dict[str, object] = field(default_factory=dict)
    channel: str | None = None
    supplier: MasterRef | None = None
    tank: MasterRef | None = None
    reason: str | None = None
    corrects: UUID | None = None
    correctives: tuple[UUID, ...] = ()
    replaces: UUID | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why the gate does not let a command pass, at one place of its body."""

    code: str
    pointer: str
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LotReceipt:
    """A lot that the event brought into being or added to, with the line that did."""

    id: UUID
    code: str
    line: int


@dataclass(frozen=True, slots=True)
class Accepted:
    """The event is recorded: the receipt, the lots it made, and what should be looked at.

    `replayed` where it had been recorded before; `undone` where its batch was taken back.
    """

    event_id: UUID
    stream: str
    stream_seq: int
    hash: str
    record_time: datetime
    lots: tuple[LotReceipt, ...] = ()
    warnings: tuple[str, ...] = ()
    replayed: bool = False
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The gate said no; the attempt is kept with its reasons."""

    attempt_id: UUID
    refusals: tuple[Refusal, ...]


Outcome = Accepted | Refused


@dataclass(frozen=True, slots=True)
class Corrected:
    """An event declared in error: the receipt of the declaration, and of what takes its place."""

    correction: Accepted
    replacement: Accepted | None = None
