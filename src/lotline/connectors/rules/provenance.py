"""What stays of a foreign event beside its meaning: its own words, and itself as it came; pure."""

from typing import Final

from lotline.connectors.rules.steps import is_reduced
from lotline.epcis.operations import event_hash, event_identity, json_text
from lotline.epcis.records import EpcisEvent, TypedId
from lotline.lots.events import Kind

JSON_LD: Final = "application/ld+json"


def event_key(event: EpcisEvent) -> str:
    """Name the message: a declaration carries the eventID of the event that it voids."""
    identity = event_identity(event)
    declared = event.error_declaration
    return identity if declared is None else f"{identity}#void-{declared.time.isoformat()}"


def as_said(event: EpcisEvent, kind: Kind) -> dict[str, object]:
    """Give the event's dimensions in the standard's words, with the hash of its content."""
    said: dict[str, object | None] = {
        "event_id": event_identity(event),
        "hash": event_hash(event),
        "type": event.type,
        "action": event.action,
        "biz_step": event.biz_step,
        "disposition": event.disposition,
        "dispositions_set": list(event.dispositions_set),
        "dispositions_unset": list(event.dispositions_unset),
        "read_point": event.read_point,
        "biz_location": event.biz_location,
        "parent_id": event.parent_id,
        "transformation_id": event.transformation_id,
        "sources": _typed(event.sources),
        "destinations": _typed(event.destinations),
        "certifications": list(event.certifications),
        "record_time": event.record_time.isoformat() if event.record_time else None,
        "error_declaration": _declaration(event),
        "tolerated": list(event.tolerated),
        "kept_as": kind.value if is_reduced(event, kind) else None,
    }
    return {name: value for name, value in said.items() if value not in (None, [])}


def as_sent(event: EpcisEvent) -> dict[str, object]:
    """Give the event's own JSON as text, with the context that its prefixes need."""
    return {
        "media_type": JSON_LD,
        "event": json_text(event.raw),
        "context": json_text(event.context),
    }


def _typed(ids: tuple[TypedId, ...]) -> list[dict[str, str]]:
    return [{"type": one.type or "", "id": one.id} for one in ids]


def _declaration(event: EpcisEvent) -> dict[str, object] | None:
    declared = event.error_declaration
    if declared is None:
        return None
    return {
        "time": declared.time.isoformat(),
        "reason": declared.reason or "",
        "corrective_event_ids": list(declared.corrective_event_ids),
    }
