"""What the JSON shapes of lots and events share."""

from typing import Annotated, Any

from pydantic import Field

from lotline.lots.records import EventDetail, LotDetail

Limit = Annotated[int, Field(ge=1, le=200)]
Cursor = Annotated[str | None, Field(max_length=6000)]


def flat(detail: LotDetail | EventDetail) -> dict[str, Any]:
    """Give the fields of a record and of the row inside it side by side."""
    own = {name: getattr(detail, name) for name in detail.__slots__ if name != "row"}
    return {name: getattr(detail.row, name) for name in detail.row.__slots__} | own
