"""Which events have been declared in error."""

from collections.abc import Callable, Iterable
from uuid import UUID

from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import Kind, from_payload


def corrections_of(events: Iterable[UUID]) -> dict[UUID, UUID]:
    """Give, for each event that was declared in error, the event which first said so."""
    known: Callable[[Iterable[UUID]], dict[UUID, UUID]] | None
    known = getattr(lots, "corrections_of", None)
    return known(events) if known else _from_ledger(events)


def _from_ledger(events: Iterable[UUID]) -> dict[UUID, UUID]:
    wanted, found = set(events), dict[UUID, UUID]()
    subjects = {s for stored in history.events(wanted).values() for s, _ in stored.subjects}
    told = [e for s in subjects for e in history.of_subject(s, limit=2**31)]
    for stored in sorted(told, key=lambda event: event.record_time):
        if stored.kind == Kind.CORRECT.value:
            declared = from_payload(stored.payload).corrects
            if declared in wanted:
                found.setdefault(declared, stored.event_id)
    return found
