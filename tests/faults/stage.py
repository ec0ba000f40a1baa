"""Where houses under test are made: one is furnished once, and copied for whoever needs one to hurt."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import MappingProxyType

import psutil

from tests.faults.orders import Orders
from tests.faults.rig import Rig
from tests.faults.workload import MASTERS
from tests.host.house import House, free_port, living, surroundings, until

_ROOMY = 4 * 2**30
ROOT = Path(__file__).resolve().parents[2]
ROLES = ("administrator", "operator")


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder of houses, with the furnished one that is copied."""

    root: Path
    home: Path
    tokens: Mapping[str, str]
    numbers: Iterator[int]

    def still_rig(
        self, place: Path | None = None, environment: Mapping[str, str] = MappingProxyType({})
    ) -> Rig:
        """Give a rig on a fresh copy of the furnished home, not yet started."""
        folder = place or self.folder()
        subprocess.run(["cp", "-a", str(self.home), str(folder / "home")], check=True)
        return _rig(folder / "home", self.folder(), self.tokens, environment)

    @contextmanager
    def running_rig(self) -> Iterator[Rig]:
        """Give a rig that is running, with two web workers, and end it afterwards."""
        rig = self.still_rig(environment={"LOTLINE_WORKERS": "2"})
        try:
            rig.house.start()
            yield rig
        finally:
            end(rig.house)

    @contextmanager
    def second_rig(self, first: Rig, socket: Path) -> Iterator[Rig]:
        """Give another house that serves the first one's database, reached through a socket's folder."""
        url = f"postgresql://postgres@/lotline?host={socket}"
        rig = _rig(self.folder() / "home", self.folder(), self.tokens, {"DATABASE_URL": url})
        rig.history, rig.workload = first.history, first.workload
        try:
            rig.house.start()
            yield rig
        finally:
            end(rig.house)

    def folder(self) -> Path:
        """Make a folder that every user can reach."""
        made = self.root / f"{next(self.numbers)}"
        made.mkdir(mode=0o755)
        return made


def memory() -> Path | None:
    """Give a roomy disk of memory, where there is one: killing programs loses nothing on it either."""
    place = Path("/dev/shm")
    if place.is_dir() and shutil.disk_usage(place).free > _ROOMY:
        return place
    return None


@contextmanager
def open_stage(place: Path | None = None) -> Iterator[Stage]:
    """Furnish a house: its tables, its masters, a token for each role the clients need."""
    root = Path(tempfile.mkdtemp(prefix="lotline-faults-", dir=place))
    root.chmod(0o755)
    try:
        rig = _rig(root / "home", root, {}, {})
        rig.house.start()
        issued = issue_tokens(rig.house, *ROLES)
        rig.tokens = {role: one["secret"] for role, one in zip(ROLES, issued, strict=True)}
        for path, body in MASTERS:
            reply = rig.ask("POST", path, body)
            assert reply.status in {200, 201}, reply
        rig.house.stop()
        yield Stage(root, rig.house.home, rig.tokens, count(1))
    finally:
        shutil.rmtree(root, ignore_errors=True)


def issue_tokens(house: House, *roles: str) -> list[dict[str, str]]:
    """Issue a token for each role in a running house; gives their ids and secrets."""
    around = surroundings(house)
    path = os.pathsep.join((around["PYTHONPATH"], str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.issue", *roles], cwd="/", check=False, text=True,
        env={**around, "PYTHONPATH": path, "DJANGO_SETTINGS_MODULE": "lotline.config.settings"},
        capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    tokens: list[dict[str, str]] = json.loads(done.stdout)
    return tokens


def end(house: House) -> None:
    """End a house that may have been hurt beyond stopping."""
    if house.process is None or house.process.poll() is not None:
        return
    family: list[psutil.Process] = house.family()
    try:
        house.stop()
    finally:
        house.process.kill()
        house.process.wait(10)
        until(lambda: not living(family), 10)


def _rig(
    home: Path, orders: Path, tokens: Mapping[str, str], environment: Mapping[str, str]
) -> Rig:
    obeyed = Orders(orders)
    around = {**obeyed.environment(), **environment}
    return Rig(House(home, free_port(), environment=around), obeyed, tokens)
