"""Read JSON as the standard means it: no duplicate keys, no NaN, no lost digits, no bottomless nesting."""

import json
import re
from decimal import Decimal
from typing import Final

from lotline.kernel.errors import Invalid

MAX_DEPTH: Final = 64
# Whole strings are swallowed, so that brackets inside them do not count.
_STRUCTURE: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def loads(body: bytes) -> object:
    """Parse a JSON text; numbers become int or `Decimal`; raise `Invalid` with a `json.*` code.

    Duplicate keys are refused (RFC 8259 §4 leaves their meaning open), so are NaN and Infinity,
    lone surrogates, NUL characters and nesting deeper than 64.
    """
    text = _text(body)
    _check_depth(text)
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_int=_parse_int,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique,
        )
    except (json.JSONDecodeError, RecursionError) as error:
        raise Invalid("json.broken", position=getattr(error, "pos", 0)) from error


def _text(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Invalid("json.not_utf8", position=error.start) from error
    if "\\u0000" in text or "\x00" in text:
        raise Invalid("json.nul")
    if "\\ud" in text.lower():
        _refuse_surrogates(text)
    return text


def _refuse_surrogates(text: str) -> None:
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Invalid("json.surrogate") from error
    except (ValueError, RecursionError):
        return  # broken otherwise: the parser says how


def _check_depth(text: str) -> None:
    depth = 0
    for mark in _STRUCTURE.findall(text):
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise Invalid("json.too_deep", depth=MAX_DEPTH)
        elif mark in "]}":
            depth -= 1


def _parse_int(digits: str) -> int | Decimal:
    if len(digits) > 40:
        raise Invalid("json.number_too_long")
    return int(digits)


def _refuse_constant(name: str) -> object:
    raise Invalid("json.not_finite", value=name)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise Invalid("json.duplicate_key", key=key[:60])
        found[key] = value
    return found
