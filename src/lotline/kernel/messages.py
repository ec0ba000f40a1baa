"""Sentences for people: one catalogue per room and language, found by the code of what happened."""

import json
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


def text(code: str, language: Language, /, **params: str) -> str:
    """Give the sentence for a code; an unknown code is shown as itself, never as nothing."""
    template = catalogue(language).get(code)
    if template is None:
        return code
    for name, value in params.items():
        template = template.replace("{" + name + "}", value)
    return template


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Give every sentence of one language, all rooms together."""
    found: dict[str, str] = {}
    folder = files("lotline.kernel") / "messages"
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(f".{language}.json"):
            found.update(json.loads(entry.read_text(encoding="utf-8")))
    return found


def preferred(accept_language: str) -> Language:
    """Choose the reader's language from an Accept-Language header; Chinese where it says nothing."""
    for part in accept_language.split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh"
        if tag.startswith("en"):
            return "en"
    return "zh"
