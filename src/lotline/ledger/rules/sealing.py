"""Personal fields: hashed as a salted commitment, kept apart, so that erasing leaves the chain whole.

The hashed payload holds `{"sealed": commitment}` in a field's place and the list of such places
under `sealed`. Without the salt (256 random bits) the commitment tells nothing about the value.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lotline.kernel.canonical import canonical_text
from lotline.ledger.rules.events import prefixed

PLACES: Final = "sealed"


@dataclass(frozen=True, slots=True)
class Personal:
    """A personal value with its salt; `pointer` (RFC 6901) says where in the payload it belongs."""

    pointer: str
    salt: str
    value: str


def commitment(pointer: str, salt: str, value: str) -> str:
    """Commit to a value's canonical text (SHA-256, hexadecimal)."""
    fields = b"".join(map(prefixed, (pointer, salt, value)))
    return hashlib.sha256(b"lotline.personal\x00" + fields).hexdigest()


def seal(
    payload: Mapping[str, object], pointers: Sequence[str], salts: Sequence[str]
) -> tuple[dict[str, object], list[Personal]]:
    """Give the payload to hash, and the values to keep apart; what is not there is not sealed."""
    sealed: dict[str, Any] = json.loads(canonical_text(dict(payload)))
    kept: list[Personal] = []
    for pointer, salt in zip(pointers, salts, strict=True):
        place = _place(sealed, pointer)
        if place is not None:
            holder, name = place
            value = canonical_text(holder[name])
            holder[name] = {"sealed": commitment(pointer, salt, value)}
            kept.append(Personal(pointer, salt, value))
    return ({**sealed, PLACES: [one.pointer for one in kept]} if kept else sealed), kept


def is_sealed(text: str) -> bool:
    """Say whether a payload's text may hold sealed fields; never wrong where it says no."""
    return '"sealed":[' in text


def sealed_places(payload: Mapping[str, Any]) -> dict[str, str]:
    """Give the pointers of sealed fields with their commitments."""
    found = {}
    places = payload.get(PLACES)
    for pointer in places if isinstance(places, list) else ():
        place = _place(payload, str(pointer))
        kept = place[0][place[1]] if place else None
        found[str(pointer)] = str(kept.get("sealed", "")) if isinstance(kept, dict) else ""
    return found


def unseal(payload: dict[str, Any], values: Mapping[str, str]) -> dict[str, Any]:
    """Put the values back in their places, null where a value was erased."""
    for pointer in sealed_places(payload):
        place = _place(payload, pointer)
        if place:
            holder, name = place
            holder[name] = json.loads(values[pointer]) if pointer in values else None
    return {name: value for name, value in payload.items() if name != PLACES}


def _place(payload: Any, pointer: str) -> tuple[Any, Any] | None:
    """Find the object or list that holds what a pointer names, and its name or index there."""
    holder, steps = payload, pointer.split("/")[1:]
    for depth, step in enumerate(steps, 1):
        name: Any = step.replace("~1", "/").replace("~0", "~")
        if isinstance(holder, list):
            name = int(name) if name.isdigit() and int(name) < len(holder) else None
        if (
            name is None
            or not isinstance(holder, dict | list)
            or (isinstance(holder, dict) and name not in holder)
        ):
            return None
        if depth == len(steps):
            return holder, name
        holder = holder[name]
    return None
