"""From a recorded event to the step that the folds read: pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Line, ObjectKind, Role, TraceEvent
from lotline.lots.events.shapes import order_of, waybill_of
from lotline.lots.folds.step import Part, Step

_OPEN: Final = frozenset({"place_assumed", "place_implied"})
_TAKEN: Final = frozenset({Role.INPUT, Role.REWORK, Role.SUBJECT, Role.CONTENT})
# GENEALOGY R13: a coarse time is an interval; a second is taken as exact.
_COARSE: Final = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}
_TICK: Final = timedelta(microseconds=1)


def step_of(
    event: TraceEvent, recorded: datetime, tie: datetime, kinds: Mapping[UUID, ObjectKind]
) -> Step:
    """Give an event as a step; `kinds` says what its objects are and `tie` where it stands (R2)."""
    return Step(
        event=event.event_id, kind=event.kind, time=event.event_time, until=_until(event),
        tie=tie, recorded=recorded,
        parts=tuple(_part(line, kinds) for line in event.lines),
        link=uuid_of_uri(f"urn:lotline:link:{event.link}") if event.link else None,
        tank=event.tank, equipment=event.equipment, customer=event.customer,
        supplier=event.supplier, order=order_of(event.references),
        waybill=waybill_of(event.references), reason=event.reason, place=event.place,
        verdict=event.verdict, owner=event.owner,
    )  # fmt: skip


def _part(line: Line, kinds: Mapping[UUID, ObjectKind]) -> Part:
    flags = frozenset(line.flags)
    return Part(
        number=line.number, role=line.role, object=line.object,
        object_kind=kinds.get(line.object, ObjectKind.LOT) if line.object else ObjectKind.LOT,
        quantity=line.quantity.value if line.quantity else None,
        unit=line.quantity.unit if line.quantity else None, source=line.source,
        target=line.target, open_source=_is_open(line, flags), certainty=line.certainty,
        reason=line.reason, weight=line.weight, flags=flags - _OPEN,
        quality=line.quality, owner=line.owner,
    )  # fmt: skip


def _is_open(line: Line, flags: frozenset[str]) -> bool:
    return line.role in _TAKEN and (line.source is None or bool(flags & _OPEN))


def _until(event: TraceEvent) -> datetime:
    if event.event_time_to is not None:
        return max(event.event_time, event.event_time_to)
    coarse = _COARSE.get(event.precision)
    return event.event_time + coarse - _TICK if coarse else event.event_time
