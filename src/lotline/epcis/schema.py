"""Does a document keep the standard's JSON Schema (EPCIS 2.0.1), with its formats asserted?"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Final

import jsonschema_rs
from jsonschema_rs import ValidationError, ValidationErrorKind

from lotline.kernel.errors import Violation

MOST: Final = 100
"""How many faults one answer lists; whoever has more has one fault many times."""

_CODES: Final = {
    "enum": "epcis.not_in_vocabulary",
    "minItems": "epcis.empty_list",
    "pattern": "epcis.wrong_pattern",
    "required": "epcis.missing",
    "type": "epcis.wrong_type",
    "uniqueItems": "epcis.repeated",
}
_FORMATS: Final = {"uri": "epcis.not_a_uri", "date-time": "epcis.not_a_time"}


def violations(document: object) -> list[Violation]:
    """List what the schema finds wrong, each place and kind once."""
    found: dict[tuple[str, str], Violation] = {}
    echoes: list[Violation] = []
    for error in _validator().iter_errors(document):
        for fault in _faults(error):
            if _is_echo(error):
                echoes.append(fault)
            else:
                found.setdefault((fault.pointer, fault.code), fault)
        if len(found) + len(echoes) >= MOST:
            break
    return [*found.values(), *_voices(echoes, found.values())]


@cache
def _validator() -> jsonschema_rs.Draft7Validator:
    place = files("lotline.epcis") / "standard" / "epcis-json-schema-2.0.1.json"
    return jsonschema_rs.Draft7Validator(place.read_text(encoding="utf-8"), validate_formats=True)


def _faults(error: ValidationError) -> Iterator[Violation]:
    kind, at = error.kind, pointer(error.instance_path)
    if isinstance(kind, ValidationErrorKind.Required):
        yield Violation(f"{at}/{_escape(kind.property)}", "epcis.missing", {"field": kind.property})
    elif isinstance(kind, ValidationErrorKind.PropertyNames):
        name = str(kind.error.instance)
        yield Violation(f"{at}/{_escape(name)}", "epcis.unknown_field", {"field": name[:60]})
    elif isinstance(kind, ValidationErrorKind.AdditionalProperties):
        for name in kind.unexpected:
            yield Violation(f"{at}/{_escape(name)}", "epcis.unknown_field", {"field": name[:60]})
    else:
        yield Violation(at, _code(error), {"value": _shown(error.instance)})


def _code(error: ValidationError) -> str:
    kind = error.kind
    if isinstance(kind, ValidationErrorKind.Format):
        return _FORMATS.get(kind.format, "epcis.wrong_pattern")
    if isinstance(kind, ValidationErrorKind.AnyOf):
        return _alternative(error.instance)
    return _CODES.get(kind.name, "epcis.invalid")


def _alternative(value: object) -> str:
    if not isinstance(value, dict):
        return "epcis.not_in_vocabulary"
    if "type" not in value:
        return "epcis.empty"
    fits = value["type"] == "TransformationEvent" or value.get("action") == "ADD"
    return "epcis.no_objects" if fits or "ilmd" not in value else "epcis.ilmd_without_add"


def _is_echo(error: ValidationError) -> bool:
    return isinstance(error.kind, ValidationErrorKind.AnyOf) and isinstance(error.instance, dict)


def _voices(echoes: Iterable[Violation], found: Iterable[Violation]) -> Iterator[Violation]:
    """Drop what only says of the whole what was already said of a part."""
    places = [fault.pointer for fault in found]
    seen: set[tuple[str, str]] = set()
    for echo in echoes:
        key = echo.pointer, echo.code
        if key in seen or any(place.startswith(echo.pointer + "/") for place in places):
            continue
        seen.add(key)
        yield echo


def pointer(path: Iterable[str | int]) -> str:
    """Write a path as a JSON Pointer (RFC 6901)."""
    return "".join(f"/{_escape(str(part))}" for part in path)


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _shown(value: object) -> str:
    return "…" if isinstance(value, dict | list) else str(value)[:60]
