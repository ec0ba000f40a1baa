"""HTTP of the ledger: how it stands, its proofs, and files."""

import base64
import binascii
from typing import Annotated
from uuid import UUID

from django.http import FileResponse, HttpRequest
from ninja import Path, Query, Router, Status

from lotline.access.kinds import guard
from lotline.access.records import Actor, Page
from lotline.kernel.errors import Invalid, TooLarge
from lotline.ledger import operations, queries
from lotline.ledger.records import Checkpoint, Inclusion, KeptFile, Standing
from lotline.ledger.wire import (
    CheckpointPage,
    FileSent,
    FileShown,
    InclusionShown,
    StandingShown,
    VerificationAsked,
    VerificationShown,
)

router = Router(tags=["ledger"])
MOST_SENT = 5 * 2**20
Limit = Annotated[int, Query(ge=1, le=200)]
Cursor = Annotated[str | None, Query(max_length=80)]
Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]


@router.get(
    "/ledger/health", response=StandingShown, operation_id="read_ledger_health",
    **guard("audit.read"),
)  # fmt: skip
def get_health(request: HttpRequest) -> Standing:
    """Show how the ledger stands: checkpoints, exports, keys, epochs, the last verification."""
    return queries.standing(_actor(request))


@router.get(
    "/ledger/checkpoints", response=CheckpointPage, operation_id="list_checkpoints",
    **guard("audit.read"),
)  # fmt: skip
def get_checkpoints(
    request: HttpRequest, limit: Limit = 50, cursor: Cursor = None
) -> Page[Checkpoint]:
    """List checkpoints, the latest first."""
    return queries.list_checkpoints(_actor(request), limit, cursor)


@router.post(
    "/ledger/verifications", response=VerificationShown, operation_id="verify_ledger",
    **guard("ledger.verify"),
)  # fmt: skip
def post_verification(request: HttpRequest, payload: VerificationAsked) -> VerificationShown:
    """Verify what is new since the last verification here, and all roots."""
    found = operations.verify_new(_actor(request), projections=payload.projections)
    return VerificationShown.of(found)


@router.get(
    "/ledger/events/{event}/inclusion", response=InclusionShown, operation_id="prove_event",
    **guard("events.verify"),
)  # fmt: skip
def get_inclusion(request: HttpRequest, event: UUID) -> Inclusion:
    """Prove that an event is under the last checkpoint; the proof can be checked off-line."""
    return queries.inclusion(_actor(request), event)


@router.post(
    "/files", response={201: FileShown}, operation_id="keep_file", **guard("capture.write")
)
def post_file(request: HttpRequest, payload: FileSent) -> Status[KeptFile]:
    """Keep a file; the same bytes are kept once."""
    content = _bytes(payload.content)
    found = operations.keep_file(
        _actor(request), content, name=payload.name, media_type=payload.media_type
    )
    return Status(201, found)


@router.get("/files/{sha256}", operation_id="read_file", **guard("events.read"))
def get_file(request: HttpRequest, sha256: Sha256) -> FileResponse:
    """Download a kept file; never shown in the browser as a page of ours."""
    found, path = queries.read_file(_actor(request), sha256)
    answer = FileResponse(
        path.open("rb"), as_attachment=True, filename=found.name,
        content_type="application/octet-stream",
    )  # fmt: skip
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


def _bytes(content: str) -> bytes:
    try:
        found = base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid.at("/content", "ledger.base64") from error
    if len(found) > MOST_SENT:
        raise TooLarge("request.too_large")
    return found
