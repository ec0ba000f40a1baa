"""What an error declaration says: which event it voids, why, and what takes its place; pure.

EPCIS 2.0 §7.4.1.2: a declaration repeats the event, eventID and all. Its `void_shipping` cousin is
an observation that names no event; which shipment it takes back is looked for in the record.
"""

from datetime import datetime
from uuid import UUID

from lotline.epcis.operations import event_identity
from lotline.epcis.records import EpcisEvent
from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Kind


def moment_of(event: EpcisEvent) -> datetime:
    """Give when it happened; a declaration when it was declared, not when the wrong event was."""
    declared = event.error_declaration
    return event.event_time if declared is None else declared.time


def declared_of(event: EpcisEvent) -> UUID | None:
    """Give the event that is declared in error, whether it is here or not."""
    if event.error_declaration is None:
        return None
    return uuid_of_uri(event_identity(event))


def correctives_of(event: EpcisEvent) -> tuple[UUID, ...]:
    """Give the events that take its place."""
    declared = event.error_declaration
    return tuple(map(uuid_of_uri, declared.corrective_event_ids)) if declared else ()


def reason_of(event: EpcisEvent, kind: Kind) -> str | None:
    """Give the reason in the standard's word; a sample is taken for being one."""
    if kind is Kind.CORRECT:
        declared = event.error_declaration
        return "did_not_occur" if declared is None else declared.reason
    return "sample" if kind is Kind.SAMPLE else None
