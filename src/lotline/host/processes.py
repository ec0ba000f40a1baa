"""Processes of the house: started so that they die with their parent, known again by their birth."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from lotline.host.records import Program, Trace

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(signum: int = signal.SIGKILL) -> None:
    """Ask the kernel to end this process when its parent dies, or end now if it is dead already."""
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(signum), 0, 0, 0)
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid != os.getppid():
        os._exit(1)


def spawn(program: Program) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, bound to the life of this process."""
    account = program.account
    other = account if account is not None and account.uid != os.geteuid() else None
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(program.log.open("ab")) if program.log else None
        # The supervisor has no other thread, so code between fork and exec is safe here.
        return subprocess.Popen(
            program.argv,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT if log else None,
            env={**os.environ, **program.environment},
            cwd=program.folder,
            start_new_session=True,
            user=other.uid if other else None,
            group=other.gid if other else None,
            extra_groups=[other.gid] if other else None,
            preexec_fn=_cradle(program.stop_signal, os.getpid()),  # noqa: PLW1509
        )


def trace(name: str, pid: int) -> Trace | None:
    """Take the mark of a running process, if it still runs."""
    birth = _birth(pid)
    return Trace(name, pid, birth) if birth else None


def is_alive(mark: Trace) -> bool:
    """Tell whether the very process of the mark still runs."""
    return _birth(mark.pid) == mark.birth


def end_leftovers(marks: Iterable[Trace], patience: float = 3.0) -> None:
    """End processes that a killed supervisor left behind, gently first."""
    left = list(marks)
    for signum in (signal.SIGINT, signal.SIGKILL):
        for mark in filter(is_alive, left):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(mark.pid, signum)
        if wait_until(lambda: not any(map(is_alive, left)), patience):
            return


def wait_until(condition: Callable[[], bool], seconds: float, pause: float = 0.02) -> bool:
    """Look again and again until something is so, at most for some seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(pause)
    return True


def _cradle(signum: int, parent: int) -> Callable[[], None]:
    def settle() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        die_with_parent(signum)
        if os.getppid() != parent:
            os._exit(1)

    return settle


def _birth(pid: int) -> str | None:
    """Tell when a process was born, in a way a clock change cannot move."""
    try:
        if sys.platform == "linux":
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
            fields = stat.rpartition(")")[2].split()
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            return None if fields[0] in "ZX" else f"{boot}:{fields[19]}"
        return str(psutil.Process(pid).create_time())
    except (OSError, psutil.Error, IndexError):
        return None
