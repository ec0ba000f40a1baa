"""What a schema found wrong with a body, told in our own codes and pointers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from pydantic import ValidationError

from lotline.kernel.errors import Invalid, Violation

_SHOWN: Final = 60
# pydantic's error types → our codes, which never change with its versions.
_CODES: Final = {
    "missing": "field.required",
    "extra_forbidden": "field.unknown",
    "string_too_long": "field.too_long",
    "too_long": "field.too_many",
    "string_too_short": "field.too_short",
    "too_short": "field.too_few",
    "literal_error": "field.choice",
    "enum": "field.choice",
    "union_tag_invalid": "field.choice",
    "union_tag_not_found": "field.required",
    "string_pattern_mismatch": "field.form",
    "uuid_parsing": "field.id",
    "uuid_type": "field.id",
    "time_text": "field.time",
    "date_text": "field.date",
    "datetime_parsing": "field.time",
    "datetime_from_date_parsing": "field.time",
    "datetime_object_invalid": "field.time",
    "date_parsing": "field.date",
    "date_from_datetime_parsing": "field.date",
    "timezone_aware": "field.offset_missing",
    "greater_than": "field.too_small",
    "greater_than_equal": "field.too_small",
    "less_than": "field.too_large",
    "less_than_equal": "field.too_large",
}
_LIMITS: Final = ("max_length", "min_length", "ge", "gt", "le", "lt", "expected", "expected_tags")


def schema_problem(error: ValidationError, body: object, base: str = "") -> Invalid:
    """Say what is wrong with a value that was checked by itself, at its place in a larger body."""
    found = violations(({**e, "loc": ("body", "", *e["loc"])} for e in error.errors()), body)
    placed = [Violation(base + one.pointer, one.code, one.params) for one in found]
    return Invalid("request.invalid", placed)


def violations(errors: Iterable[Mapping[str, Any]], body: object) -> list[Violation]:
    """Turn a schema's findings into violations with a pointer, each said once."""
    found: dict[tuple[str, str], Violation] = {}
    for error in errors:
        one = _violation(error, body)
        found.setdefault((one.pointer, one.code), one)
    return list(found.values())


def _violation(error: Mapping[str, Any], body: object) -> Violation:
    kind, context = str(error["type"]), error.get("ctx") or {}
    params = {name: str(context[name])[:200] for name in _LIMITS if name in context}
    limit = next(iter(params.values()), "")
    expected = params.get("expected_tags", params.get("expected", ""))
    where = _pointer(list(error["loc"]), body, kind)
    if kind in ("union_tag_not_found", "union_tag_invalid"):
        where += "/" + _tag_name(context)
    return Violation(where, _code(kind), {"limit": limit, "expected": expected})


def _code(kind: str) -> str:
    if kind in _CODES:
        return _CODES[kind]
    return "field.type" if kind.endswith(("_type", "_parsing")) else "field.value"


def _tag_name(context: Mapping[str, Any]) -> str:
    return escape(str(context.get("discriminator", "kind")).strip("'"))


def _pointer(location: Sequence[object], body: object, kind: str) -> str:
    source, rest = str(location[0]), list(location[1:])
    if source != "body":
        return "".join(f"/{escape(str(part))}" for part in (source, *rest))
    # The first name after "body" is the view's own parameter, which no sender knows.
    return _walk(rest[1:], body, kind)


def _walk(parts: list[object], value: object, kind: str) -> str:
    """Follow a location through the body, leaving out the names of a union's branches."""
    pointer = ""
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        if isinstance(value, dict) and part in value:
            value = value[cast(str, part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif not (is_last and kind == "missing"):
            continue
        pointer += f"/{escape(str(part))}"
    return pointer


def escape(part: str) -> str:
    """Write one step of a JSON Pointer (RFC 6901 §3)."""
    return part.replace("~", "~0").replace("/", "~1")
