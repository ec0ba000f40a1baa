"""Where the next part of a list begins: the sort key and identity of the last row shown."""

import base64
import json
from datetime import datetime
from typing import Final
from uuid import UUID

from lotline.kernel.errors import Invalid

MOST: Final = 200
_LONGEST: Final = 6000


def page_size(limit: int) -> int:
    """Keep the size of a page within bounds."""
    return max(1, min(limit, MOST))


def cursor(*parts: object) -> str:
    """Say where the next part begins, in a form nobody needs to read."""
    text = json.dumps([_plain(part) for part in parts])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _plain(part: object) -> str:
    return part.isoformat() if isinstance(part, datetime) else str(part)


def from_cursor(opaque: str, count: int) -> list[str]:
    """Read a cursor's parts back; raise `Invalid` where it is not one of ours."""
    try:
        parts = json.loads(_decoded(opaque))
    except (ValueError, RecursionError) as error:
        raise bad_cursor() from error
    if not isinstance(parts, list) or len(parts) != count or not all(map(_is_text, parts)):
        raise bad_cursor()
    return parts


def bad_cursor() -> Invalid:
    """Make the problem of a cursor that is not one of ours."""
    return Invalid.at("/query/cursor", "request.cursor")


def moment(text: str) -> datetime:
    """Read a cursor's part as a moment with its offset."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise bad_cursor() from error
    if found.tzinfo is None:
        raise bad_cursor()
    return found


def identity(text: str) -> UUID:
    """Read a cursor's part as an identity."""
    try:
        return UUID(text)
    except ValueError as error:
        raise bad_cursor() from error


def number(text: str) -> int:
    """Read a cursor's part as a number."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise bad_cursor()
    return int(text)


def _decoded(opaque: str) -> str:
    if len(opaque) > _LONGEST:
        raise bad_cursor()
    return base64.urlsafe_b64decode(opaque + "=" * (-len(opaque) % 4)).decode()


def _is_text(part: object) -> bool:
    """Take only text that a database can hold: no NUL, no half of a surrogate pair."""
    return isinstance(part, str) and "\x00" not in part and part.isascii() | _is_whole(part)


def _is_whole(text: str) -> bool:
    return not any(0xD800 <= ord(char) <= 0xDFFF for char in text)
