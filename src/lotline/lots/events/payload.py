"""A trace event as ledger payload and back: quantities and times as text, defaults left out.

Records carry their schema's name; a field added later has a default, so that an old payload still
reads as it was.
"""

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Final
from uuid import UUID

from lotline.kernel.decimals import plain
from lotline.ledger.records import Draft
from lotline.lots.events.event import TraceEvent

SCHEMA: Final = "lotline.trace_event/1"


def to_payload(event: TraceEvent) -> dict[str, object]:
    """Write an event as the JSON object that is hashed and kept."""
    return {"schema": SCHEMA, **_plain_record(event)}


def from_payload(payload: dict[str, object]) -> TraceEvent:
    """Read an event from its payload."""
    found: TraceEvent = _reader(TraceEvent)(payload)
    return found


def as_draft(event: TraceEvent, *, device: str | None = None) -> Draft:
    """Make a ledger draft of an event; its subjects are the objects of its lines and its tank."""
    subjects = dict.fromkeys(str(line.object) for line in event.lines if line.object)
    if event.tank is not None:
        subjects[tank_subject(event.tank)] = None
    return Draft(
        event_id=event.event_id,
        kind=event.kind.value,
        site=str(event.site) if event.site else "-",
        subjects=tuple(subjects) or (str(event.event_id),),
        event_time=event.event_time,
        payload=to_payload(event),
        device=device,
        personal=("/operator",) if event.operator else (),
    )


def tank_subject(tank: UUID) -> str:
    """Name a tank among the subjects of the ledger: its fills and draws have an order of their own."""
    return f"tank:{tank}"


def _plain_record(record: Any) -> dict[str, object]:
    found: dict[str, object] = {}
    kind: Any = type(record)
    for name, default in _defaults(kind):
        value = getattr(record, name)
        if value is not None and (default is dataclasses.MISSING or value != default):
            found[name] = _plain_value(value)
    return found


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple(
        (
            f.name,
            f.default_factory() if f.default_factory is not dataclasses.MISSING else f.default,
        )
        for f in dataclasses.fields(kind)
    )


def _plain_value(value: Any) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, date | UUID):
        return str(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    return _plain_record(value) if dataclasses.is_dataclass(value) else value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Choose, once per type, how a plain value becomes that type again."""
    origin = typing.get_origin(kind)
    if origin in {types.UnionType, typing.Union}:
        return _reader_of_union([part for part in typing.get_args(kind) if part is not type(None)])
    if origin is tuple:
        item = _reader(typing.get_args(kind)[0])
        return lambda values: tuple([item(value) for value in values])
    if dataclasses.is_dataclass(kind):
        return _reader_of_record(kind)
    return _SCALARS.get(kind) or (
        kind if isinstance(kind, type) and issubclass(kind, StrEnum) else lambda value: value
    )


def _reader_of_union(parts: list[Any]) -> Callable[[Any], Any]:
    if parts == [Decimal, str]:
        return _number_or_text
    read = _reader(parts[0])
    return lambda value: None if value is None else read(value)


def _reader_of_record(kind: Any) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}

    def read(value: dict[str, Any]) -> Any:
        known = {name: readers[name](item) for name, item in value.items() if name in readers}
        return kind(**known)

    return read


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _number_or_text(text: str) -> Decimal | str:
    """Readings hold a number as its plain text; anything else was observed, not measured."""
    number = text.removeprefix("-").replace(".", "", 1)
    return Decimal(text) if number.isascii() and number.isdigit() else text


_SCALARS: Final[dict[Any, Callable[[Any], Any]]] = {
    Decimal: Decimal,
    datetime: _moment,
    date: date.fromisoformat,
    UUID: UUID,
}
