"""Whose material a batch brings and takes, noted for its later items."""

from decimal import Decimal
from uuid import UUID

from lotline.capture.rules.checks.owned import OURS
from lotline.lots.events import OUTPUT_ROLES, Holder, TraceEvent

Owned = dict[UUID, dict[tuple[UUID, UUID], Decimal]]


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
