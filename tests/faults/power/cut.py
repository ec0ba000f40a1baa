"""Cutting the power: record a house under load, rebuild states a cut may leave, recover each and check it."""

import os
import random
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import psycopg

from lotline.host import operations as hosting
from tests.faults.checks.everything import violations
from tests.faults.checks.proof import prove
from tests.faults.checks.violation import Violation
from tests.faults.power.disk import MODES, Disk
from tests.faults.power.record import Record, read_records
from tests.faults.rig import Rig
from tests.faults.stored import read_stored
from tests.host.house import surroundings

_TICK: Final = 0.01


@dataclass(frozen=True, slots=True)
class Recording:
    """A house's data folder as it was before, what its database then did, and what the clients saw."""

    rig: Rig
    before: Path
    inodes: Mapping[str, int]
    records: Sequence[Record]


def record_load(rig: Rig, log: Path, before: Path, captures: int) -> Recording:
    """Run a house under load, with checkpoints all along, and read what its database did."""
    data = (rig.house.home / "pg").resolve()
    shutil.copytree(data, before)
    inodes = {str(path.relative_to(data)): path.stat().st_ino for path in data.rglob("*")}
    rig.house.start()
    with rig.load() as load, _busy_disk(rig):
        load.let_pass(captures, 600)
    rig.house.stop()
    return Recording(rig, before, inodes, [*read_records(log)])


def cuts(
    recording: Recording, number: int, chance: random.Random
) -> Iterator[tuple[str, list[Violation]]]:
    """Cut at moments of chance, in the order of time; give each with what is wrong after recovery."""
    disk, at = Disk(recording.before, recording.inodes), 0
    for moment in sorted(_moments(recording.records, number, chance)):
        while at <= moment:
            disk.apply(recording.records[at])
            at += 1
        mode = chance.choice(list(MODES))
        when = recording.records[moment].time
        yield f"{mode} at record {moment}", _recovered(recording, disk, chance, mode, when)


def _moments(records: Sequence[Record], number: int, chance: random.Random) -> list[int]:
    """Half of the cuts fall anywhere, half right after a sync, when somebody was just told."""
    first = next(n for n, record in enumerate(records) if record.kind == "E")
    synced = [n for n, record in enumerate(records) if record.kind == "E"]
    return [
        chance.choice(synced) if chance.random() < 0.5 else chance.randrange(first, len(records))
        for _ in range(number)
    ]


def _recovered(
    recording: Recording, disk: Disk, chance: random.Random, mode: str, when: float
) -> list[Violation]:
    rig = recording.rig
    with _image(recording, when) as home:
        disk.write_after_a_cut(home / "pg", chance, mode)
        _hand_over(home / "pg", (rig.house.home / "pg").stat())
        with hosting.database(hosting.open_home(home)) as database:
            around = {**surroundings(rig.house), "LOTLINE_HOME": str(home), "LD_PRELOAD": ""}
            proof = prove(database, around)
            return violations(rig.history.until(when), read_stored(database.owner), proof)


@contextmanager
def _image(recording: Recording, when: float) -> Iterator[Path]:
    """Make a home with the keys and the exported checkpoints that it had by then."""
    home = recording.rig.house.home
    root = Path(tempfile.mkdtemp(prefix="cut-", dir=recording.before.parent))
    root.chmod(0o755)
    # A file's time lags behind by a tick of the kernel.
    latest = when + time.time() - time.monotonic() - _TICK
    for path in (*home.glob("keys/*"), *home.glob("checkpoints/**/*.json")):
        if path.is_file() and path.stat().st_mtime <= latest:
            (target := root / path.relative_to(home)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    yield root
    shutil.rmtree(root)


def _hand_over(data: Path, like: os.stat_result) -> None:
    """Give a data folder to the user of the database, closed to others."""
    for path in (data, *data.rglob("*")):
        os.chown(path, like.st_uid, like.st_gid)
        path.chmod(0o700 if path.is_dir() else 0o600)


@contextmanager
def _busy_disk(rig: Rig) -> Iterator[None]:
    """Have pages written out again and again, and checkpoints of the ledger signed and exported."""
    stopping = threading.Event()
    admin = rig.database().admin
    assert admin is not None

    def ask() -> None:
        with psycopg.connect(admin, autocommit=True) as connection:
            for turn in count():
                connection.execute("CHECKPOINT")
                # To and fro by two minutes: the next checkpoint of the ledger is due each time.
                rig.orders.move_clock(120.0 * (turn // 3 % 2))
                if stopping.wait(0.2):
                    return

    thread = threading.Thread(target=ask)
    thread.start()
    yield
    stopping.set()
    thread.join(30)
