"""The folder of an installation: made on first use, closed to others, taken by one supervisor at a time."""

import fcntl
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lotline.host.records import CannotStart, Home


def open_home(root: Path) -> Home:
    """Make the folder of an installation, or find it as it is."""
    home = Home(root.expanduser().absolute())
    # Root's database runs as another user, who must be able to pass through; secrets lie deeper, in 0700.
    mode = 0o755 if os.geteuid() == 0 else 0o700
    try:
        home.root.mkdir(mode=mode, parents=True, exist_ok=True)
        for folder in (home.keys, home.log, home.backups, home.run, home.files, home.checkpoints):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise CannotStart("host.home_unusable", home=home.root, fault=fault.strerror) from fault
    return home


@contextmanager
def occupied(home: Home, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the folder for this process alone; the lock dies with the process."""
    deadline = time.monotonic() + wait
    with (home.run / "lock").open("a+", encoding="ascii") as lock:
        while not _taken(lock.fileno()):
            if time.monotonic() >= deadline:
                raise CannotStart("host.home_taken", home=home.root, pid=holder(home) or "?")
            time.sleep(0.05)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def holder(home: Home) -> int | None:
    """Tell which process wrote itself into the lock last."""
    try:
        return int((home.run / "lock").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def secret_key(home: Home) -> str:
    """Give the key that signs sessions; it is made once and never shown."""
    path = home.keys / "secret_key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        return _new_secret(path)


def _new_secret(path: Path) -> str:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(48))
        stream.flush()
        os.fsync(stream.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
    return path.read_text(encoding="ascii")


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
