"""Whose material it is: how much of each lot belongs to whom, holder by holder."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db import connection

from lotline.capture.rules.checks.owned import OURS
from lotline.lots.events import OUTPUT_ROLES, Holder, TraceEvent

Owned = dict[UUID, dict[tuple[UUID, UUID], Decimal]]


def owned_parts(ids: Iterable[UUID]) -> Owned:
    """Give the parts of lots by holder and owner."""
    found: Owned = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, owner, sum(quantity) FROM lots_part"
            " WHERE object = ANY(%s) AND quantity > 0 GROUP BY object, holder, owner",
            [list(ids)],
        )
        for lot, holder, owner, quantity in cursor.fetchall():
            found[lot][holder, owner] = quantity
    return found


def note_owners(owned: Owned, event: TraceEvent) -> None:
    """Let the next item of a batch know whose material this one brought and took."""
    for line in event.lines:
        if line.object is None or line.quantity is None:
            continue
        owner, parts = line.owner or event.owner or OURS, owned.setdefault(line.object, {})
        if line.role in OUTPUT_ROLES and line.target is not None:
            _add(parts, line.target, owner, line.quantity.value)
        elif line.source is not None:
            _add(parts, line.source, owner, -abs(line.quantity.value))


def _add(
    parts: dict[tuple[UUID, UUID], Decimal], holder: Holder, owner: UUID, change: Decimal
) -> None:
    left = parts.get((holder.id, owner), Decimal(0)) + change
    parts[holder.id, owner] = max(left, Decimal(0))
