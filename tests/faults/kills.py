"""Kill -9 of whoever runs: at a named point of a request, or at a moment nobody chose."""

import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import psutil

from tests.faults.load import Load
from tests.faults.rig import Rig
from tests.host.house import until

# where a capture can be interrupted, and where a follower can
CAPTURE_POINTS = (
    "before-transaction", "after-locks", "after-insert", "after-append", "before-commit",
    "after-commit",
)  # fmt: skip
FOLLOWER_POINTS = ("follower-ordered", "follower-applied", "follower-done")
CHECKPOINT_POINTS = (
    "checkpoint-inserted", "checkpoint-signed", "checkpoint-exporting", "checkpoint-exported",
)  # fmt: skip
VICTIMS = ("worker", "web", "database", "backend", "supervisor")
_HARD = 9


def kill_at(rig: Rig, load: Load, point: str, victim: str) -> float:
    """Kill somebody at the n-th pass of a point, start the supervisor again; give the moment of death."""
    house = rig.house
    assert house.process
    pids: dict[str, str | int] = {
        "worker": "self", "web": "parent", "backend": "backend", "supervisor": house.process.pid,
    }  # fmt: skip
    whom = pids.get(victim) or house.child("postgres", "-D").pid
    passes = random.randint(1, 1 if point in CHECKPOINT_POINTS else 6)
    rig.orders.arm(
        point, whom, passes=passes, within="" if point in CAPTURE_POINTS else "cli\0work"
    )
    with _checkpoints_due(rig) if point in CHECKPOINT_POINTS else nullcontext():
        load.wait_for(lambda: rig.orders.is_taken(point))
    died = time.monotonic()
    if victim == "supervisor":
        house.process.wait(10)
        house.start()
    return died


def kill_now(rig: Rig, load: Load, victim: str) -> float:
    """Kill somebody at no particular moment, and give that moment."""
    if victim != "supervisor":
        _found(rig, victim).send_signal(_HARD)
        return time.monotonic()
    rig.house.kill()
    died = time.monotonic()
    rig.house.start()
    return died


def restart_database(rig: Rig, load: Load, how: signal.Signals) -> None:
    """Have the database shut down, fast (SIGINT) or immediately (SIGQUIT), and see it come back."""
    database = rig.house.child("postgres", "-D")
    database.send_signal(how)
    load.wait_for(lambda: not database.is_running())


@contextmanager
def _checkpoints_due(rig: Rig) -> Iterator[None]:
    """Let a checkpoint fall due at once, as a clock that goes on by two minutes does; then set it right."""
    rig.orders.move_clock(120.0)
    yield
    rig.orders.move_clock(0.0)


def _found(rig: Rig, victim: str) -> psutil.Process:
    house = rig.house
    until(lambda: len(house.child("granian").children()) > 1)
    if victim == "worker":
        return random.choice(house.child("granian").children())
    if victim == "backend":
        sessions = house.child("postgres", "-D").children()
        return random.choice([p for p in sessions if "lotline_app" in " ".join(p.cmdline())])
    words = {"web": ("granian",), "work": ("cli work",), "database": ("postgres", "-D")}[victim]
    return house.child(*words)
