"""The door: every event of the plant passes here, and here alone the transaction opens.

Name what was scanned, lock the lots, look at how they stand, compose, decide, append. A command
that the gate refuses leaves an attempt and no event; a fact is always kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db import transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.capture.operations import answers
from lotline.capture.operations.attempts import keep_attempt
from lotline.capture.operations.bench import Bench
from lotline.capture.operations.patience import patiently
from lotline.capture.records import Accepted, CaptureRequest, Outcome, Refused
from lotline.capture.rules.shape import check_shape
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Problem
from lotline.ledger import operations as ledger
from lotline.lots.events import TraceEvent, as_draft

MAX_ITEMS: Final = 1000
_SYSTEM_CLOCK = SystemClock()


class BatchMode(StrEnum):
    """What becomes of a batch when one of its items is refused."""

    PROCEED = "proceed"
    ROLLBACK = "rollback"


class _Undo(Exception):  # noqa: N818 – a turn of events inside this file
    """The whole batch is to be taken back; carries the outcomes to tell of."""

    def __init__(self, outcomes: list[Outcome | Problem]) -> None:
        super().__init__()
        self.outcomes = outcomes


def capture(actor: Actor, request: CaptureRequest, *, clock: Clock = _SYSTEM_CLOCK) -> Outcome:
    """Record one thing that the plant saw, or keep the refused attempt.

    The same `client_id` with the same content gets the same answer. Raises `Invalid` for malformed
    requests and `Conflict` for a reused key.
    """
    access.require(actor, "capture.write")
    check_shape(request, clock.now())
    outcome = _run(actor, [request], BatchMode.ROLLBACK, clock, bases=[""])[0]
    if isinstance(outcome, Problem):
        raise outcome
    return outcome


def capture_batch(
    actor: Actor,
    requests: Sequence[CaptureRequest],
    *,
    mode: BatchMode = BatchMode.ROLLBACK,
    clock: Clock = _SYSTEM_CLOCK,
) -> list[Outcome | Problem]:
    """Record many things in order, in one transaction; each sees what the ones before it did.

    `rollback`: all or none – the outcomes then say why. `proceed`: what can be recorded is, and
    each item has its own outcome; a malformed one is given back as its `Problem`.
    """
    access.require(actor, "capture.write")
    bases = [f"/items/{index}" for index in range(len(requests))]
    return _run(actor, requests, mode, clock, bases)


def _run(
    actor: Actor,
    requests: Sequence[CaptureRequest],
    mode: BatchMode,
    clock: Clock,
    bases: Sequence[str],
) -> list[Outcome | Problem]:
    return patiently(lambda: _attempt(actor, requests, mode, clock, bases))


def _attempt(
    actor: Actor,
    requests: Sequence[CaptureRequest],
    mode: BatchMode,
    clock: Clock,
    bases: Sequence[str],
) -> list[Outcome | Problem]:
    try:
        with transaction.atomic():
            outcomes = _capture_all(actor, requests, clock, bases)
            if mode is BatchMode.ROLLBACK and not all(_good(outcome) for outcome in outcomes):
                raise _Undo(outcomes)
            return outcomes
    except _Undo as undo:
        return _kept_attempts(actor, requests, undo.outcomes, clock.now())


def _good(outcome: Outcome | Problem) -> bool:
    return isinstance(outcome, Accepted)


def _capture_all(
    actor: Actor, requests: Sequence[CaptureRequest], clock: Clock, bases: Sequence[str]
) -> list[Outcome | Problem]:
    now = clock.now()
    principal = answers.principal_of(actor)
    prints = [answers.fingerprint(request) for request in requests]
    outcomes = answers.known(principal, requests, prints)
    fresh = [index for index, outcome in enumerate(outcomes) if outcome is None]
    bench = Bench([(requests[index], bases[index]) for index in fresh], now)
    events: dict[int, TraceEvent] = {}
    for place, index in enumerate(fresh):
        decided = bench.decide(place)
        if isinstance(decided, TraceEvent):
            events[index] = decided
        elif isinstance(decided, Problem):
            outcomes[index] = decided
        else:
            outcomes[index] = Refused(keep_attempt(actor, requests[index], decided, now), decided)
    drafts = [as_draft(event, device=requests[index].device) for index, event in events.items()]
    receipts = ledger.append(drafts, actor=actor.name, clock=clock) if drafts else []
    to_keep = []
    for (index, event), receipt in zip(events.items(), receipts, strict=True):
        outcome = answers.accepted(event, receipt)
        to_keep.append(answers.kept(requests[index], prints[index], outcome))
        outcomes[index] = outcome
    ledger.remember(principal, to_keep, now)
    return [outcome for outcome in outcomes if outcome is not None]


def _kept_attempts(
    actor: Actor,
    requests: Sequence[CaptureRequest],
    outcomes: list[Outcome | Problem],
    now: datetime,
) -> list[Outcome | Problem]:
    """The events of a batch that is taken back are gone; its refused attempts are not."""
    with transaction.atomic():
        return [
            _after_undoing(actor, request, outcome, now)
            for request, outcome in zip(requests, outcomes, strict=True)
        ]


def _after_undoing(
    actor: Actor, request: CaptureRequest, outcome: Outcome | Problem, now: datetime
) -> Outcome | Problem:
    if isinstance(outcome, Refused):
        return replace(outcome, attempt_id=keep_attempt(actor, request, outcome.refusals, now))
    if isinstance(outcome, Accepted) and not outcome.replayed:
        return replace(outcome, undone=True)
    return outcome
