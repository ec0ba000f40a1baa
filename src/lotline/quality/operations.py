"""Hold and release: what people decide about lots, each an event of its own."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict, Invalid, NotFound
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.lots import queries as lots
from lotline.lots.events import HoldNote, Kind, Line, Role, TraceEvent, as_draft
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import DEFAULT_ZONE
from lotline.quality.records import HoldReceipt

_SYSTEM_CLOCK = SystemClock()


def hold_lots(
    actor: Actor,
    *,
    lots_held: Sequence[UUID],
    reason: str,
    client_id: str,
    note: str = "",
    at: datetime | None = None,
    operator: str | None = None,
    clock: Clock = _SYSTEM_CLOCK,
) -> HoldReceipt:
    """Stop lots from being used, moved on or shipped until they are released.

    A hold on a supplier's lot reaches every lot received from it; one on a pallet stops the pallet.
    """
    access.require(actor, "hold.write")
    if not lots_held:
        raise Invalid.at("/lots", "field.required")
    if not reason.strip():
        raise Invalid.at("/reason", "field.required")
    hold = HoldNote(uuid7(), reason.strip())
    body = {"lots": sorted(map(str, lots_held)), "reason": hold.reason, "note": note}
    event = _event(
        actor, Kind.HOLD, list(dict.fromkeys(lots_held)), hold, note, at or clock.now(), operator
    )
    return _record(actor, event, client_id, body, clock)


def release_lots(
    actor: Actor,
    *,
    hold: UUID,
    note: str,
    client_id: str,
    at: datetime | None = None,
    operator: str | None = None,
    clock: Clock = _SYSTEM_CLOCK,
) -> HoldReceipt:
    """Lift one hold from everything it lies on; others that lie there stay."""
    access.require(actor, "hold.release")
    if not note.strip():
        raise Invalid.at("/note", "field.required")
    body = {"hold": str(hold), "note": note}
    again = _answered(actor, client_id, body)
    if again is not None:
        return again
    under = lots.under_hold(hold)
    if not under:
        raise NotFound("hold.not_found")
    if all(released for _, released in under.values()):
        raise Conflict("hold.released")
    reason = next(iter(under.values()))[0]
    event = _event(
        actor, Kind.RELEASE, list(under), HoldNote(hold, reason), note, at or clock.now(), operator
    )
    return _record(actor, event, client_id, body, clock)


def _event(
    actor: Actor,
    kind: Kind,
    ids: Sequence[UUID],
    hold: HoldNote,
    note: str,
    at: datetime,
    operator: str | None,
) -> TraceEvent:
    site = masterdata.only_site()
    local = at.astimezone(ZoneInfo(site.zone if site else DEFAULT_ZONE))
    shift = local.strftime("%z")
    lines = tuple(Line(n, Role.SUBJECT, lot) for n, lot in enumerate(sorted(ids), start=1))
    return TraceEvent(
        event_id=uuid7(), kind=kind, mode="command", channel=actor.channel, event_time=at,
        offset=f"{shift[:3]}:{shift[3:5]}", business_date=local.date(), lines=lines,
        site=site.id if site else None, operator=operator, hold=hold, note=note,
    )  # fmt: skip


@transaction.atomic
def _record(
    actor: Actor, event: TraceEvent, client_id: str, body: Mapping[str, object], clock: Clock
) -> HoldReceipt:
    again = _answered(actor, client_id, body)
    if again is not None:
        return again
    ids = [line.object for line in event.lines if line.object is not None]
    ledger.claim([str(lot) for lot in ids])
    _refuse_unknown(ids)
    if event.kind is Kind.RELEASE and event.hold and _is_released(event.hold.hold):
        raise Conflict("hold.released")
    receipt = ledger.append([as_draft(event)], actor=actor.name, clock=clock)[0]
    hold = event.hold.hold if event.hold else event.event_id
    answer = HoldReceipt(
        hold,
        receipt.event_id,
        receipt.stream,
        receipt.stream_seq,
        receipt.hash,
        receipt.record_time,
    )
    kept = json.dumps(asdict(answer), default=str)
    remembered = ledger.Answer(client_id, _fingerprint(body), kept)
    ledger.remember(_principal(actor), [remembered], clock.now())
    return answer


def _refuse_unknown(ids: Sequence[UUID]) -> None:
    if set(ids) - lots.exist(ids):
        raise NotFound("lot.not_found")


def _is_released(hold: UUID) -> bool:
    return all(released for _, released in lots.under_hold(hold).values())


def _answered(actor: Actor, client_id: str, body: Mapping[str, object]) -> HoldReceipt | None:
    text = ledger.recall(_principal(actor), {client_id: _fingerprint(body)}).get(client_id)
    if text is None:
        return None
    if isinstance(text, Conflict):
        raise text
    kept = json.loads(text)
    return HoldReceipt(
        UUID(kept["hold_id"]), UUID(kept["event_id"]), kept["stream"], kept["stream_seq"],
        kept["hash"], datetime.fromisoformat(kept["record_time"]),
    )  # fmt: skip


def _fingerprint(body: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _principal(actor: Actor) -> str:
    return str(actor.user_id) if actor.user_id else f"system:{actor.name}"
