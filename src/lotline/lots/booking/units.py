"""Where logistic units stand, kept in step with the ledger: new turns in order, late ones from the start."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.lots.booking.loading import load_marks, load_units
from lotline.lots.events import HolderKind, Kind
from lotline.lots.folds.shipment import shipment_of
from lotline.lots.folds.standing import told
from lotline.lots.folds.step import Step
from lotline.lots.folds.units import Turn, Units
from lotline.lots.queries.steps import effective_steps, events_of


class Standing:
    """The units that a batch is about: in order if it can be, folded again where it must be."""

    def __init__(self, new: Sequence[Step], moved: Sequence[Step], holders: Iterable[UUID]) -> None:
        """Fold the batch; `holders` are units in which lots of the batch lie."""
        named = {said.unit for step in new for said in told(step)}
        disturbed = {said.unit for step in moved for said in told(step)}
        self._wanted = named | disturbed | set(holders) | _targets(new)
        self.units = load_units(self._wanted)
        self.marks = load_marks(named | disturbed)
        self.late = disturbed | {unit for unit in named if self._is_late(unit, new)}
        self.changed = named | self.late
        if self.late:
            self._fold_again()
        for step in new:
            self._hear(step)

    def _is_late(self, unit: UUID, new: Sequence[Step]) -> bool:
        first = min(step.key for step in new if any(said.unit == unit for said in told(step)))
        return unit in self.marks and first < self.marks[unit]

    def _hear(self, step: Step) -> None:
        for unit in dict.fromkeys(said.unit for said in told(step)):
            if unit not in self.late:
                self._apply(step, unit)
        if step.kind is Kind.SHIP:
            self.units.apply(step, only=_NOBODY)

    def _fold_again(self) -> None:
        """Fold late units and all that ever were packed with them, together and in order."""
        self.late |= _packed_with(self.late)
        self.changed |= self.late
        self.units = load_units(self.changed | self._wanted)
        for unit in self.late:
            self.units.forget(unit)
        for step in effective_steps(events_of(self.late)):
            for unit in dict.fromkeys(said.unit for said in told(step)):
                if unit in self.late:
                    self._apply(step, unit)

    def _apply(self, step: Step, unit: UUID) -> None:
        """Fold what a step says of a unit, whether or not it stands elsewhere then."""
        self.units.apply(step, only=unit)
        self.marks[unit] = step.key


_NOBODY = UUID(int=0)
_PACKED_WITH = (
    "WITH RECURSIVE together(unit) AS (SELECT u FROM unnest(%s::uuid[]) u UNION"
    " SELECT o.object FROM together t JOIN lots_line l ON l.object = t.unit"
    " AND l.role IN ('parent', 'content')"
    " JOIN lots_line o ON o.event = l.event AND o.role IN ('parent', 'content')"
    " AND o.role <> l.role AND o.object_kind IN ('logistic_unit', 'item'))"
    " SELECT unit FROM together"
)


def _packed_with(units: set[UUID]) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(_PACKED_WITH, [list(units)])
        return {unit for (unit,) in cursor.fetchall()}


def _targets(steps: Iterable[Step]) -> set[UUID]:
    return {
        holder.id
        for step in steps
        for part in step.parts
        for holder in (part.source, part.target)
        if holder is not None and holder.kind is HolderKind.UNIT
    }


def lots_in(units: set[UUID]) -> set[UUID]:
    """Give the lots that ever were named together with units."""
    if not units:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT o.object FROM lots_line l JOIN lots_line o ON o.event = l.event"
            " WHERE l.object = ANY(%s) AND o.object IS NOT NULL AND o.object_kind = 'lot'",
            [list(units)],
        )
        return {lot for (lot,) in cursor.fetchall()}


def shipments_of(steps: Iterable[Step]) -> dict[UUID, UUID]:
    """Give the shipment of each step that ships."""
    return {step.event: shipment_of(step).id for step in steps if step.kind is Kind.SHIP}


def save_turns(standing: Standing) -> None:
    """Write where units stood from when on, and where they stand now."""
    changed = standing.changed
    if not changed:
        return
    rows = [row for unit in sorted(changed) for row in _rows(standing.units, unit)]
    marks = [(*standing.marks[unit], unit) for unit in changed if unit in standing.marks]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM lots_turn WHERE unit = ANY(%s)", [list(changed)])
        cursor.executemany(
            "INSERT INTO lots_turn (unit, stay_number, stay, number, event_time, tie, recorded,"
            " event, holder_kind, holder) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            rows,
        )
        cursor.execute(_STANDS, [list(changed)])
        cursor.executemany(
            "UPDATE lots_trace_object SET fold_time = %s, fold_tie = %s, fold_recorded = %s,"
            " fold_event = %s WHERE id = %s",
            marks,
        )


# The newest turn of the newest stay: at a place, in a unit, or on its way in a shipment.
_STANDS = (
    "UPDATE lots_trace_object o SET stay = nullif(t.stay, o.id),"
    " place = CASE t.holder_kind WHEN 'place' THEN t.holder WHEN 'shipment' THEN s.place END,"
    " container = CASE t.holder_kind WHEN 'unit' THEN coalesce(u.unit, t.holder) END,"
    " place_time = t.event_time"
    " FROM (SELECT DISTINCT ON (unit) * FROM lots_turn WHERE unit = ANY(%s)"
    "  ORDER BY unit, stay_number DESC, number DESC) t"
    " LEFT JOIN lots_shipment s ON s.id = t.holder"
    " LEFT JOIN LATERAL (SELECT x.unit FROM lots_turn x WHERE x.stay = t.holder LIMIT 1) u ON TRUE"
    " WHERE o.id = t.unit"
)


def _rows(units: Units, unit: UUID) -> Iterable[tuple[Any, ...]]:
    stays: dict[UUID, int] = {}
    numbers: dict[UUID, int] = {}
    for stay, turn in units.rows(unit):
        number = stays.setdefault(stay, len(stays))
        numbers[stay] = numbers.get(stay, -1) + 1
        yield _row(unit, number, stay, numbers[stay], turn)


def _row(unit: UUID, stay_number: int, stay: UUID, number: int, turn: Turn) -> tuple[Any, ...]:
    return unit, stay_number, stay, number, *turn.key, turn.holder.kind.value, turn.holder.id
