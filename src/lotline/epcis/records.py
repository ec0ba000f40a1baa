"""What an EPCIS 2.0 document says, as frozen records in the standard's own words (EPCIS 2.0 §7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from lotline.kernel.errors import Violation

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of one class of objects; no value means an unknown amount, no unit means pieces."""

    epc_class: str
    value: Decimal | None = None
    uom: str | None = None


@dataclass(frozen=True, slots=True)
class TypedId:
    """An identifier with its role: a business transaction, a source or a destination."""

    type: str | None
    id: str


@dataclass(frozen=True, slots=True)
class ErrorDeclaration:
    """The statement that an earlier event with the same eventID was wrong."""

    time: datetime
    reason: str | None = None
    corrective_event_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EpcisEvent:
    """One event as sent; standard words are short names (`receiving`), all else stays as written.

    `extensions` are the fields that the standard does not name, `raw` is the whole event as
    parsed, `namespaces` what its prefixes mean, and `tolerated` the codes of what the schema
    refuses in it but this house declares to accept.
    """

    type: str
    event_time: datetime
    offset: str
    record_time: datetime | None = None
    event_id: str | None = None
    action: str | None = None
    biz_step: str | None = None
    disposition: str | None = None
    dispositions_set: tuple[str, ...] = ()
    dispositions_unset: tuple[str, ...] = ()
    read_point: str | None = None
    biz_location: str | None = None
    parent_id: str | None = None
    epcs: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    child_epcs: tuple[str, ...] = ()
    child_quantities: tuple[Quantity, ...] = ()
    input_epcs: tuple[str, ...] = ()
    input_quantities: tuple[Quantity, ...] = ()
    output_epcs: tuple[str, ...] = ()
    output_quantities: tuple[Quantity, ...] = ()
    transformation_id: str | None = None
    biz_transactions: tuple[TypedId, ...] = ()
    sources: tuple[TypedId, ...] = ()
    destinations: tuple[TypedId, ...] = ()
    certifications: tuple[str, ...] = ()
    ilmd: Json = field(default_factory=dict)
    sensor_elements: tuple[Json, ...] = ()
    error_declaration: ErrorDeclaration | None = None
    extensions: Json = field(default_factory=dict)
    raw: Json = field(default_factory=dict)
    context: object = None
    namespaces: Mapping[str, str] = field(default_factory=dict)
    tolerated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EpcisDocument:
    """The events of one document in their order, and what was tolerated in it."""

    type: str
    events: tuple[EpcisEvent, ...]
    tolerated: tuple[Violation, ...] = ()


@dataclass(frozen=True, slots=True)
class Identifier:
    """What a URI of an event names: its canonical form, and the GS1 key inside where there is one.

    `key` is the GS1 application identifier of the primary key (`01`, `00`, `414` …) or empty;
    `code` is the part that a person would read on the label.
    """

    uri: str
    code: str
    key: str = ""
    value: str = ""
    lot: str | None = None
    serial: str | None = None
