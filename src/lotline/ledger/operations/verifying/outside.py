"""What lies outside the database, noted before the database is looked at.

Everything out there was committed before it was written, so whatever is noted now is in a snapshot
taken afterwards; looked at later, it could be ahead of the snapshot and pass for a rollback.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lotline.ledger import folders
from lotline.ledger.memory import Memory, recall_memory
from lotline.ledger.queries.exports import checkpoint_files, key_files, ledgers, newest_file


@dataclass(frozen=True, slots=True)
class Held:
    """The files of one ledger in an export folder."""

    origin: str
    checkpoints: tuple[Path, ...]
    keys: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """The ledger this installation knows, what it verified of it, and what export folders hold."""

    origin: str | None
    memory: Memory | None
    held: Mapping[Path, tuple[Held, ...]]
    asked_for: frozenset[Path]


def note_outside(places: Mapping[Path, bool], *, full: bool) -> Outside:
    """Note what is there; not `full`: only the last checkpoint of each folder and our memory.

    `places` are export folders, each with whether it was asked for and must be there. Raises
    `CannotTell` where one cannot be read.
    """
    return Outside(
        folders.known_origin(),
        None if full else recall_memory(),
        {
            folder: tuple(_held(own, full=full) for own in ledgers(folder))
            for folder, is_asked_for in places.items()
            if is_asked_for or folder.is_dir()
        },
        frozenset(folder for folder, is_asked_for in places.items() if is_asked_for),
    )


def _held(own: Path, *, full: bool) -> Held:
    last = newest_file(own)
    files = checkpoint_files(own) if full else [last] if last else []
    return Held(own.name, tuple(files), tuple(key_files(own)))
