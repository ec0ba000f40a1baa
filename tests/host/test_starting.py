"""Starting and stopping: one command, whoever and wherever one is."""

import contextlib
import http.client
import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.host.house import House, a_house, surroundings, until

IS_ROOT = os.geteuid() == 0
ORDINARY = 65534


def test_the_first_password_is_printed_once_and_the_second_start_is_quick(
    new_house: House,
) -> None:
    new_house.start()
    assert new_house.first_password()
    assert new_house.stop() < 5
    assert until(lambda: new_house.start().is_serving()) < 10
    assert new_house.first_password() is None
    assert new_house.stop() < 5


def test_no_secret_of_a_home_can_be_read_by_others(standing: House) -> None:
    key = standing.home / "keys" / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((standing.home / "pg").resolve().stat().st_mode) == 0o700
    rules = (_runtime(standing) / "pg_hba.conf").read_text(encoding="ascii")
    assert rules.split() == ["local", "all", "all", "peer", "map=lotline"]


def test_ctrl_c_ends_an_open_connection_too(house: House) -> None:
    house.start()
    with socket.create_connection(("127.0.0.1", house.port)) as wire:
        wire.sendall(
            b"POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n"
        )
        assert house.stop() < 5


def test_a_second_start_on_the_same_home_is_refused_by_name(standing: House) -> None:
    assert standing.process
    with a_house(standing.home) as second:
        second.launch()
        assert second.process
        assert second.process.wait(20) == 2
        assert f"process {standing.process.pid}" in second.said()
    assert standing.is_serving()


def test_a_busy_port_is_reported_with_its_owner(house: House) -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", house.port))
        stranger.listen()
        house.launch()
        assert house.process
        assert house.process.wait(20) == 2
    assert f"process {os.getpid()}" in house.said()
    assert len(house.said().splitlines()) == 1


def test_only_loopback_is_served_without_encryption(house: House) -> None:
    house.environment["LOTLINE_HOST"] = "0.0.0.0"
    house.launch()
    assert house.process
    assert house.process.wait(20) == 2
    assert "without encryption" in house.said()


def test_two_houses_live_side_by_side(house: House, furnished: Path, place: Path) -> None:
    subprocess.run(["cp", "-a", str(furnished), str(place / "another home")], check=True)
    with a_house(place / "another home") as other:
        house.launch()
        other.start()
        until(house.is_serving)
        house.stop()
        assert other.is_serving()


@pytest.mark.skipif(not IS_ROOT, reason="needs root to become somebody else")
def test_an_ordinary_user_needs_nothing_from_root(place: Path) -> None:
    home = place / "home"
    home.mkdir()
    os.chown(home, ORDINARY, ORDINARY)
    python, environment = _reachable_python()
    with a_house(home, user=ORDINARY, python=python, environment=environment) as house:
        house.start()
        assert {one.uids().real for one in house.family()} == {ORDINARY}
        assert (home / "pg").stat().st_uid == ORDINARY
        assert house.stop() < 5


@pytest.mark.skipif(not IS_ROOT, reason="only root runs its database as another user")
def test_root_keeps_the_data_where_its_database_user_can_reach_it(place: Path) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    with a_house(closed / "home") as house:
        house.start()
        data = (house.home / "pg").resolve()
        assert house.child("postgres", "-D").uids().real == data.stat().st_uid != 0
        assert str(data) in house.said()
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
        house.stop()
        assert subprocess.run(["rm", "-r", str(data.parent)], check=False).returncode == 0


def test_a_command_uses_the_running_database_or_brings_one_up(house: House) -> None:
    house.start()
    assert "intact" in _lotline(house, "verify")
    house.stop()
    assert "intact" in _lotline(house, "verify")
    assert not _leftovers(house)


def test_every_answer_closes_the_browser_and_strangers_hosts_are_refused(standing: House) -> None:
    status, headers = _get(standing, "/api/v1/nothing")
    assert (status, headers["Content-Type"]) == (401, "application/problem+json")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert _get(standing, "/livez", Host="evil.example")[0] == 400


def _get(house: House, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage]:
    wire = http.client.HTTPConnection("127.0.0.1", house.port, timeout=5)
    with contextlib.closing(wire):
        wire.request("GET", path, headers=headers)
        answer = wire.getresponse()
        answer.read()
        return answer.status, answer.headers


def _lotline(house: House, *words: str) -> str:
    command = [sys.executable, "-m", "lotline.config.cli", *words]
    done = subprocess.run(command, env=surroundings(house), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _runtime(house: House) -> Path:
    found = re.search(r'"runtime": "([^"]+)"', (house.home / "run/database.json").read_text())
    assert found
    return Path(found[1])


def _reachable_python() -> tuple[str, dict[str, str]]:
    """Find a Python that an ordinary user can run; root's own may lie in a closed folder."""
    folders = os.pathsep.join(path for path in sys.path if path)
    for python, environment in (
        (sys.executable, {}),
        ("/usr/bin/python3", {"PYTHONPATH": folders}),
    ):
        with contextlib.suppress(PermissionError):
            tried = subprocess.run(
                [python, "-c", "import lotline.host.operations"],
                env={**os.environ, **environment},
                user=ORDINARY,
                group=ORDINARY,
                extra_groups=[],
                cwd="/",
                capture_output=True,
            )
            if tried.returncode == 0:
                return python, environment
    pytest.skip("no Python here that an ordinary user can run")


def _leftovers(house: House) -> list[str]:
    assert house.process
    return [name.name for name in (house.home / "run").iterdir() if name.suffix == ".json"]
