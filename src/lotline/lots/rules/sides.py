"""An event seen from one of its lots: how much of it took part, and what stood on the other side."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, Line, Measure, Role, TraceEvent


def total(lines: Sequence[Line]) -> Measure | None:
    """Add up the lines in which the lot plays its first role."""
    measures = [line.quantity for line in lines if line.quantity and line.role is lines[0].role]
    if not measures:
        return None
    unit = measures[0].unit
    return Measure(sum((m.value for m in measures if m.unit == unit), Decimal(0)), unit)


def others(event: TraceEvent, own: Sequence[Line]) -> dict[UUID, None]:
    """Give the lots on the other side of the lot's own lines; without any, every lot."""
    mine = {line.object for line in own}
    wanted = _opposite(own[0].role) if own else frozenset(Role)
    lines = [line for line in event.lines if line.role in wanted]
    if not own:
        lines.sort(key=lambda line: line.role in INPUT_ROLES)
    return dict.fromkeys(line.object for line in lines if line.object and line.object not in mine)


def _opposite(role: Role) -> frozenset[Role]:
    if role in INPUT_ROLES:
        return OUTPUT_ROLES
    if role in OUTPUT_ROLES:
        return INPUT_ROLES
    opposite = {Role.CONTENT: Role.PARENT, Role.PARENT: Role.CONTENT}.get(role)
    return frozenset({opposite} if opposite else ())
