"""Kill whatever runs, at its worst moment: nothing that was acknowledged is lost."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from lotline.kernel.ids import uuid7

SECONDS = 45.0
PASSWORD = "Kill-9-is-only-a-signal"


class House:
    """The real product as its own processes, driven over loopback."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, _free_port()
        self.cookies: dict[str, str] = {}

    def start(self) -> None:
        """Start it and wait until it says that it is ready."""
        environment = {
            **os.environ, "LOTLINE_HOME": str(self.home), "LOTLINE_PORT": str(self.port),
            "LOTLINE_DEMO": "0", "LOTLINE_LANGUAGE": "en",
        }  # fmt: skip
        environment.pop("DATABASE_URL", None)
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "lotline.config.cli", "serve"], env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=self.home,
        )  # fmt: skip
        self.said: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()
        _until(self._alive)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        self.said.extend(self.process.stdout)

    def _alive(self) -> bool:
        assert self.process.poll() is None, "".join(self.said)
        try:
            return self.ask("GET", "/livez")[0] == 200
        except OSError:
            return False

    def ask(self, verb: str, path: str, body: object = None) -> tuple[int, Any]:
        """Send one request with the session's cookies."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        headers["X-CSRFToken"] = self.cookies.get("lotline_csrf", "")
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            wire.request(verb, path, json.dumps(body) if body is not None else None, headers)
            answer = wire.getresponse()
            text = answer.read()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, json.loads(text) if text else None
        except http.client.HTTPException as error:
            raise OSError(str(error)) from error
        finally:
            wire.close()

    def sign_in(self) -> None:
        """Sign in as the first administrator and change the first password."""
        _until(lambda: any("admin" in line for line in self.said))
        line = next(line for line in self.said if "admin" in line)
        first = next(word for word in line.replace("(", " ").split() if word.count("-") == 3)
        self.ask("GET", "/api/v1/auth/csrf")
        status, _ = self.ask(
            "POST", "/api/v1/auth/login", {"username": "admin", "password": first.strip(".,")}
        )
        assert status == 200
        changed = {"current": first.strip(".,"), "new": PASSWORD}
        assert self.ask("POST", "/api/v1/auth/password", changed)[0] in {200, 204}

    def children(self) -> list[psutil.Process]:
        """Give every process that it started."""
        return psutil.Process(self.process.pid).children(recursive=True)


@pytest.fixture
def house() -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="lotline-kill-") as folder:
        Path(folder).chmod(0o755)
        house = House(Path(folder))
        house.start()
        yield house
        house.process.send_signal(signal.SIGINT)
        house.process.wait(15)


def test_nothing_acknowledged_is_lost_whatever_is_killed(house: House) -> None:
    house.sign_in()
    _masters(house)
    acknowledged: list[str] = []
    stop = threading.Event()
    clients = [
        threading.Thread(target=_capture, args=(house, acknowledged, stop), daemon=True)
        for _ in range(3)
    ]
    for client in clients:
        client.start()
    for victim in ("postgres", "granian"):
        _until(lambda: len(acknowledged) > 20)
        _kill_one(house, victim)
        count = len(acknowledged)
        _until(lambda count=count: len(acknowledged) > count + 20)  # type: ignore[misc]
    house.process.kill()
    stop.set()
    for client in clients:
        client.join(30)
    house.process.wait(10)
    house.start()
    _check(house, acknowledged)


def _masters(house: House) -> None:
    for path, body in (
        ("sites", {"code": "P", "name": "厂"}),
        ("locations", {"code": "W", "name": "库", "kind": "stock"}),
        ("products", {"code": "M", "name": "奶", "kind": "raw", "stock_unit": "LTR"}),
    ):
        status, said = house.ask("POST", f"/api/v1/{path}", body)
        assert status in {200, 201}, said


def _capture(house: House, acknowledged: list[str], stop: threading.Event) -> None:
    while not stop.is_set():
        body = {
            "client_id": str(uuid7()), "kind": "receive", "event_time": "2026-01-01T08:00:00+08:00",
            "place": {"code": "W"},
            "outputs": [{"lot": {"new": {"product": {"code": "M"}}},
                         "quantity": {"value": "10", "unit": "LTR"}}],
        }  # fmt: skip
        try:
            status, said = house.ask("POST", "/api/v1/captures", body)
        except (OSError, ValueError):
            time.sleep(0.02)
            continue
        if status == 201:
            acknowledged.append(said["event_id"])


def _kill_one(house: House, name: str) -> None:
    found = [p for p in house.children() if name in " ".join(p.cmdline())]
    assert found, f"no {name} runs"
    found[0].send_signal(signal.SIGKILL)


def _check(house: House, acknowledged: list[str]) -> None:
    missing = [e for e in acknowledged if house.ask("GET", f"/api/v1/events/{e}")[0] != 200]
    assert missing == []
    assert len(acknowledged) > 60
    verified = subprocess.run(
        [sys.executable, "-P", "-m", "lotline.config.cli", "verify"], check=False,
        env={**os.environ, "LOTLINE_HOME": str(house.home)}, capture_output=True, text=True,
        cwd=house.home,
    )  # fmt: skip
    assert verified.returncode == 0, verified.stdout + verified.stderr


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
