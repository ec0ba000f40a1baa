"""The statements that write steps, lines, readings and declarations; called by the projection alone."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.lots.events import Holder, TraceEvent
from lotline.lots.folds.step import Declaration, Part, Step

Told = tuple[Step, TraceEvent]


def add_steps(told: Sequence[Told]) -> None:
    """Write what the folds read of events."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_step (event, kind, event_time, until, tie, recorded, link, tank,"
            " equipment, customer, supplier, order_ref, waybill, reason, place, site, run,"
            " operator, verdict, owner, replaces)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            [_step_row(step, event) for step, event in told],
        )
        cursor.executemany(
            "INSERT INTO lots_line (event, number, role, object, object_kind, quantity, unit,"
            " source_kind, source, target_kind, target, open_source, certainty, reason, weight,"
            " quality, owner, flags)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            [
                (step.event, *_line_row(part), line.quality, line.owner, sorted(part.flags))
                for step, event in told
                for part, line in zip(step.parts, event.lines, strict=True)
            ],
        )
        readings = [row for step, event in told for row in _readings(step.event, event)]
        if readings:
            cursor.executemany(
                "INSERT INTO lots_reading (event, number, kde, value, text, unit, within)"
                " VALUES (%s,%s,%s,%s,%s,%s,%s)",
                readings,
            )


def _step_row(step: Step, event: TraceEvent) -> tuple[Any, ...]:
    return (
        step.event, step.kind.value, step.time, step.until, step.tie, step.recorded, step.link,
        step.tank, list(step.equipment), step.customer, step.supplier, step.order, step.waybill,
        step.reason, step.place, event.site, event.run, event.operator,
        event.verdict.value if event.verdict else None, event.owner, event.replaces,
    )  # fmt: skip


def _line_row(part: Part) -> tuple[Any, ...]:
    return (
        part.number, part.role.value, part.object, part.object_kind.value, part.quantity,
        part.unit, *_holder(part.source), *_holder(part.target), part.open_source,
        part.certainty.value, part.reason, part.weight,
    )  # fmt: skip


def _holder(holder: Holder | None) -> tuple[str | None, UUID | None]:
    return (holder.kind.value, holder.id) if holder else (None, None)


def _readings(event_id: UUID, event: TraceEvent) -> Iterable[tuple[Any, ...]]:
    for number, reading in enumerate(event.readings, start=1):
        measured = isinstance(reading.value, Decimal)
        yield (
            event_id, number, reading.kde, reading.value if measured else None,
            None if measured else reading.value, reading.unit, reading.within,
        )  # fmt: skip


def add_declarations(declarations: Sequence[Declaration]) -> None:
    """Write which events were declared in error; of several declarations the first one counts."""
    if not declarations:
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_declaration (event, declares, recorded, reason, correctives)"
            " VALUES (%s,%s,%s,%s,%s)",
            [
                (d.event, d.declares, d.recorded, d.reason, list(d.correctives))
                for d in declarations
            ],
        )


def settle(events: Sequence[UUID]) -> set[UUID]:
    """Bring declared events and their correctives to their place; give the events that changed.

    An event is declared from the record time of its first declaration on; a corrective event takes
    the tie of the event that it replaces, along chains (GENEALOGY R1, R2).
    """
    with connection.cursor() as cursor:
        cursor.execute(_CONCERNED, [list(events), list(events)])
        if cursor.fetchone() is None:
            return set()
        cursor.execute(_DECLARE, [list(events)])
        changed = {event for (event,) in cursor.fetchall()}
        cursor.execute(_TIE, [list(events), list(events)])
        return changed | {event for (event,) in cursor.fetchall()}


def declared_among(events: set[UUID]) -> set[UUID]:
    """Give those of the events that were declared in error."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event FROM lots_step WHERE event = ANY(%s) AND declared_at IS NOT NULL",
            [list(events)],
        )
        return {event for (event,) in cursor.fetchall()}


def look_again(objects: set[UUID]) -> None:
    """Bring what is no sum up to date where events no longer count: times, verdict, quantity made."""
    if objects:
        with connection.cursor() as cursor:
            cursor.execute(_LOOK_AGAIN, [list(objects)])


_LOOK_AGAIN = (
    "UPDATE lots_trace_object o SET made = coalesce(m.made, 0),"
    " first_event_time = coalesce(m.first, o.first_event_time),"
    " last_event_time = coalesce(m.last, o.last_event_time),"
    " quality = coalesce(q.verdict, 'pending'), quality_time = q.event_time,"
    " quality_version = coalesce(q.version, 0)"
    " FROM unnest(%s::uuid[]) AS a(id)"
    " LEFT JOIN LATERAL (SELECT min(s.event_time) AS first, max(s.event_time) AS last,"
    "  sum(l.quantity) FILTER (WHERE l.role IN ('output', 'co_product', 'by_product')) AS made"
    "  FROM lots_line l JOIN lots_step s ON s.event = l.event AND s.declared_at IS NULL"
    "  WHERE l.object = a.id) m ON TRUE"
    " LEFT JOIN LATERAL (SELECT s.verdict, s.event_time, v.version"
    "  FROM lots_line l JOIN lots_step s ON s.event = l.event AND s.declared_at IS NULL"
    "  JOIN ledger_event_subject v ON v.event_id = s.event AND v.subject = a.id::text"
    "  WHERE l.object = a.id AND s.verdict IS NOT NULL"
    "  AND (l.source IS NULL OR l.quantity IS NULL)"
    "  ORDER BY s.event_time DESC, v.version DESC LIMIT 1) q ON TRUE"
    " WHERE o.id = a.id"
)
_CONCERNED = (
    "SELECT 1 FROM lots_declaration WHERE declares = ANY(%s) OR correctives && %s::uuid[] LIMIT 1"
)
_DECLARE = (
    "UPDATE lots_step s SET declared_by = d.event, declared_at = d.recorded"
    " FROM (SELECT DISTINCT ON (declares) declares, event, recorded FROM lots_declaration"
    "  WHERE declares IN (SELECT e FROM unnest(%s::uuid[]) e)"
    "  ORDER BY declares, recorded, event) d"
    " WHERE s.event = d.declares AND s.declared_by IS NULL RETURNING s.event"
)
_TIE = (
    "WITH RECURSIVE pairs(old, new) AS ("
    "  SELECT d.declares, c FROM lots_declaration d CROSS JOIN LATERAL unnest(d.correctives) c"
    "   WHERE d.declares = ANY(%s) OR d.correctives && %s"
    "  UNION SELECT d.declares, c FROM pairs p JOIN lots_declaration d ON d.declares = p.new"
    "   CROSS JOIN LATERAL unnest(d.correctives) c),"
    " ties(event, tie) AS ("
    "  SELECT s.event, s.tie FROM lots_step s WHERE s.event IN (SELECT old FROM pairs)"
    "   AND s.event NOT IN (SELECT new FROM pairs)"
    "  UNION SELECT p.new, t.tie FROM ties t JOIN pairs p ON p.old = t.event)"
    " UPDATE lots_step s SET tie = t.tie FROM (SELECT event, min(tie) AS tie FROM ties GROUP BY 1) t"
    " WHERE s.event = t.event AND s.tie <> t.tie RETURNING s.event"
)
