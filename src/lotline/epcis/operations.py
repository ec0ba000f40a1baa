"""What others may ask of this room: read a document, name an event, name a thing."""

from collections.abc import Iterator
from typing import Any, Final

from lotline.epcis import schema
from lotline.epcis.identifiers import identify
from lotline.epcis.prehash import prehash
from lotline.epcis.reading import Setting, read_event
from lotline.epcis.records import EpcisDocument, EpcisEvent
from lotline.epcis.tolerance import tolerated
from lotline.epcis.writing import json_text
from lotline.kernel import strict_json
from lotline.kernel.canonical import sha256_hex
from lotline.kernel.errors import Invalid, Violation

__all__ = ["event_hash", "event_identity", "identify", "json_text", "read_document"]

_LISTS: Final = {
    "EPCISDocument": ("epcisBody", "eventList"),
    "EPCISQueryDocument": ("epcisBody", "queryResults", "resultsBody", "eventList"),
}
_CBV: Final = "CBV2.0"


def read_document(data: bytes) -> EpcisDocument:
    """Read a capture document, the events of a query document, or one bare event.

    Raises `Invalid` with every place that breaks the standard; nothing of it is taken then.
    """
    document = strict_json.loads(data)
    if not isinstance(document, dict) or not isinstance(document.get("type"), str):
        raise Invalid.at("", "epcis.not_a_document")
    allowed = _check(document)
    events = tuple(
        read_event(raw, at, Setting(document.get("@context"), _codes_under(allowed, at)))
        for at, raw in _events(document)
    )
    return EpcisDocument(type=document["type"], events=events, tolerated=allowed)


def event_hash(event: EpcisEvent) -> str:
    """Give the event's hash identifier (CBV 2.0 §8.9): equal for equal events in any spelling."""
    return f"ni:///sha-256;{sha256_hex(prehash(event))}?ver={_CBV}"


def event_identity(event: EpcisEvent) -> str:
    """Give the eventID that an event was sent with, else its hash identifier."""
    return event.event_id or event_hash(event)


def _check(document: dict[str, Any]) -> tuple[Violation, ...]:
    refused: list[Violation] = []
    allowed: list[Violation] = []
    for found in schema.violations(document):
        covered = tolerated(found)
        if covered is None:
            refused.append(found)
        else:
            allowed.append(covered)
    if refused:
        raise Invalid("request.invalid", refused[: schema.MOST])
    return tuple(allowed)


def _events(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    path = _LISTS.get(document["type"])
    if path is None:
        yield "", document
        return
    found: Any = document
    for step in path:
        found = found[step]
    for at, raw in enumerate(found):
        yield schema.pointer([*path, at]), raw


def _codes_under(allowed: tuple[Violation, ...], at: str) -> tuple[str, ...]:
    under = {found.code for found in allowed if found.pointer.startswith(at + "/")}
    return tuple(sorted(under)) if at else tuple(sorted(found.code for found in allowed))
