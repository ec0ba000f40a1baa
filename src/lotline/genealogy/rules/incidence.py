"""Which lines of an event are steps from lots to lots: pure (GENEALOGY R5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import (
    INPUT_ROLES,
    OUTPUT_ROLES,
    TRANSFORMING,
    Kind,
    Line,
    Role,
    TraceEvent,
)

HOLDING = frozenset({Kind.PACK, Kind.UNPACK, Kind.ASSEMBLE, Kind.DISASSEMBLE})


@dataclass(frozen=True, slots=True)
class Incidence:
    """One line of an event with its side of the step and what it was packed in, if anything."""

    line: Line
    object: UUID
    side: str
    parent: UUID | None


def link_of(event: TraceEvent) -> UUID:
    """Give what joins inputs and outputs: events with one transformationID are one step."""
    return uuid_of_uri(f"urn:lotline:link:{event.link}") if event.link else event.event_id


def incidences(event: TraceEvent) -> Iterator[Incidence]:
    """Give the lines of an event that name an object."""
    parent = next((line.object for line in event.lines if line.role is Role.PARENT), None)
    packing = event.kind in HOLDING
    for line in event.lines:
        if line.object is not None:
            inside = parent if packing and line.role is Role.CONTENT else None
            yield Incidence(line, line.object, side_of(event.kind, line.role), inside)


def side_of(kind: Kind, role: Role) -> str:
    """Give the side of a step that a line of it stands on: in, out, or about it."""
    if kind is Kind.ASSEMBLE and role in {Role.CONTENT, Role.PARENT}:
        return "in" if role is Role.CONTENT else "out"
    if kind is Kind.FILL and role in INPUT_ROLES:
        return "in"
    if kind is Kind.DRAW and role in OUTPUT_ROLES:
        return "out"
    if kind in TRANSFORMING and role in INPUT_ROLES:
        return "in"
    if kind in TRANSFORMING and role in OUTPUT_ROLES:
        return "out"
    return "about"
