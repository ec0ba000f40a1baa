"""What the ledger keeps outside the database: keys, exported checkpoints, files, what it verified.

Whoever rules the database alone can change none of it. Everything is written to a temporary name,
synced, renamed and its folder synced, so that a power cut leaves the old or the new, never a half.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from django.conf import settings

ORIGIN: Final = "ledger-origin"
CLOSED: Final = 0o700
SECRET: Final = 0o600
PUBLIC: Final = 0o644


def key_folder() -> Path:
    """Give the folder of private keys."""
    return _home() / "keys"


def file_folder() -> Path:
    """Give the folder of kept files."""
    return _home() / "files"


def memory_file() -> Path:
    """Give the file that remembers up to where the record was verified."""
    return _home() / "keys" / "ledger-verified.json"


def export_folders() -> list[Path]:
    """Give every folder checkpoints are exported to: our own, and those the setting names."""
    named = str(getattr(settings, "LOTLINE_CHECKPOINTS", "") or "")
    return [_home() / "checkpoints", *(Path(part) for part in named.split(os.pathsep) if part)]


def private_key_file(key_id: str) -> Path:
    """Give where the private half of a key lies, if this installation holds it."""
    return key_folder() / f"ledger-{key_id}.key"


def held_keys() -> list[str]:
    """Give the ids of all keys whose private halves this installation holds."""
    found = (re.fullmatch(r"ledger-([0-9a-f]{32})\.key", p.name) for p in key_folder().glob("*"))
    return sorted(match[1] for match in found if match)


def known_origin() -> str | None:
    """Give the ledger that this installation remembers to be its own, by its first key."""
    with suppress(FileNotFoundError):
        return (key_folder() / ORIGIN).read_text(encoding="ascii").strip()
    return None


def write_durably(path: Path, content: bytes, mode: int = PUBLIC) -> None:
    """Write a whole file so that it is there after a power cut, replacing what stood there."""
    draft = _draft(path, content, mode)
    draft.replace(path)
    sync_folder(path.parent)


def write_once(path: Path, content: bytes, mode: int = PUBLIC) -> bool:
    """Write a file that must not replace another; say whether it is there now as given."""
    draft = _draft(path, content, mode)
    try:
        os.link(draft, path)
    except FileExistsError:
        return path.read_bytes() == content
    finally:
        draft.unlink()
    sync_folder(path.parent)
    return True


def make_folder(path: Path, mode: int = 0o755) -> None:
    """Make a folder with all above it, each entered durably into the one above."""
    if path.is_dir():
        return
    make_folder(path.parent, mode)
    path.mkdir(mode=mode, exist_ok=True)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder last."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _draft(path: Path, content: bytes, mode: int) -> Path:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return draft


def _home() -> Path:
    return Path(settings.LOTLINE_HOME)
