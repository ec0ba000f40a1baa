"""What the types of a JSON body mean: nothing is guessed, no number is text, times have offsets.

pydantic's own strict mode is made for Python values and would refuse the texts in which JSON must
carry ids, times and enumerations; its lax mode would take "yes" for true and 1700000000 for a time.
This is the middle that RFC 8259 bodies need.
"""

import re
from collections.abc import Callable
from typing import Any, Final

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# The years that a business record can mean; also keeps a time with offset representable in UTC.
_YEAR: Final = r"(?:19|2[0-9])[0-9]{2}"
_DATE: Final = re.compile(_YEAR + r"-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(
    _YEAR + r"-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)
_OPAQUE: Final = frozenset({"metadata", "serialization", "default", "cls", "expected", "members"})


def as_json(schema: CoreSchema, model: type[Any]) -> CoreSchema:
    """Give a model's schema with every type read as it is written in JSON."""
    found: CoreSchema = _walk(schema, model)
    return found


def _walk(node: Any, model: type[Any]) -> Any:
    if isinstance(node, list):
        return [_walk(part, model) for part in node]
    # A model inside this one has been through here by itself.
    if not isinstance(node, dict) or (node.get("type") == "model" and node["cls"] is not model):
        return node
    inner = {key: value if key in _OPAQUE else _walk(value, model) for key, value in node.items()}
    kind = node.get("type")
    return _READ[kind](inner) if isinstance(kind, str) and kind in _READ else inner


def _exact(node: Any) -> Any:
    return {**node, "strict": True}


def _time(node: Any) -> Any:
    aware = {**node, "tz_constraint": "aware"}
    return core_schema.no_info_before_validator_function(_time_text, aware)


def _date(node: Any) -> Any:
    return core_schema.no_info_before_validator_function(_date_text, node)


def _decimal(node: Any) -> Any:
    return core_schema.no_info_before_validator_function(_plain_number, node)


def _time_text(value: object) -> object:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise PydanticCustomError("time_text", "not a time")
    return value


def _date_text(value: object) -> object:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise PydanticCustomError("date_text", "not a date")
    return value


def _plain_number(value: object) -> object:
    if isinstance(value, bool | float) or (isinstance(value, str) and not value.isascii()):
        raise PydanticCustomError("decimal_type", "not a number")
    return value


_READ: Final[dict[str, Callable[[Any], Any]]] = {
    "int": _exact,
    "bool": _exact,
    "float": _exact,
    "str": _exact,
    "decimal": _decimal,
    "datetime": _time,
    "date": _date,
}
