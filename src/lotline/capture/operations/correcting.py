"""Putting an event right: it is declared in error, and what really happened takes its place.

Nothing is edited. One transaction appends the declaration, lets every lot fold again without the
voided event, and then records the replacement as a fact: it tells of what has happened, so that
what the gate would have refused becomes a flag (GENEALOGY R1, R2).
"""

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.capture.operations import answers
from lotline.capture.operations.bench import Bench
from lotline.capture.operations.patience import patiently
from lotline.capture.records import Accepted, CaptureRequest, Corrected, Mode
from lotline.capture.rules.correction import births_of, declaration
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict, Invalid, NotFound, Problem
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import SCHEMA, Kind, TraceEvent, as_draft, from_payload, tank_subject
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import DEFAULT_ZONE

REASONS: Final = ("did_not_occur", "incorrect_data", "other")
_FIXED: Final = frozenset({Kind.HOLD, Kind.RELEASE, Kind.CORRECT})
_SYSTEM_CLOCK = SystemClock()


def correct(
    actor: Actor,
    event_id: UUID,
    *,
    client_id: str,
    reason: str,
    note: str,
    replacement: CaptureRequest | None = None,
    clock: Clock = _SYSTEM_CLOCK,
) -> Corrected:
    """Declare an event in error and record what takes its place, if anything did.

    The same `client_id` with the same content gets the same answer. Raises `NotFound` for an
    unknown event, `Conflict` `event.not_correctable` for holds, releases and corrections and
    `event.already_corrected` for an event that has been declared in error, `Invalid` where the
    reason, the note or the replacement is malformed.
    """
    access.require(actor, "events.correct")
    _check_words(reason, note)
    asked = _Asked(actor, event_id, client_id, reason, note.strip(), replacement)
    return patiently(lambda: asked.attempt(clock))


def _check_words(reason: str, note: str) -> None:
    if reason not in REASONS:
        raise Invalid.at("/reason", "field.one_of", expected=", ".join(REASONS))
    if not note.strip():
        raise Invalid.at("/note", "field.required")


class _Asked:
    """One correction as it was asked for."""

    def __init__(
        self,
        actor: Actor,
        event_id: UUID,
        client_id: str,
        reason: str,
        note: str,
        replacement: CaptureRequest | None,
    ) -> None:
        self.actor, self.event_id, self.client_id = actor, event_id, client_id
        self.reason, self.note, self.replacement = reason, note, replacement
        told = replacement and answers.fingerprint(replacement)
        asked = json.dumps([str(event_id), reason, note, told])
        self.print = hashlib.sha256(asked.encode()).hexdigest()

    @transaction.atomic
    def attempt(self, clock: Clock) -> Corrected:
        """Lock, look, declare, fold, look again, replace."""
        principal, now = answers.principal_of(self.actor), clock.now()
        voided = _correctable(self.event_id)
        request = self._request()
        bench = _bench(voided, request, now)
        # Under the locks: the same request may have been answered while this one waited.
        known = answers.corrected_again(principal, self.client_id, self.print)
        if known is not None:
            return known
        _refuse_second(self.event_id)
        declared = self._declared(voided, request, now)
        first = self._append(declared, clock)
        second = self._replaced(bench, request, clock) if request else None
        outcome = Corrected(first, second)
        ledger.remember(principal, [answers.corrected(self.client_id, self.print, outcome)], now)
        return outcome

    def _request(self) -> CaptureRequest | None:
        """Give the replacement as the fact that it is, under an id that the declaration can name."""
        if self.replacement is None:
            return None
        return replace(self.replacement, mode=Mode.FACT, event_id=uuid7(), replaces=self.event_id)

    def _declared(
        self, voided: TraceEvent, request: CaptureRequest | None, now: datetime
    ) -> TraceEvent:
        site = masterdata.sites([voided.site]).get(voided.site) if voided.site else None
        local = now.astimezone(ZoneInfo(site.zone if site else DEFAULT_ZONE))
        instead = (request.event_id,) if request and request.event_id else ()
        return declaration(
            voided, local, self.actor.channel, reason=self.reason, note=self.note,
            correctives=instead,
        )  # fmt: skip

    def _replaced(self, bench: Bench, request: CaptureRequest, clock: Clock) -> Accepted:
        bench.look()
        decided = bench.decide(0)
        if isinstance(decided, Problem):
            raise decided
        assert isinstance(decided, TraceEvent)  # a fact is never refused
        return self._append(decided, clock, device=request.device)

    def _append(self, event: TraceEvent, clock: Clock, device: str | None = None) -> Accepted:
        draft = as_draft(event, device=device)
        receipt = ledger.append([draft], actor=self.actor.name, clock=clock)[0]
        return answers.accepted(event, receipt)


def _correctable(event_id: UUID) -> TraceEvent:
    stored = history.event(event_id)
    if stored is None or stored.payload.get("schema") != SCHEMA:
        raise NotFound("event.not_found")
    event = from_payload(stored.payload)
    if event.kind in _FIXED:
        raise Conflict("event.not_correctable", kind=event.kind.value)
    return event


def _bench(voided: TraceEvent, request: CaptureRequest | None, now: datetime) -> Bench:
    """Lock every object of the old event and of the new one, together and in order."""
    also = {str(line.object) for line in voided.lines if line.object}
    if voided.tank is not None:
        also.add(tank_subject(voided.tank))
    items = [(request, "/replacement")] if request else []
    bench = Bench(items, now, also=also, births=births_of(voided))
    problem = bench.named[0] if bench.named else None
    if isinstance(problem, Problem):
        raise problem
    return bench


def _refuse_second(event_id: UUID) -> None:
    by = lots.corrections_of([event_id]).get(event_id)
    if by is not None:
        raise Conflict("event.already_corrected", by=by)
