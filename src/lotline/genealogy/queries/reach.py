"""Plain reach: whatever went into a lot, or came of it, by any chain of steps.

No bound on depth or size; loops end by themselves, since the recursion keeps a set. Lots and steps
take turns in it, so that a step of many inputs and outputs is opened once, not once a pair.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.genealogy.records import Way

_WALK: Final = (
    "WITH RECURSIVE reach(node, is_step) AS ("
    " SELECT s, FALSE FROM unnest(%s::uuid[]) s UNION"
    " SELECT hop.node, NOT r.is_step FROM reach r CROSS JOIN LATERAL ("
    "  SELECT n.link AS node FROM genealogy_event_item n"
    "  WHERE NOT r.is_step AND n.object = r.node AND n.side = '{near}' UNION ALL"
    "  SELECT f.object FROM genealogy_event_item f"
    "  WHERE r.is_step AND f.link = r.node AND f.side = '{far}') hop)"
    " SELECT node FROM reach WHERE NOT is_step"
)
_SQL: Final[dict[Way, str]] = {
    "back": _WALK.format(near="out", far="in"),
    "forward": _WALK.format(near="in", far="out"),
}


def reach(start_ids: Iterable[UUID], direction: Way) -> set[UUID]:
    """Give all lots that the starts lead to, without the starts; no actor (internal)."""
    starts = set(start_ids)
    with connection.cursor() as cursor:
        cursor.execute(_SQL[direction], [list(starts)])
        return {node for (node,) in cursor.fetchall()} - starts
