"""What the types of a JSON body mean: nothing is guessed, a number is no text, a time has an offset.

pydantic's own strict mode is made for Python values and would refuse the texts in which JSON must
carry ids, times and enumerations; its lax mode would take "yes" for true and 1700000000 for a time.
This is the middle that RFC 8259 bodies need.
"""

import re
from typing import Any, Final

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# The years that a business record can mean; also keeps a time with offset representable in UTC.
_YEAR: Final = r"(?:19|2[0-9])[0-9]{2}"
_DATE: Final = re.compile(_YEAR + r"-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(
    _YEAR + r"-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
# Written as text or as an array in JSON, so Python-strictness would refuse them.
_FROM_JSON: Final = frozenset({"uuid", "enum", "tuple", "set", "frozenset"})
_OPAQUE: Final = frozenset({"metadata", "serialization", "default", "cls", "expected", "members"})


def as_json(schema: CoreSchema) -> CoreSchema:
    """Give a model's schema with every type read as it is written in JSON."""
    inner: Any = schema
    return _step(inner)  # type: ignore[no-any-return]


def _walk(node: Any) -> Any:
    if isinstance(node, list | tuple):
        return [_walk(part) for part in node]
    if not isinstance(node, dict) or node.get("type") == "model":
        return node
    return _step(node)


def _step(node: dict[str, Any]) -> Any:
    kind = node.get("type")
    if kind == "datetime":
        return _text_first({**node, "strict": False, "tz_constraint": "aware"}, _time_text)
    if kind == "date":
        return _text_first({**node, "strict": False}, _date_text)
    inner = {key: value if key in _OPAQUE else _walk(value) for key, value in node.items()}
    return {**inner, "strict": False} if _is_from_json(kind) else inner


def _is_from_json(kind: object) -> bool:
    return isinstance(kind, str) and kind in _FROM_JSON


def _text_first(node: Any, check: Any) -> CoreSchema:
    return core_schema.no_info_before_validator_function(check, node)


def _time_text(value: object) -> object:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise PydanticCustomError("time_text", "not a time")
    return value


def _date_text(value: object) -> object:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise PydanticCustomError("date_text", "not a date")
    return value
