"""Lists in pages with an opaque cursor: the key of the last row shown."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db.models import QuerySet

from lotline.access.records import Page
from lotline.kernel.errors import Invalid

LARGEST: Final = 200
T = TypeVar("T")


def by_id(rows: QuerySet[Any], show: Callable[[Any], T], limit: int, cursor: str | None) -> Page[T]:
    """Cut one page out of rows ordered by ascending id."""
    after = rows.filter(pk__gt=_read(cursor, UUID)) if cursor else rows
    return _page(after, show, limit)


def by_seq(
    rows: QuerySet[Any], show: Callable[[Any], T], limit: int, cursor: str | None
) -> Page[T]:
    """Cut one page out of rows ordered by descending number."""
    before = rows.filter(pk__lt=_read(cursor, _number)) if cursor else rows
    return _page(before, show, limit)


def _page(rows: QuerySet[Any], show: Callable[[Any], T], limit: int) -> Page[T]:
    size = max(1, min(limit, LARGEST))
    found = list(rows[: size + 1])
    shown = tuple(show(row) for row in found[:size])
    return Page(shown, _write(found[size - 1].pk) if len(found) > size else None)


def _write(key: object) -> str:
    return urlsafe_b64encode(str(key).encode()).decode().rstrip("=")


def _read(cursor: str, kind: Callable[[str], T]) -> T:
    try:
        return kind(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii"))
    except ValueError as error:
        raise Invalid.at("/query/cursor", "request.cursor") from error


def _number(text: str) -> int:
    if not text.isdigit() or len(text) > 18:
        raise ValueError(text)
    return int(text)
