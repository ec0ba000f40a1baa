"""What stands apart from the events: kept files and personal values, against what vouches for them."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lotline.ledger import folders
from lotline.ledger.operations.verifying.reading import rows
from lotline.ledger.operations.witnessing import trail
from lotline.ledger.records import Finding
from lotline.ledger.rules import commitment, moment_text, sealed_places

FILE_KEPT: Final = "ledger.file_kept"
ERASED: Final = "ledger.erased"
_SEALED: Final = (
    "SELECT e.event_id, o.position, e.payload FROM ledger_event e"
    " LEFT JOIN ledger_event_order o USING (event_id)"
    " WHERE (o.position > %s OR o.position IS NULL) AND e.payload LIKE '%%\"sealed\":[%%'"
)
_BATCH: Final = 2000


def check_files(*, hash_again: bool) -> tuple[int, list[Finding]]:
    """Every file that the audit trail tells of is listed and lies in its folder, unaltered."""
    told = {name: _told(detail) for name, detail in trail().told(FILE_KEPT)}
    kept = {row[0]: (*map(str, row[1:5]), moment_text(row[5])) for row in rows(
        "SELECT sha256, size, media_type, name, actor, at FROM ledger_file", [])}  # fmt: skip
    findings = [
        Finding("file", f"{name}: the list of files is not what the audit trail tells")
        for name in sorted(told.keys() | kept.keys())
        if kept.get(name) != _as_listed(told.get(name, {}))
    ]
    for name in sorted(told.keys() | kept.keys()):
        fault = _fault(folders.file_folder() / name, name, hash_again=hash_again)
        if fault:
            findings.append(Finding("file", f"{name}: {fault}"))
    return len(told), findings


def check_personal(after: int) -> tuple[int, list[Finding]]:
    """Each personal value is the one that was sealed, or its erasure was told."""
    erased = {
        (event, place) for event, detail in trail().told(ERASED)
        for place in _told(detail).get("places", ())
    }  # fmt: skip
    findings: list[Finding] = []
    places: set[tuple[str, str]] = set()
    for event_id, position, pointer, sealed, kept in _sealed(after):
        places.add((str(event_id), pointer))
        if kept is None:
            if (str(event_id), pointer) not in erased:
                findings.append(Finding("personal", f"{pointer} is gone, and no erasure was told",
                                        event_id, position=position))  # fmt: skip
        elif commitment(pointer, *kept) != sealed:
            findings.append(Finding("personal", f"{pointer} is not what was sealed", event_id,
                                    position=position))  # fmt: skip
    findings.extend(_check_foreign(places) if after == 0 else ())
    return len(places), findings


def _sealed(after: int) -> Iterator[tuple[Any, int | None, str, str, tuple[str, str] | None]]:
    found = list(rows(_SEALED, [after]))
    for low in range(0, len(found), _BATCH):
        batch = found[low : low + _BATCH]
        kept = {(row[0], row[1]): row[2:] for row in rows(
            "SELECT event_id, pointer, salt, value FROM ledger_personal WHERE event_id = ANY(%s)",
            [[row[0] for row in batch]])}  # fmt: skip
        for event_id, position, text in batch:
            for pointer, sealed in sealed_places(_told(text)).items():
                yield event_id, position, pointer, sealed, kept.get((event_id, pointer))


def _check_foreign(places: set[tuple[str, str]]) -> Iterator[Finding]:
    for event_id, pointer in rows("SELECT event_id, pointer FROM ledger_personal", []):
        if (str(event_id), pointer) not in places:
            yield Finding("personal", f"{pointer} was never sealed in this event", event_id)


def _told(text: str) -> dict[str, Any]:
    """Read what stands in an entry or event; whether its text is altered, others look at."""
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _as_listed(told: dict[str, Any]) -> tuple[Any, ...]:
    names = ("size", "media_type", "name", "actor", "at")
    return tuple(str(told.get(name)) for name in names)


def _fault(path: Path, name: str, *, hash_again: bool) -> str | None:
    try:
        if not hash_again:
            return None if path.is_file() else "is missing"
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return None if found == name else "was altered"
