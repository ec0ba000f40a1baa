"""Lists: in which order names stand, which words find them, where the next part begins."""

import base64
import binascii
import json
import unicodedata
from typing import Final
from uuid import UUID

from pypinyin import Style, lazy_pinyin

from lotline.kernel.errors import Invalid

MOST: Final = 200
_WORDS: Final = 8


def sort_key(name: str) -> str:
    """Write a name as it sounds, so that Chinese names stand in the order of their pinyin."""
    return " ".join(lazy_pinyin(name)).casefold()


def search_text(*names: str) -> str:
    """Gather what a name can be found by: as written, by full pinyin, by initials of pinyin."""
    spoken = ["".join(lazy_pinyin(name)) for name in names]
    initials = ["".join(lazy_pinyin(name, style=Style.FIRST_LETTER)) for name in names]
    return "\n".join(dict.fromkeys(_folded(text) for text in (*names, *spoken, *initials)))


def derived(code: str, name: str, name_en: str = "") -> dict[str, str]:
    """Give the columns that follow from code and names."""
    return {"sort_key": sort_key(name), "search_text": search_text(code, name, name_en)}


def search_words(typed: str) -> list[str]:
    """Split what was typed into the words that must all be found."""
    if "\x00" in typed:
        raise Invalid.at("/query/q", "json.nul")
    return _folded(typed).split()[:_WORDS]


def page_size(limit: int) -> int:
    """Keep the size of a page within bounds."""
    return max(1, min(limit, MOST))


def cursor(key: str, last: UUID) -> str:
    """Say where the next part begins, in a form nobody needs to read."""
    return base64.urlsafe_b64encode(json.dumps([key, str(last)]).encode()).decode().rstrip("=")


def from_cursor(opaque: str) -> tuple[str, UUID]:
    """Read a cursor back; raise `Invalid` where it is not one of ours."""
    try:
        text = base64.urlsafe_b64decode(opaque + "=" * (-len(opaque) % 4))
        key, last = json.loads(text)
        if isinstance(key, str) and "\x00" not in key and key.isprintable():
            return key, UUID(last)
    except (ValueError, TypeError, AttributeError, binascii.Error, RecursionError) as error:
        raise Invalid.at("/query/cursor", "request.cursor") from error
    raise Invalid.at("/query/cursor", "request.cursor")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
