"""One round: work, a fault in the middle, work again, and the checks."""

import functools
import random
import signal
import time
from collections.abc import Callable
from typing import Final

from tests.faults import kills, lines, manners
from tests.faults.checks.violation import Violation
from tests.faults.load import Load
from tests.faults.rig import Rig

# A fault gives when it was over, where that was before it returned.
Fault = Callable[[Rig, Load], float | None]


def run_round(rig: Rig, name: str, fault: Fault, *, proven: bool = True) -> list[Violation]:
    """Hurt a running house in the middle of its work; give what is wrong afterwards."""
    with rig.load() as load:
        load.let_pass(12)
        start = time.monotonic()
        ended = fault(rig, load)
        rig.history.note_fault(name, start, ended or time.monotonic())
        load.let_pass(12)
    return rig.check(proven=proven)


def _kill_points() -> dict[str, Fault]:
    found: dict[str, Fault] = {}
    for victim in kills.VICTIMS:
        for point in kills.CAPTURE_POINTS:
            found[f"kill {victim} {point}"] = functools.partial(
                kills.kill_at, point=point, victim=victim
            )
    for point in (*kills.FOLLOWER_POINTS, *kills.CHECKPOINT_POINTS):
        found[f"kill work {point}"] = functools.partial(kills.kill_at, point=point, victim="worker")
    return found


def _kills_at_random() -> dict[str, Fault]:
    return {
        f"kill {victim} any time": functools.partial(kills.kill_now, victim=victim)
        for victim in (*kills.VICTIMS, "work")
    }


FAULTS: Final[dict[str, Fault]] = {
    **_kill_points(),
    **_kills_at_random(),
    "database restart, fast": functools.partial(kills.restart_database, how=signal.SIGINT),
    "database restart, immediate": functools.partial(kills.restart_database, how=signal.SIGQUIT),
    "sessions terminated": lines.terminate_sessions,
    "clock jumps": manners.jump_clock,
    "token revoked": manners.revoke_token,
    "no right at all": manners.intrude,
    "redelivery ten times, shuffled": manners.redeliver,
    "16 clients race for one lot": manners.race,
}


def some_faults(chance: random.Random) -> list[str]:
    """Give the faults in an order of chance."""
    names = list(FAULTS)
    chance.shuffle(names)
    return names
