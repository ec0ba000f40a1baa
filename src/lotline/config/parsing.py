"""Bodies read strictly, and what a schema found wrong told in our own codes and pointers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from lotline.kernel import strict_json
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


class StrictParser(Parser):
    """Reads request bodies by `kernel.strict_json` and refuses NUL characters in a query."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Parse the body and keep it, so that an error can point into it."""
        body = strict_json.loads(request.body)
        request.json_body = body  # type: ignore[attr-defined]
        return cast(dict[str, Any], body)

    def parse_querydict(
        self, data: "MultiValueDict[str, Any]", list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Read query parameters; a NUL in one could not be looked up anywhere."""
        for name, values in data.lists():
            if any("\x00" in part for part in (name, *map(str, values))):
                raise Invalid.at(f"/query/{_escape(name[:_SHOWN])}", "json.nul")
        return super().parse_querydict(data, list_fields, request)


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
    if kind == "union_tag_not_found":
        where += "/" + _tag_name(context)
    elif kind == "union_tag_invalid":
        where += "/" + _tag_name(context)
    return Violation(where, _code(kind), {"limit": limit, "expected": expected})


def _code(kind: str) -> str:
    if kind in _CODES:
        return _CODES[kind]
    return "field.type" if kind.endswith(("_type", "_parsing")) else "field.value"


def _tag_name(context: Mapping[str, Any]) -> str:
    return _escape(str(context.get("discriminator", "kind")).strip("'"))


def _pointer(location: Sequence[object], body: object, kind: str) -> str:
    source, rest = str(location[0]), list(location[1:])
    if source != "body":
        return "".join(f"/{_escape(str(part))}" for part in (source, *rest))
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
        pointer += f"/{_escape(str(part))}"
    return pointer


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
