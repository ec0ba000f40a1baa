"""The trace event: what, when, where, why, who and how, as it stands in the ledger for ever.

One shape for every kind (EPCIS 2.0, clause 7.4, in our words of DOMAIN §3). Optional fields that
no screen asks for yet have their place from the first day, so that no record needs a new shape.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What sort of thing happened."""

    RECEIVE = "receive"
    TRANSFORM = "transform"
    PROCESS = "process"
    INSPECT = "inspect"
    SPLIT = "split"
    MERGE = "merge"
    PACK = "pack"
    UNPACK = "unpack"
    MOVE = "move"
    SHIP = "ship"
    RETURN = "return"
    HOLD = "hold"
    RELEASE = "release"
    REWORK = "rework"
    DESTROY = "destroy"
    SAMPLE = "sample"
    COUNT = "count"
    ADJUST = "adjust"
    ASSEMBLE = "assemble"
    DISASSEMBLE = "disassemble"
    MOUNT = "mount"
    UNMOUNT = "unmount"
    FILL = "fill"
    DRAW = "draw"
    CLEAR = "clear"
    CORRECT = "correct"


class Role(StrEnum):
    """What a line's lot was in the event."""

    INPUT = "input"
    OUTPUT = "output"
    CO_PRODUCT = "co_product"
    BY_PRODUCT = "by_product"
    REWORK = "rework"
    WASTE = "waste"
    LOSS = "loss"
    SUBJECT = "subject"
    CONTENT = "content"
    PARENT = "parent"


INPUT_ROLES = frozenset({Role.INPUT, Role.REWORK})
OUTPUT_ROLES = frozenset({Role.OUTPUT, Role.CO_PRODUCT, Role.BY_PRODUCT})
TRANSFORMING = frozenset(
    {Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK, Kind.RECEIVE, Kind.RETURN}
)


class Certainty(StrEnum):
    """How sure it is that this line took part."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    ESTIMATED = "estimated"


class ObjectKind(StrEnum):
    """What a traceable object is; all share one id space and one graph."""

    LOT = "lot"
    SUPPLIER_LOT = "supplier_lot"
    ITEM = "item"
    LOGISTIC_UNIT = "logistic_unit"


class Quality(StrEnum):
    """The quality axis of a lot: the verdict that stands."""

    PENDING = "pending"
    CONFORMING = "conforming"
    CONCEDED = "conceded"
    NONCONFORMING = "nonconforming"


class HolderKind(StrEnum):
    """What a quantity lies in: a place, a logistic unit, a tank, or a shipment that has left.

    A unit itself stands somewhere; an assembled product holds its parts as a unit does.
    """

    PLACE = "place"
    UNIT = "unit"
    TANK = "tank"
    SHIPMENT = "shipment"


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its UN/CEFACT unit."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Where a quantity lies or goes."""

    kind: HolderKind
    id: UUID


@dataclass(frozen=True, slots=True)
class Birth:
    """What is known of an object at the moment this event brings it into being.

    `origin` is `recorded` for what was captured as new and `unknown` for a stub of something that
    a fact merely named.
    """

    object_kind: ObjectKind
    code: str
    product: UUID | None = None
    unit: str | None = None
    uri: str | None = None
    good_until: datetime | None = None
    expires_on: date | None = None
    supplier: UUID | None = None
    supplier_lot: UUID | None = None
    origin: str = "recorded"


@dataclass(frozen=True, slots=True)
class Line:
    """One object's part in the event.

    `quantity` is in the object's own unit and `entered` as it was typed or sent; what a `count`
    found is absolute, what an `adjust` changes may be negative. `disputed` is the verdict of the
    moment: what the record could not cover when the event was stored; the folds judge anew
    (GENEALOGY R4). `source` is where it was taken from and `target` where it went; `weight` is the
    declared part of an output in what went in; `quality` and `owner` say which part of the lot.
    """

    number: int
    role: Role
    object: UUID | None = None
    quantity: Measure | None = None
    entered: Measure | None = None
    disputed: Decimal = Decimal(0)
    second_quantity: Measure | None = None
    source: Holder | None = None
    target: Holder | None = None
    certainty: Certainty = Certainty.CERTAIN
    reason: str | None = None
    birth: Birth | None = None
    flags: tuple[str, ...] = ()
    weight: Decimal | None = None
    quality: Quality | None = None
    owner: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of one characteristic on this event, with the limits that held at that moment.

    `value` is a number for measured and a text for observed characteristics; `within` is None
    where no limit applies.
    """

    kde: str
    value: Decimal | str
    unit: str | None = None
    name: str | None = None
    lower: Decimal | None = None
    target: Decimal | None = None
    upper: Decimal | None = None
    within: bool | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A business document or case this event belongs to: order, waybill, complaint, certificate."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class HoldNote:
    """The hold that this event lays on, or lifts from, its objects."""

    hold: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class TraceEvent:
    """Something that happened once to traceable objects, never edited afterwards.

    A `correct` event declares the event `corrects` in error, for `reason`, and names the events
    that take its place; each of those `replaces` it. `tank` is the equipment that a fill, draw or
    clear is about, `supplier` whom goods came from or go back to.
    """

    event_id: UUID
    kind: Kind
    mode: str
    channel: str
    event_time: datetime
    offset: str
    business_date: date
    lines: tuple[Line, ...]
    event_time_to: datetime | None = None
    precision: str = "second"
    time_source: str = "entered"
    site: UUID | None = None
    place: UUID | None = None
    equipment: tuple[UUID, ...] = ()
    run: str | None = None
    operator: str | None = None
    crew: str | None = None
    owner: UUID | None = None
    customer: UUID | None = None
    verdict: Quality | None = None
    readings: tuple[Reading, ...] = ()
    references: tuple[Reference, ...] = ()
    hold: HoldNote | None = None
    flags: tuple[str, ...] = ()
    note: str = ""
    link: str | None = None
    epcis: dict[str, object] | None = None
    source: dict[str, object] | None = None
    extra: dict[str, object] = field(default_factory=dict)
    supplier: UUID | None = None
    tank: UUID | None = None
    reason: str | None = None
    corrects: UUID | None = None
    correctives: tuple[UUID, ...] = ()
    replaces: UUID | None = None
