"""A whole house started as its user would start it, watched from outside."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

PATIENCE = 30.0


@dataclass
class House:
    """One installation: its folder, its port, and the supervisor while it runs."""

    home: Path
    port: int
    user: int | None = None
    python: str = sys.executable
    environment: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[str] | None" = None

    def start(self) -> "House":
        """Start the house and wait until it answers."""
        self.launch()
        assert self.process
        until(lambda: self.is_ready() or self.process.poll() is not None)
        assert self.process.poll() is None, self.said()
        return self

    def launch(self) -> None:
        """Start the house without waiting."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [self.python, "-m", "lotline.config.cli", "serve"],
                env=surroundings(self),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                text=True,
                start_new_session=True,
                cwd="/",
                user=self.user,
                group=self.user,
                extra_groups=None if self.user is None else [],
            )

    def stop(self) -> float:
        """Press Ctrl-C; give the seconds it took, and see that nothing is left."""
        assert self.process
        family, began = self.family(), time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        took = time.monotonic() - began
        assert not living(family), [one.cmdline() for one in living(family)]
        return took

    def kill(self) -> list[psutil.Process]:
        """Kill the supervisor as a power cut would; give who was its family."""
        assert self.process
        family = self.family()
        self.process.kill()
        self.process.wait()
        return family

    def family(self) -> list[psutil.Process]:
        """Give every process the supervisor has under it."""
        assert self.process
        return psutil.Process(self.process.pid).children(recursive=True)

    def child(self, *words: str) -> psutil.Process:
        """Give the supervisor's own child whose command holds all the words."""
        assert self.process
        for one in psutil.Process(self.process.pid).children():
            if all(word in " ".join(one.cmdline()) for word in words):
                return one
        raise AssertionError(f"no child {words}")

    def is_serving(self) -> bool:
        """Tell whether the house can take work."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        with contextlib.closing(wire), contextlib.suppress(OSError, http.client.HTTPException):
            wire.request("GET", "/readyz")
            return wire.getresponse().status == 200
        return False

    def is_ready(self) -> bool:
        """Tell whether everything that belongs to the house has been started."""
        return " is ready: " in self.said() and self.is_serving()

    def said(self) -> str:
        """Give everything the house printed."""
        return self._log.read_text(encoding="utf-8")

    def first_password(self) -> str | None:
        """Give the first password, if it was printed."""
        found = re.search(r"password (\S+)", self.said())
        return found[1] if found else None

    @property
    def _log(self) -> Path:
        return self.home.parent / f"{self.home.name}.{self.port}.log"


@contextmanager
def a_house(home: Path, **more: object) -> Iterator[House]:
    """Give a house at a free port, and end whatever is left of it afterwards."""
    house = House(home, free_port(), **more)  # type: ignore[arg-type]
    try:
        yield house
    finally:
        if house.process is not None and house.process.poll() is None:
            house.process.send_signal(signal.SIGINT)
            house.process.wait(PATIENCE)


def surroundings(house: House) -> dict[str, str]:
    """Give the environment in which a house is started."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    own = {
        "LOTLINE_HOME": str(house.home),
        "LOTLINE_PORT": str(house.port),
        "LOTLINE_DEMO": "0",
        "LOTLINE_LANGUAGE": "en",
        "LOTLINE_WORKERS": "1",
    }
    return {**kept, **own, **house.environment}


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def living(family: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Give those who still run."""
    return [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def until(condition: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Look again and again until something is so; give the seconds it took."""
    began = time.monotonic()
    while not condition():
        took = time.monotonic() - began
        assert took < seconds, f"not so within {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - began
