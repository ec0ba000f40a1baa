"""Keeping what the gate refused."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lotline.access.records import Actor
from lotline.capture.models import Attempt
from lotline.capture.records import CaptureRequest, Refusal
from lotline.kernel.ids import uuid7


def keep_attempt(
    actor: Actor, request: CaptureRequest, refusals: Sequence[Refusal], at: datetime
) -> UUID:
    """Keep a refused command with its reasons: it is quality data."""
    attempt = uuid7()
    Attempt.objects.create(
        id=attempt, at=at, actor=actor.name, channel=actor.channel, client_id=request.client_id,
        kind=request.kind.value, codes=sorted({refusal.code for refusal in refusals}),
        refusals=[{"code": r.code, "pointer": r.pointer, "params": r.params} for r in refusals],
        body=request.body,
    )  # fmt: skip
    return attempt
