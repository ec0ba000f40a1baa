"""From events to booked steps: written down, put in their place, booked, and tanks and parts after them."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from lotline.ledger.records import StoredEvent
from lotline.lots import step_tables
from lotline.lots.booking.booker import book
from lotline.lots.booking.tanks import book_tanks
from lotline.lots.events import Kind, ObjectKind, TraceEvent
from lotline.lots.folds.step import Declaration, Step
from lotline.lots.folds.stepping import step_of
from lotline.lots.queries.steps import steps

Told = tuple[StoredEvent, TraceEvent]


def book_events(pairs: Sequence[Told], kinds: Mapping[UUID, ObjectKind]) -> None:
    """Write down what the folds read of events, and book it; the objects exist, of these kinds."""
    told = [
        (step_of(event, stored.record_time, stored.record_time, kinds), event)
        for stored, event in pairs
    ]
    step_tables.add_steps(told)
    step_tables.add_declarations(list(_declarations(pairs)))
    declared = {event.corrects for _, event in pairs if event.corrects is not None}
    fresh = {step.event for step, _ in told}
    disturbed = step_tables.settle([*fresh, *declared])
    new, moved = _sorted_out(told, fresh, disturbed)
    book(new, moved)
    counted = {step.event for step in new}
    void = [step for step, _ in told if step.event not in counted]
    step_tables.look_again(_objects_of([*moved, *void]))
    book_tanks({step.tank for step in (*new, *moved) if step.tank is not None})


def _sorted_out(
    told: Sequence[tuple[Step, TraceEvent]], fresh: set[UUID], disturbed: set[UUID]
) -> tuple[list[Step], list[Step]]:
    """Tell new steps that count from stored ones that changed; read again what took another place."""
    reread = {step.event: step for step in steps(disturbed)} if disturbed else {}
    void = step_tables.declared_among(disturbed) if disturbed else set()
    new = [reread.get(step.event, step) for step, _ in told if step.event not in void]
    moved = [step for event, step in reread.items() if event not in fresh]
    return new, moved


def _declarations(pairs: Iterable[Told]) -> Iterable[Declaration]:
    for stored, event in pairs:
        if event.kind is Kind.CORRECT and event.corrects is not None:
            yield Declaration(
                event.corrects, stored.record_time, event.event_id, event.reason, event.correctives
            )


def _objects_of(moved: Iterable[Step]) -> set[UUID]:
    return {part.object for step in moved for part in step.parts if part.object is not None}
