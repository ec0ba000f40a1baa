"""The door over HTTP."""

import re
from datetime import datetime
from typing import Annotated, Any, Final, Literal, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from lotline.access.kinds import guard
from lotline.access.records import Actor
from lotline.capture import batches, operations, queries
from lotline.capture.parsing import to_replacement, to_request
from lotline.capture.records import Accepted, Corrected, Outcome, Refused
from lotline.capture.wire import BatchBody, CaptureBody, CorrectionBody
from lotline.capture.wire_reading import AttemptsShown, OverviewShown
from lotline.kernel.errors import Conflict, Violation
from lotline.kernel.messages import text

router = Router(tags=["capture"])
_PARTICULAR: Final = re.compile(r"\{[a-z_]+\}")


class LotMade(Schema):
    """A lot that the event brought into being."""

    id: UUID
    code: str
    line: int


class Warned(Schema):
    """Something that was recorded all the same, but should be looked at."""

    code: str
    message: str


class ReceiptShown(Schema):
    """Where the event stands in the ledger, and what it made."""

    event_id: UUID
    stream: str
    stream_seq: int
    hash: str
    record_time: datetime
    lots: list[LotMade]
    warnings: list[Warned]


class CorrectionShown(Schema):
    """The receipt of the declaration, and of the event that takes the other's place."""

    correction: ReceiptShown
    replacement: ReceiptShown | None


class ItemError(Schema):
    """One thing that stood against an item of a batch."""

    pointer: str
    code: str
    message: str


class ItemShown(Schema):
    """What became of one item of a batch."""

    index: int
    status: Literal["accepted", "replayed", "refused", "invalid", "not_recorded"]
    receipt: ReceiptShown | None = None
    attempt_id: UUID | None = None
    code: str | None = None
    errors: list[ItemError] = []


class BatchShown(Schema):
    """What became of a batch."""

    recorded: int
    items: list[ItemShown]


@router.post(
    "/captures",
    operation_id="capture",
    response={201: ReceiptShown, 200: ReceiptShown},
    **guard("capture.write"),
)
def post_capture(request: HttpRequest, body: CaptureBody) -> Status[dict[str, Any]]:
    """Record one thing that the plant saw; refused ones answer 409 with every reason."""
    actor = _actor(request)
    raw = cast(dict[str, object], batches.plain_body(request))
    outcome = operations.capture(actor, to_request(body, raw, actor.channel))
    return Status(status_of(outcome), receipt_of(actor, outcome))


@router.post(
    "/captures/batch",
    operation_id="capture_batch",
    response={200: BatchShown},
    **guard("capture.write"),
)
def post_batch(request: HttpRequest, body: BatchBody) -> dict[str, Any]:
    """Record many captures in order, all or none (`rollback`) or each for itself (`proceed`)."""
    actor = _actor(request)
    results = batches.capture_items(actor, body.items, operations.BatchMode(body.mode))
    return batches.shown(actor, results, receipt_of)


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]


def status_of(outcome: Outcome) -> int:
    """Tell a new record from one given again."""
    return 200 if isinstance(outcome, Accepted) and outcome.replayed else 201


def receipt_of(actor: Actor, outcome: Outcome) -> dict[str, Any]:
    """Show an accepted capture; a refused one becomes the problem that it is."""
    if isinstance(outcome, Refused):
        raise refusal_problem(outcome)
    warnings = [{"code": code, "message": _told(actor, code)} for code in outcome.warnings]
    return {
        "event_id": outcome.event_id, "stream": outcome.stream, "stream_seq": outcome.stream_seq,
        "hash": outcome.hash, "record_time": outcome.record_time, "lots": list(outcome.lots),
        "warnings": warnings,
    }  # fmt: skip


def _told(actor: Actor, code: str) -> str:
    """Put a warning into words; its particulars stand on the lines of the event."""
    return _PARTICULAR.sub("…", text(code, actor.language))


def refusal_problem(refused: Refused) -> Conflict:
    """Make the problem document's content of a refusal: all reasons at once."""
    violations = [Violation(r.pointer, r.code, r.params) for r in refused.refusals]
    problem = Conflict("capture.refused", violations, count=len(violations))
    problem.extensions["attempt_id"] = str(refused.attempt_id)
    return problem


@router.post(
    "/events/{event_id}/corrections",
    operation_id="correct_event",
    response={201: CorrectionShown, 200: CorrectionShown},
    **guard("events.correct"),
)
def post_correction(
    request: HttpRequest, event_id: UUID, body: CorrectionBody
) -> Status[dict[str, Any]]:
    """Declare an event in error, with its reason, and record what takes its place."""
    actor = _actor(request)
    raw = cast(dict[str, Any], batches.plain_body(request))
    outcome = operations.correct(
        actor, event_id, client_id=body.client_id, reason=body.reason, note=body.note,
        replacement=to_replacement(body, raw, actor.channel),
    )  # fmt: skip
    return Status(status_of(outcome.correction), correction_of(actor, outcome))


def correction_of(actor: Actor, outcome: Corrected) -> dict[str, Any]:
    """Show both receipts of a correction."""
    instead = outcome.replacement
    return {
        "correction": receipt_of(actor, outcome.correction),
        "replacement": receipt_of(actor, instead) if instead else None,
    }


@router.get(
    "/attempts", operation_id="list_attempts", response=AttemptsShown, **guard("attempts.read")
)
def get_attempts(
    request: HttpRequest,
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Field(max_length=400)] = None,
) -> Any:
    """List refused commands, newest first."""
    return queries.list_attempts(_actor(request), limit=limit, cursor=cursor)


@router.get("/overview", operation_id="read_overview", response=OverviewShown, **guard("lots.read"))
def get_overview(request: HttpRequest) -> Any:
    """Show how the plant stands at a glance."""
    return queries.overview(_actor(request))
