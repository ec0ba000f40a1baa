"""What a batch of events changes, gathered object by object: pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from lotline.ledger.records import StoredEvent
from lotline.lots.events import (
    OUTPUT_ROLES,
    Birth,
    HolderKind,
    Line,
    ObjectKind,
    Quality,
    TraceEvent,
)

Key = tuple[datetime, int]
STANDING = frozenset({ObjectKind.LOGISTIC_UNIT, ObjectKind.ITEM})


@dataclass(slots=True)
class ObjectChange:
    """What happens to one object in a batch."""

    first_time: datetime
    last_time: datetime
    version: int
    made: Decimal = Decimal(0)
    quality: Quality | None = None
    quality_key: Key | None = None
    place: UUID | None = None
    container: UUID | None = None
    place_key: Key | None = None


@dataclass(frozen=True, slots=True)
class Newborn:
    """An object that an event of the batch brings into being; `again` if it corrects an earlier birth."""

    object: UUID
    birth: Birth
    event: UUID
    event_time: datetime
    again: bool = False


@dataclass(slots=True)
class Changes:
    """All changes of a batch."""

    newborn: list[Newborn] = field(default_factory=list)
    objects: dict[UUID, ObjectChange] = field(default_factory=dict)

    def leave_out_places(self, units: set[UUID]) -> None:
        """Forget where units went: their own fold says where they stand."""
        for unit in units:
            self.objects[unit].place_key = None


def changes_of(pairs: Iterable[tuple[StoredEvent, TraceEvent]]) -> Changes:
    """Gather what events change; the order given is the ledger's."""
    changes = Changes()
    for stored, event in pairs:
        versions = dict(stored.subjects)
        for line in event.lines:
            if line.object is not None:
                _note_line(changes, event, line, line.object, versions.get(str(line.object), 0))
    return changes


def _note_line(changes: Changes, event: TraceEvent, line: Line, lot: UUID, version: int) -> None:
    if line.birth is not None:
        changes.newborn.append(
            Newborn(lot, line.birth, event.event_id, event.event_time, event.replaces is not None)
        )
    change = changes.objects.setdefault(
        lot, ObjectChange(event.event_time, event.event_time, version)
    )
    change.first_time = min(change.first_time, event.event_time)
    change.last_time = max(change.last_time, event.event_time)
    change.version = max(change.version, version)
    if line.quantity is not None and line.role in OUTPUT_ROLES:
        change.made += line.quantity.value
    if not is_about_a_part(line):
        _note_verdict(change, event, (event.event_time, version))
    _note_place(change, line, (event.event_time, version))


def is_about_a_part(line: Line) -> bool:
    """Say whether a verdict is about what lies at one place, and not about the lot."""
    return line.source is not None and line.quantity is not None


def _note_verdict(change: ObjectChange, event: TraceEvent, key: Key) -> None:
    if event.verdict is not None and (change.quality_key is None or key >= change.quality_key):
        change.quality, change.quality_key = event.verdict, key


def _note_place(change: ObjectChange, line: Line, key: Key) -> None:
    """Only what has no balance of its own stands somewhere as a whole."""
    if line.target is None or line.quantity is not None:
        return
    if change.place_key is None or key >= change.place_key:
        inside = line.target.kind is HolderKind.UNIT
        change.container = line.target.id if inside else None
        change.place = None if inside else line.target.id
        change.place_key = key


def supplies_code(birth: Birth) -> str:
    """Name the scheme of an object's first code."""
    return "supplier" if birth.object_kind is ObjectKind.SUPPLIER_LOT else "own"
