"""Exported checkpoints must be among the stored ones: exported ⊆ stored, epoch by epoch.

A copy that the database does not have tells of an undeclared rollback or of a rewritten history –
unless a later epoch declares that it was lost to a restore.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lotline.ledger import queries
from lotline.ledger.operations.verifying.marks import Mark
from lotline.ledger.operations.verifying.outside import Held, Outside
from lotline.ledger.queries.exports import Copy, read_copy
from lotline.ledger.records import CannotTell, Finding, KeyCard
from lotline.ledger.rules import Restored, is_signed


@dataclass(slots=True)
class Compared:
    """What was found outside the database."""

    marks: list[Mark] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    count: int = 0
    size: int | None = None


def compare_copies(
    outside: Outside,
    keys: list[KeyCard],
    restores: Mapping[int, Restored],
    findings: list[Finding],
) -> Compared:
    """Compare the database with the copies noted outside.

    Raises `CannotTell` where a folder that was asked for holds no checkpoints.
    """
    found = Compared()
    for folder, held in outside.held.items():
        own = _own(folder, held, keys, findings, is_asked_for=folder in outside.asked_for)
        if own is not None:
            findings.extend(_check_keys(own, keys))
            for path in own.checkpoints:
                found.count += 1
                _compare(read_copy(path), keys, restores, findings, found)
    return found


def _own(
    folder: Path,
    held: Sequence[Held],
    keys: list[KeyCard],
    findings: list[Finding],
    *,
    is_asked_for: bool,
) -> Held | None:
    """Find the copies of this ledger among those that an export folder holds."""
    own = [one for one in held if keys and one.origin == keys[0].key_id and one.checkpoints]
    if own:
        return own[0]
    if held and (is_asked_for or not keys):
        names = ", ".join(one.origin for one in held)
        findings.append(
            Finding("export", f"{folder} holds checkpoints of {names}, not of this ledger")
        )
    elif is_asked_for:
        raise CannotTell(f"{folder}: no checkpoints")
    return None


def _check_keys(own: Held, keys: list[KeyCard]) -> Iterator[Finding]:
    kept = {key.number: key for key in keys}
    for copy in (read_copy(path, is_key=True) for path in own.keys):
        key = kept.get(copy.number)
        if copy.fault or key is None or (key.text, key.signature) != (copy.text, copy.signature):
            yield Finding("key", f"exported key {copy.number} ({copy.path}) is not the stored one")


def _compare(
    copy: Copy,
    keys: list[KeyCard],
    restores: Mapping[int, Restored],
    findings: list[Finding],
    found: Compared,
) -> None:
    said: Any = copy.said
    stored = queries.checkpoint(copy.number)
    if copy.fault or not _is_ours(copy, keys):
        fault = copy.fault or "is not signed by this ledger"
        findings.append(Finding("export", f"exported checkpoint {copy.path}: {fault}"))
    elif stored and (stored.text, stored.signature) == (copy.text, copy.signature):
        found.size = max(found.size or 0, said.size)
        found.marks.append(
            Mark(said.size, said.root, said.at, f"exported checkpoint {said.number}")
        )
    elif _is_declared_lost(said, restores):
        found.notes.append(f"checkpoint {said.number} of epoch {said.epoch}, over {said.size}"
                           " events, was lost to a declared restore")  # fmt: skip
    else:
        detail = (
            f"exported checkpoint {said.number} of {said.at} is not in the database: {copy.path}"
        )
        findings.append(Finding("export", detail))
        found.marks.append(
            Mark(said.size, said.root, said.at, f"exported checkpoint {said.number}")
        )


def _is_ours(copy: Copy, keys: list[KeyCard]) -> bool:
    said: Any = copy.said
    key = next((one for one in keys if one.key_id == said.key), None)
    return key is not None and is_signed(key.alg, key.public, copy.signature, copy.text)


def _is_declared_lost(said: Any, restores: Mapping[int, Restored]) -> bool:
    return any(
        epoch > said.epoch and said.number > restored.number for epoch, restored in restores.items()
    )
