"""From a decided plan to the trace event that is recorded: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.capture.records import CaptureRequest, Mode, ReadingRequest, Refusal
from lotline.capture.rules.setting import NamedRequest, PlannedLine
from lotline.capture.rules.shape import FUTURE_ALLOWED
from lotline.lots.events import Line, Reading, TraceEvent
from lotline.masterdata.records import Characteristic

# Only one place could be meant: the folds look again, but nobody needs to be warned of it.
PLACE_IMPLIED: Final = "place_implied"


def event_of(
    named: NamedRequest,
    planned: Sequence[PlannedLine],
    refusals: Sequence[Refusal],
    limits: Mapping[str, Characteristic],
    now: datetime,
) -> TraceEvent:
    """Make the event; what the gate would have refused stands on a fact as flags."""
    request = named.request
    lines = tuple(entry.line for entry in planned)
    return TraceEvent(
        event_id=named.event_id, kind=request.kind, mode=request.mode.value,
        channel=request.channel or "api", event_time=request.event_time, offset=request.offset,
        business_date=named.business_date, lines=lines, event_time_to=request.event_time_to,
        precision=request.precision, time_source=request.time_source, site=named.site,
        place=named.place, equipment=named.equipment, run=request.run, operator=request.operator,
        crew=request.crew, owner=named.owner, customer=named.customer, verdict=request.verdict,
        readings=tuple(_reading(reading, limits) for reading in request.readings),
        references=request.references, note=request.note, link=request.link,
        flags=_flags(request, lines, refusals, now), epcis=request.epcis, source=request.source,
        supplier=named.supplier, tank=named.tank, reason=request.reason,
        corrects=request.corrects, correctives=request.correctives, replaces=request.replaces,
    )  # fmt: skip


def settled(planned: PlannedLine) -> PlannedLine:
    """Give a line that a command has passed: nothing about it is disputed."""
    return replace(planned, line=replace(planned.line, disputed=Decimal(0)))


def _flags(
    request: CaptureRequest, lines: Sequence[Line], refusals: Sequence[Refusal], now: datetime
) -> tuple[str, ...]:
    found = [refusal.code for refusal in refusals]
    found.extend(flag for line in lines for flag in line.flags if flag != PLACE_IMPLIED)
    if any(line.disputed for line in lines):
        found.append("disputed")
    if request.mode is Mode.FACT and request.event_time > now + FUTURE_ALLOWED:
        found.append("time.future")
    return tuple(dict.fromkeys(found))


def _reading(request: ReadingRequest, limits: Mapping[str, Characteristic]) -> Reading:
    """Keep the limits that hold now beside the value: they may be others tomorrow."""
    found = limits.get(request.kde)
    if found is None:
        return Reading(request.kde, request.value, request.unit)
    return Reading(
        request.kde, request.value, request.unit or found.unit, found.name, found.lower,
        found.target, found.upper, found.holds(request.value),
    )  # fmt: skip


def subjects_of(event: TraceEvent) -> set[UUID]:
    """Give every object that an event names."""
    return {line.object for line in event.lines if line.object is not None}
