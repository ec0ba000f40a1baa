"""What lies under a hold, and the holds that lie on a lot."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor, Page
from lotline.lots import paging
from lotline.lots.queries.rows import lot_refs
from lotline.lots.records import HoldCard, HoldRow

_HOLDS = (
    "SELECT h.hold, min(h.reason), min(h.note), max(h.held_at) AS at, min(h.held_by),"
    " array_agg(h.object ORDER BY h.object), bool_and(h.released_event IS NOT NULL),"
    " max(h.released_at), max(h.released_by), max(h.release_note)"
    " FROM lots_hold_mark h GROUP BY h.hold"
    " HAVING (%s::boolean IS NULL OR bool_or(h.released_event IS NULL) = %s::boolean)"
    " AND (%s::timestamptz IS NULL OR (max(h.held_at), h.hold) < (%s::timestamptz, %s::uuid))"
    " ORDER BY at DESC, h.hold DESC LIMIT %s"
)


def under_hold(hold: UUID) -> dict[UUID, tuple[str, bool]]:
    """Give each object that a hold was laid on, with its reason and whether it is released."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, reason, released_event IS NOT NULL FROM lots_hold_mark"
            " WHERE hold = %s ORDER BY object",
            [hold],
        )
        return {lot: (reason, released) for lot, reason, released in cursor.fetchall()}


def holds_of(lot: UUID, supplier_lot: UUID | None, language: str) -> tuple[HoldCard, ...]:
    """Give the holds on a lot or its supplier lot, open ones first; no actor (internal)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, hold, reason, note, held_at, held_by, released_at, released_by,"
            " release_note FROM lots_hold_mark WHERE object = ANY(%s)"
            " ORDER BY released_at IS NOT NULL, held_at DESC, hold",
            [[lot, *([supplier_lot] if supplier_lot else [])]],
        )
        rows = cursor.fetchall()
    refs = lot_refs([supplier_lot] if supplier_lot else [], language)
    return tuple(
        HoldCard(
            hold, reason, note, at, by, until, until_by, why, refs.get(on) if on != lot else None
        )
        for on, hold, reason, note, at, by, until, until_by, why in rows
    )


def count_open_holds() -> int:
    """Count the holds that still lie on something; no actor (internal)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT hold) FROM lots_hold_mark WHERE released_event IS NULL"
        )
        return int(cursor.fetchone()[0])


def list_holds(
    actor: Actor, open_only: bool | None = None, limit: int = 50, cursor: str | None = None
) -> Page[HoldRow]:
    """List holds, newest first; a hold is open while it lies on anything."""
    access.require(actor, "lots.read")
    size, before = paging.page_size(limit), _before(cursor)
    with connection.cursor() as db:
        db.execute(_HOLDS, [open_only, open_only, before[0], *before, size + 1])
        rows = db.fetchall()
    more = paging.cursor(rows[size - 1][3], rows[size - 1][0]) if len(rows) > size else None
    return Page(_shown(rows[:size], actor.language), more)


def _before(cursor: str | None) -> tuple[Any, Any]:
    if not cursor:
        return None, None
    at, hold = paging.from_cursor(cursor, 2)
    return paging.moment(at), paging.identity(hold)


def _shown(rows: Sequence[tuple[Any, ...]], language: str) -> tuple[HoldRow, ...]:
    refs = lot_refs((lot for row in rows for lot in row[5]), language)
    return tuple(
        HoldRow(
            hold, reason, note, at, by, tuple(refs[lot] for lot in held if lot in refs),
            *(outcome if released else (None, None, None)),
        )
        for hold, reason, note, at, by, held, released, *outcome in rows
    )  # fmt: skip
