"""Holds over HTTP."""

from datetime import datetime
from typing import Annotated, Any, cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from lotline.access.kinds import Body, guard
from lotline.access.records import Actor
from lotline.quality import operations, queries
from lotline.quality.records import HoldReceipt

router = Router(tags=["holds"])
Key = Annotated[str, Field(min_length=8, max_length=100)]


class HoldBody(Body):
    """Which lots to hold, and why."""

    client_id: Key
    lots: Annotated[list[UUID], Field(min_length=1, max_length=2000)]
    reason: Annotated[str, Field(min_length=1, max_length=200)]
    note: Annotated[str, Field(max_length=4000)] = ""


class ReleaseBody(Body):
    """Why a hold is lifted."""

    client_id: Key
    note: Annotated[str, Field(min_length=1, max_length=4000)]


class HoldReceiptShown(Schema):
    """A hold or release as recorded."""

    hold_id: UUID
    event_id: UUID
    stream: str
    stream_seq: int
    hash: str
    record_time: datetime


class HeldLot(Schema):
    """A lot under a hold."""

    id: UUID
    kind: str
    code: str
    product: str | None


class HoldShown(Schema):
    """A hold with everything it lies on."""

    id: UUID
    reason: str
    note: str
    held_at: datetime
    held_by: str
    lots: list[HeldLot]
    released_at: datetime | None
    released_by: str | None
    release_note: str | None = None


class HoldsShown(Schema):
    """A part of the list of holds."""

    items: list[HoldShown]
    next: str | None


@router.get("/holds", operation_id="list_holds", response=HoldsShown, **guard("lots.read"))
def get_holds(
    request: HttpRequest,
    open: bool | None = None,
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
    cursor: str | None = None,
) -> Any:
    """List holds, newest first."""
    return queries.list_holds(_actor(request), open_only=open, limit=limit, cursor=cursor)


@router.post(
    "/holds", operation_id="hold_lots", response={201: HoldReceiptShown}, **guard("hold.write")
)
def post_hold(request: HttpRequest, body: HoldBody) -> Status[HoldReceipt]:
    """Hold lots."""
    receipt = operations.hold_lots(
        _actor(request), lots_held=body.lots, reason=body.reason, note=body.note,
        client_id=body.client_id,
    )  # fmt: skip
    return Status(201, receipt)


@router.post(
    "/holds/{hold}/release",
    operation_id="release_lots",
    response={201: HoldReceiptShown},
    **guard("hold.release"),
)
def post_release(request: HttpRequest, hold: UUID, body: ReleaseBody) -> Status[HoldReceipt]:
    """Lift a hold."""
    receipt = operations.release_lots(
        _actor(request), hold=hold, note=body.note, client_id=body.client_id
    )
    return Status(201, receipt)


def _actor(request: HttpRequest) -> Actor:
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
