"""The supervisor: runs programs, starts again the one that died, ends them all when asked."""

import contextlib
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import asdict

from lotline.host.processes import end_leftovers, spawn, trace, wait_until
from lotline.host.records import CannotStart, Home, Program, Trace
from lotline.host.reserve import give_reserve, keep_reserve

_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_HEARD = (*_STOP, signal.SIGCHLD)
_PAUSES = (0.0, 0.2, 0.5, 1.0, 2.0)
_CALM = 20.0


class StopAsked(Exception):  # noqa: N818 – Ctrl-C or a service manager, not a fault
    """Somebody asked the house to stop."""


class Supervisor:
    """Keeps the programs of one home alive until it is asked to stop."""

    def __init__(self, home: Home, tell: Callable[[str, dict[str, object]], None]) -> None:
        self.home = home
        self._tell = tell
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._programs: dict[str, Program] = {}
        self._born: dict[str, float] = {}
        self._deaths: dict[str, int] = {}
        signal.pthread_sigmask(signal.SIG_BLOCK, _HEARD)

    def start(self, program: Program) -> None:
        """Start a program and keep it running."""
        self._programs[program.name] = program
        self._running[program.name] = spawn(program)
        self._born[program.name] = time.monotonic()
        self._remember()

    def is_running(self, name: str) -> bool:
        """Tell whether a program runs now."""
        return name in self._running and self._running[name].poll() is None

    def complete(self, program: Program) -> int:
        """Run a program to its end, while the others are watched, and give its exit code."""
        child = spawn(program)
        self._running[program.name] = child
        self._remember()
        try:
            while child.poll() is None:
                self.pause(0.2)
        finally:
            if child.poll() is None:
                _end([(child, program)])
            del self._running[program.name]
        return child.returncode

    def pause(self, seconds: float) -> None:
        """Wait a moment; come back early when a program died, and raise when asked to stop."""
        heard = signal.sigtimedwait(_HEARD, seconds)
        if heard is not None and heard.si_signo in _STOP:
            raise StopAsked
        self._raise_the_dead()

    def watch(self) -> None:
        """Keep everything running until somebody asks to stop."""
        while True:
            if self.is_running("postgres"):
                keep_reserve(self.home)
            self.pause(1.0)

    def stop(self) -> None:
        """End what was started: first those who serve, the database last."""
        last = [name for name in self._running if name == "postgres"]
        first = [name for name in self._running if name != "postgres"]
        for names in (first, last):
            _end([(self._running.pop(name), self._programs[name]) for name in names])
        self._remember()
        # The terminal's Ctrl-C may have been repeated meanwhile; a signal kept back would kill us now.
        while signal.sigtimedwait(_HEARD, 0) is not None:
            pass
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _HEARD)

    def _raise_the_dead(self) -> None:
        for name, program in self._programs.items():
            child = self._running.get(name)
            if child is None or child.poll() is None:
                continue
            _kill_group(child.pid)
            self._mourn(name, child.returncode)
            give_reserve(self.home)
            self.start(program)

    def _mourn(self, name: str, code: int) -> None:
        """Say who died, and wait a little longer each time the same one dies young."""
        young = time.monotonic() - self._born[name] < _CALM
        deaths = self._deaths[name] = self._deaths.get(name, 0) + 1 if young else 0
        self._tell("host.restarted", {"name": name, "code": code})
        time.sleep(_PAUSES[min(deaths, len(_PAUSES) - 1)])

    def _remember(self) -> None:
        marks = [trace(name, child.pid) for name, child in self._running.items()]
        body = json.dumps([asdict(mark) for mark in marks if mark])
        draft = self.home.run / f"programs.{os.getpid()}"
        # On a full disk the note of before must do: the programs end with their parent all the same.
        with contextlib.suppress(OSError):
            draft.write_text(body, encoding="utf-8")
            draft.replace(self.home.run / "programs.json")


def clear_leftovers(home: Home) -> None:
    """End the programs that a killed supervisor of this home left running."""
    record = home.run / "programs.json"
    with contextlib.suppress(FileNotFoundError):
        try:
            marks = [Trace(**entry) for entry in json.loads(record.read_text(encoding="utf-8"))]
        except (ValueError, TypeError):
            marks = []
        end_leftovers(marks)
        record.unlink()


def require_success(code: int, name: str) -> None:
    """Give up the start when a program that must succeed did not."""
    if code:
        raise CannotStart("host.step_failed", name=name, code=code)


def _end(children: list[tuple[subprocess.Popen[bytes], Program]]) -> None:
    for child, program in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid, program.stop_signal)
    patience = max((program.patience for _, program in children), default=0.0)
    wait_until(lambda: all(child.poll() is not None for child, _ in children), patience)
    for child, _ in children:
        _kill_group(child.pid)
        child.wait()


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
