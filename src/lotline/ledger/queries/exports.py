"""Checkpoints as they lie outside the database, in an export folder or a copy of one."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from lotline.ledger.queries.checkpoints import checkpoint, last_checkpoint, last_of_epoch
from lotline.ledger.records import CannotTell
from lotline.ledger.rules import CheckpointText, KeyText, Signed, read_checkpoint, read_key

_ORIGIN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Copy:
    """An exported statement as read; `fault` where it is none."""

    path: Path
    number: int
    text: str
    signature: str
    said: CheckpointText | KeyText | None
    fault: str | None = None

    @property
    def signed(self) -> Signed:
        """Give the text with its signature."""
        return Signed(self.text, self.signature)


def ledgers(folder: Path) -> list[Path]:
    """Give the ledgers that a folder holds checkpoints of; the folder itself may be one of them.

    Raises `CannotTell` where the folder cannot be read.
    """
    try:
        if _ORIGIN.fullmatch(folder.name):
            return [folder] if (folder / "keys").is_dir() else []
        return sorted(one for one in folder.iterdir() if _ORIGIN.fullmatch(one.name))
    except OSError as error:
        raise CannotTell(f"{folder}: {error.strerror}") from error


def newest(own: Path) -> Copy | None:
    """Read the last checkpoint that a ledger's folder holds."""
    path = newest_file(own)
    return read_copy(path) if path else None


def newest_file(own: Path) -> Path | None:
    """Find the last checkpoint that a ledger's folder holds, by epoch, day and number."""
    for epoch in _down(own, "e*"):
        for day in _down(epoch, "*-*-*"):
            for path in _down(day, "*.json"):
                return path
    return None


def checkpoint_files(own: Path) -> list[Path]:
    """Find every checkpoint of a ledger's folder, by epoch, day and number."""
    return sorted(own.glob("e*/*-*-*/*.json"))


def key_files(own: Path) -> list[Path]:
    """Find every key of a ledger's folder."""
    return sorted((own / "keys").glob("*.json"))


def shared_upto(copy: Copy) -> int | None:
    """Give up to which number the database and a folder whose last checkpoint this is may agree.

    None where the folder holds what the database does not know and no restore was declared.
    """
    stored = checkpoint(copy.number)
    if stored is not None and (stored.text, stored.signature) == (copy.text, copy.signature):
        return copy.number
    last = last_checkpoint()
    if last is None or copy.said is None or last.epoch <= getattr(copy.said, "epoch", 0):
        return None
    return last_of_epoch(getattr(copy.said, "epoch", 0))


def _down(folder: Path, pattern: str) -> list[Path]:
    return sorted((p for p in folder.glob(pattern) if not p.name.startswith(".")), reverse=True)


def read_copy(path: Path, *, is_key: bool = False) -> Copy:
    """Read an exported statement; raise `CannotTell` where the file cannot be read."""
    number = int(path.stem) if path.stem.isdigit() else -1
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        text, signature = str(body["text"]), str(body["signature"])
        said = read_key(text) if is_key else read_checkpoint(text)
    except OSError as error:
        raise CannotTell(f"{path}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError):
        return Copy(path, number, "", "", None, "cannot be read")
    fault = None if said.number == number else "does not carry the number of its name"
    return Copy(path, number, text, signature, said, fault)
