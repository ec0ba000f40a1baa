"""The statements that write this room's tables; called by the projection alone."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.kernel.names import code_key
from lotline.ledger.records import StoredEvent
from lotline.lots.events import ObjectKind, Reference, TraceEvent
from lotline.lots.rules.changes import Changes, Newborn, ObjectChange, supplies_code


def add_objects(changes: Changes) -> None:
    """Bring new objects and their codes into being; only a correction can bear one again."""
    if not changes.newborn:
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_trace_object (id, kind, code, uri, product, unit, supplier,"
            " supplier_lot, good_until, expires_on, origin, born_event, made, disputed, quality,"
            " quality_version, place_version, first_event_time, last_event_time, version)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,0,0,'pending',0,0,%s,%s,0)"
            " ON CONFLICT DO NOTHING",
            [_object_row(newborn) for newborn in changes.newborn],
        )
        cursor.executemany(
            "UPDATE lots_trace_object SET code = %s, product = %s, unit = %s, supplier = %s,"
            " supplier_lot = %s, good_until = %s, expires_on = %s WHERE id = %s",
            [_rebirth_row(newborn) for newborn in changes.newborn if newborn.again],
        )
        cursor.executemany(
            "INSERT INTO lots_object_code (code_key, object, code, scheme, valid_from)"
            " VALUES (%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
            [row for newborn in changes.newborn for row in _code_rows(newborn)],
        )


def _object_row(newborn: Newborn) -> tuple[Any, ...]:
    birth = newborn.birth
    return (
        newborn.object, birth.object_kind.value, birth.code, birth.uri, birth.product, birth.unit,
        birth.supplier, birth.supplier_lot, birth.good_until, birth.expires_on, birth.origin,
        newborn.event, newborn.event_time, newborn.event_time,
    )  # fmt: skip


def _rebirth_row(newborn: Newborn) -> tuple[Any, ...]:
    """What a correction says of an object stands instead of what was said first."""
    birth = newborn.birth
    return (
        birth.code, birth.product, birth.unit, birth.supplier, birth.supplier_lot,
        birth.good_until, birth.expires_on, newborn.object,
    )  # fmt: skip


def _code_rows(newborn: Newborn) -> Iterable[tuple[Any, ...]]:
    birth = newborn.birth
    yield code_key(birth.code), newborn.object, birth.code, supplies_code(birth), newborn.event_time
    if birth.uri is not None and code_key(birth.uri) != code_key(birth.code):
        yield code_key(birth.uri), newborn.object, birth.uri, "uri", newborn.event_time


_NEWER_VERDICT = (
    "(v.quality_time IS NOT NULL AND (o.quality_time IS NULL OR"
    " (v.quality_time, v.quality_version) >= (o.quality_time, o.quality_version)))"
)
_NEWER_PLACE = (
    "(v.place_time IS NOT NULL AND (o.place_time IS NULL OR"
    " (v.place_time, v.place_version) >= (o.place_time, o.place_version)))"
)


def kinds_of(objects: Iterable[UUID]) -> dict[UUID, ObjectKind]:
    """Give what objects are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, kind FROM lots_trace_object WHERE id = ANY(%s)", [list(objects)])
        return {lot: ObjectKind(kind) for lot, kind in cursor.fetchall()}


def move_objects(changes: Changes) -> None:
    """Move the objects on: sums add up, extremes widen, the latest verdict and place stand."""
    rows = [
        (
            change.made, change.first_time, change.last_time, change.version,
            *_latest(change.quality_key, change.quality), *_latest_place(change), lot,
        )
        for lot, change in changes.objects.items()
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE lots_trace_object o SET made = o.made + v.made,"  # noqa: S608 – our own words
            " first_event_time = least(o.first_event_time, v.first_time),"
            " last_event_time = greatest(o.last_event_time, v.last_time),"
            " version = greatest(o.version, v.version),"
            f" quality = CASE WHEN {_NEWER_VERDICT} THEN v.quality ELSE o.quality END,"
            f" quality_time = CASE WHEN {_NEWER_VERDICT} THEN v.quality_time ELSE o.quality_time END,"
            f" quality_version = CASE WHEN {_NEWER_VERDICT} THEN v.quality_version"
            "   ELSE o.quality_version END,"
            f" place = CASE WHEN {_NEWER_PLACE} THEN v.place ELSE o.place END,"
            f" container = CASE WHEN {_NEWER_PLACE} THEN v.container ELSE o.container END,"
            f" place_time = CASE WHEN {_NEWER_PLACE} THEN v.place_time ELSE o.place_time END,"
            f" place_version = CASE WHEN {_NEWER_PLACE} THEN v.place_version ELSE o.place_version END"
            "  FROM (SELECT %s::numeric AS made, "
            " %s::timestamptz AS first_time, %s::timestamptz AS last_time, %s::bigint AS version,"
            " %s::timestamptz AS quality_time, %s::bigint AS quality_version, %s::text AS quality,"
            " %s::timestamptz AS place_time, %s::bigint AS place_version, %s::uuid AS place,"
            " %s::uuid AS container, %s::uuid AS id) v"
            " WHERE o.id = v.id",
            rows,
        )


def _latest(key: tuple[object, int] | None, value: object) -> tuple[Any, ...]:
    return (*key, value) if key else (None, 0, None)


def _latest_place(change: ObjectChange) -> tuple[Any, ...]:
    key = change.place_key
    return (*key, change.place, change.container) if key else (None, 0, None, None)


def lay_hold(stored: StoredEvent, event: TraceEvent) -> None:
    """Put every object of the event under its hold."""
    if event.hold is None:
        return
    rows = [
        (
            event.hold.hold, line.object, event.hold.reason, event.note, event.event_id,
            event.event_time, event.operator or stored.actor,
        )
        for line in event.lines
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_hold_mark (hold, object, reason, note, held_event, held_at, held_by)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
            rows,
        )


def lift_hold(stored: StoredEvent, event: TraceEvent) -> None:
    """Lift the hold from every object of the event."""
    if event.hold is None:
        return
    by = event.operator or stored.actor
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE lots_hold_mark SET released_event = %s, released_at = %s, released_by = %s,"
            " release_note = %s WHERE hold = %s AND object = %s AND released_event IS NULL",
            [
                (event.event_id, event.event_time, by, event.note, event.hold.hold, line.object)
                for line in event.lines
            ],
        )


def reference_row(event: TraceEvent, reference: Reference) -> tuple[Any, ...]:
    """Make the row by which a document leads to its event."""
    key = code_key(reference.id)
    return reference.type, key, event.event_id, reference.id, event.event_time


def add_references(rows: list[tuple[Any, ...]]) -> None:
    """Note which events belong to which documents."""
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lots_event_reference (type, ref_key, event, ref, event_time)"
            " VALUES (%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
            rows,
        )
