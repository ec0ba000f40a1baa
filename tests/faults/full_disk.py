"""A disk that runs full: a small one of our own under a house, filled to its last byte."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.checks.violation import Violation
from tests.faults.client import Client
from tests.faults.load import Load
from tests.faults.rig import Rig
from tests.faults.wire import LineBroken, Reply
from tests.host.house import until

SIZE_MIB = 400
_LEAST_ROOM = 64 * 2**20


@contextmanager
def small_disk(folder: Path) -> Iterator[str | None]:
    """Mount a small disk of memory on a folder; give why not, where this machine does not allow it."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        yield "only root can mount a small disk"
        return
    folder.mkdir(exist_ok=True)
    words = ("mount", "-t", "tmpfs", "-o", f"size={SIZE_MIB}m,mode=755", "tmpfs", str(folder))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"this machine mounts no small disk: {done.stderr.strip()}"
        return
    try:
        yield None
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def filled(disk: Path, leave: int = 0) -> Iterator[None]:
    """Fill a disk up to some bytes for a while."""
    ballast = disk / "ballast"
    try:
        with ballast.open("wb") as stream, contextlib.suppress(OSError):
            while (free := shutil.disk_usage(disk).free - leave) > 0:
                stream.write(bytes(min(free, 2**20)))
                stream.flush()
        yield
    finally:
        ballast.unlink()


def run_full(rig: Rig, disk: Path, *, start_too: bool = True) -> list[Violation]:
    """Fill the disk under load, kill the database on it, read, free it; give what is wrong afterwards.

    With `start_too` the whole house is killed and started on the full disk as well.
    """
    found: list[Violation] = []
    with rig.load() as load:
        load.let_pass(12)
        with rig.fault("disk full"), filled(disk):
            _wait_for_refusal(rig, load)
            found += _reads_go_on(rig, "while the disk is full")
            rig.house.child("postgres", "-D").kill()
            found += _comes_back(rig, "the database")
            if start_too:
                rig.house.kill()
                rig.house.launch()
                found += _comes_back(rig, "the whole house")
            found += _refuses(rig)
        load.let_pass(12)
    return [*found, *rig.check()]


def _wait_for_refusal(rig: Rig, load: Load) -> None:
    began = time.monotonic()
    load.wait_for(lambda: any(t.answer and t.answer.status == 507 and t.start > began
                              for _, t in rig.history.tries()))  # fmt: skip


def _comes_back(rig: Rig, who: str) -> list[Violation]:
    until(lambda: _read(rig) is not None)
    return _reads_go_on(rig, f"after {who} was killed on a full disk")


def _reads_go_on(rig: Rig, when: str) -> list[Violation]:
    replies = [_read(rig) for _ in range(10)]
    failed = [
        reply.status if reply else None for reply in replies if not reply or reply.status != 200
    ]
    return [Violation("reads", f"{when} reading failed: {failed}")] if failed else []


def _read(rig: Rig) -> Reply | None:
    try:
        reply = rig.ask("GET", "lots", who="operator")
    except LineBroken:
        return None
    return reply if reply.status == 200 else None


def _refuses(rig: Rig) -> list[Violation]:
    attempt = rig.workload.receive("mass", "1.5", "KGM")
    Client(rig.history, rig.house.port, rig.tokens["operator"]).send([attempt])
    answer = attempt.tries[-1].answer
    if answer is None or answer.status != 507:
        return [Violation("answer", f"a write on a full disk was answered with {answer}")]
    return []
