"""The statements that write this room's table; called by the projection alone."""

from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.genealogy.rules.campaigns import campaign_links
from lotline.lots import queries as lots
from lotline.lots.events import Kind

MAKING: Final = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK})


def add_items(rows: list[tuple[Any, ...]]) -> None:
    """Write the lines of events."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO genealogy_event_item (event, line, link, object, side, parent, mounted)"
            " VALUES (%s,%s,%s,%s,%s,%s,FALSE)",
            rows,
        )


def relink_tanks(tanks: set[UUID]) -> None:
    """Join the fills and draws of each tank by campaign."""
    for tank in sorted(tanks):
        steps = lots.steps(lots.events_of_tanks([tank]))
        voided = frozenset(lots.corrections_of(step.event for step in steps))
        links = campaign_links(tank, steps, voided)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE genealogy_event_item i SET link = l.link"
                " FROM unnest(%s::uuid[], %s::uuid[]) AS l(event, link)"
                " WHERE i.event = l.event AND i.link <> l.link",
                [list(links), list(links.values())],
            )


def link_mounted(machines: set[UUID], steps: set[UUID]) -> None:
    """Let what stands ready at a machine go into every step made there (reels, line-side bins)."""
    if not machines and not steps:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM lots_step WHERE kind = 'mount' LIMIT 1")
        if cursor.fetchone() is None:
            return
        cursor.execute(_MOUNTED, [[kind.value for kind in MAKING], list(steps), list(machines)])


# An unmounting ends what was mounted before it; one that was recorded late, or declared in error,
# does not end it for the walk, which may follow too much and never too little.
_MOUNTED: Final = (
    "INSERT INTO genealogy_event_item (event, line, link, object, side, parent, mounted)"
    " SELECT DISTINCT ON (t.event, l.object) t.event,"
    "  -1 - (abs(hashtext(l.object::text)::bigint) %% 2000000000)::int,"
    "  coalesce(t.link, t.event), l.object, 'in', NULL::uuid, TRUE"
    " FROM lots_step t JOIN lots_step m ON m.kind = 'mount' AND m.equipment && t.equipment"
    "  AND m.event_time <= t.until"
    " JOIN lots_line l ON l.event = m.event AND l.object IS NOT NULL"
    " WHERE t.kind = ANY(%s) AND (t.event = ANY(%s) OR t.equipment && %s)"
    "  AND NOT EXISTS (SELECT FROM lots_step u JOIN lots_line x ON x.event = u.event"
    "   WHERE u.kind = 'unmount' AND u.equipment && m.equipment AND x.object = l.object"
    "   AND u.event_time >= m.event_time AND u.until < t.event_time AND u.recorded < t.recorded"
    "   AND u.declared_at IS NULL)"
    "  AND NOT EXISTS (SELECT FROM lots_line o WHERE o.event = t.event AND o.object = l.object)"
    " ON CONFLICT DO NOTHING"
)
