"""Answers kept under the client's key: a request that comes twice is recorded once."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from lotline.access.records import Actor
from lotline.capture.records import Accepted, CaptureRequest, Corrected, LotReceipt, Outcome
from lotline.kernel.errors import Conflict, Problem
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.ledger.records import Receipt, StoredEvent
from lotline.lots.events import TraceEvent

# A declaration hashes like the event that it voids: what it declares is told beside.
_CONTENT: Final = ("hash", "error_declaration")


def principal_of(actor: Actor) -> str:
    """Give whose keys these are: a key of one user means nothing under another."""
    return str(actor.user_id) if actor.user_id else f"system:{actor.name}"


def known(
    principal: str, requests: Sequence[CaptureRequest], prints: Sequence[str]
) -> list[Outcome | Problem | None]:
    """Give, for each request, the answer it got before, a conflict, or None for a new one.

    The same key twice in one batch is a conflict from the second on.
    """
    asked = {r.client_id: p for r, p in zip(reversed(requests), reversed(prints), strict=True)}
    kept = ledger.recall(principal, asked)
    recorded, seen = _recorded(requests), set[str]()
    found: list[Outcome | Problem | None] = []
    for request in requests:
        answer = kept.get(request.client_id)
        if request.event_id in recorded:
            found.append(_again(request, recorded[request.event_id]))
        elif request.client_id in seen:
            found.append(Conflict("ledger.key_reused", key=request.client_id))
        else:
            found.append(_from_text(answer) if isinstance(answer, str) else answer)
        seen.add(request.client_id)
    return found


def _recorded(requests: Sequence[CaptureRequest]) -> dict[UUID | None, StoredEvent]:
    ids = [request.event_id for request in requests if request.event_id is not None]
    return {found.event_id: found for found in history.events(ids).values()} if ids else {}


def _again(request: CaptureRequest, stored: StoredEvent) -> Accepted | Conflict:
    """The same event id with the same content is a replay; with other content a conflict."""
    kept = stored.payload.get("epcis") or {}
    told = request.epcis or {}
    if isinstance(kept, dict) and all(kept.get(part) == told.get(part) for part in _CONTENT):
        return Accepted(
            stored.event_id, stored.stream, stored.stream_seq, stored.hash, stored.record_time,
            replayed=True,
        )  # fmt: skip
    return Conflict("event.id_conflict", event_id=told.get("event_id") or stored.event_id)


def kept(request: CaptureRequest, print_: str, outcome: Accepted) -> ledger.Answer:
    """Give the answer as it is kept under the request's key."""
    text = json.dumps(asdict(outcome), default=str)
    return ledger.Answer(request.client_id, print_, text)


def fingerprint(request: CaptureRequest) -> str:
    """Give what makes a request the same one: everything in it."""
    body = request.body or asdict(request)
    return hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()


def accepted(event: TraceEvent, receipt: Receipt) -> Accepted:
    """Make the answer to a recorded event."""
    made = tuple(
        LotReceipt(line.object, line.birth.code, line.number)
        for line in event.lines
        if line.birth is not None and line.object is not None
    )
    return Accepted(
        receipt.event_id, receipt.stream, receipt.stream_seq, receipt.hash, receipt.record_time,
        made, event.flags,
    )  # fmt: skip


def corrected_again(principal: str, client_id: str, print_: str) -> Corrected | None:
    """Give the answer that a correction got before; raise the conflict of a reused key."""
    answer = ledger.recall(principal, {client_id: print_}).get(client_id)
    if isinstance(answer, Problem):
        raise answer
    if answer is None:
        return None
    kept = json.loads(answer)
    instead = kept["replacement"]
    return Corrected(_read(kept["correction"]), _read(instead) if instead else None)


def corrected(client_id: str, print_: str, outcome: Corrected) -> ledger.Answer:
    """Give the answer to a correction as it is kept under its key."""
    return ledger.Answer(client_id, print_, json.dumps(asdict(outcome), default=str))


def _from_text(text: str) -> Accepted:
    return _read(json.loads(text))


def _read(kept: dict[str, Any]) -> Accepted:
    lots = tuple(LotReceipt(UUID(x["id"]), x["code"], x["line"]) for x in kept.pop("lots"))
    answer = Accepted(
        UUID(kept.pop("event_id")), kept["stream"], kept["stream_seq"], kept["hash"],
        datetime.fromisoformat(kept["record_time"]), lots, tuple(kept["warnings"]),
    )  # fmt: skip
    return replace(answer, replayed=True)
