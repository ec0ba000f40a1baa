"""The event that declares another one in error: pure (EPCIS 2.0 §7.4.1.2, GENEALOGY R1)."""

from datetime import datetime
from uuid import UUID

from lotline.kernel.ids import uuid7
from lotline.lots.events import Birth, Kind, Line, Role, TraceEvent


def declaration(
    voided: TraceEvent,
    at: datetime,
    channel: str,
    *,
    reason: str,
    note: str,
    correctives: tuple[UUID, ...] = (),
) -> TraceEvent:
    """Make the declaration; `at` is now in the zone of the voided event's site.

    Every object of the voided event is its subject once, so that each lot's history shows it.
    """
    objects = dict.fromkeys(line.object for line in voided.lines if line.object)
    lines = tuple(Line(n, Role.SUBJECT, lot) for n, lot in enumerate(objects, start=1))
    shift = at.strftime("%z")
    return TraceEvent(
        event_id=uuid7(), kind=Kind.CORRECT, mode="command", channel=channel, event_time=at,
        offset=f"{shift[:3]}:{shift[3:5]}", business_date=at.date(), lines=lines,
        site=voided.site, note=note, tank=voided.tank, reason=reason,
        corrects=voided.event_id, correctives=correctives,
    )  # fmt: skip


def births_of(voided: TraceEvent) -> dict[UUID, Birth]:
    """Give what an event brought into being: its replacement may name it and bring it anew."""
    return {
        line.object: line.birth
        for line in voided.lines
        if line.object is not None and line.birth is not None
    }
