"""The long form: fault after fault on house after house, until the time is over; then a table.

python3 dev.py soak [--minutes N] [--seed N]
"""

import argparse
import random
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count

from tests.faults.checks.violation import Violation
from tests.faults.full_disk import run_full, small_disk
from tests.faults.power.record import find_compiler
from tests.faults.power.scenario import finds_early_answers, run_cuts
from tests.faults.rig import Rig
from tests.faults.rounds import FAULTS, run_round, some_faults
from tests.faults.stage import Stage, end, open_stage
from tests.faults.together import run_together

# A house lives through so many faults before a fresh one takes its place.
_FAULTS_A_HOUSE = 12
_CUTS = 15


@dataclass
class Row:
    """What came of one kind of fault: rounds, violations, and the worst recovery in seconds."""

    rounds: int = 0
    violations: list[Violation] = field(default_factory=list)
    worst: float | None = None
    skipped: str = ""

    def add(self, found: list[Violation], worst: float | None, rounds: int = 1) -> None:
        """Add the outcome of a round."""
        self.rounds += rounds
        self.violations += found
        if worst is not None:
            self.worst = max(worst, self.worst or 0.0)


Table = defaultdict[str, Row]
Scene = Callable[[Stage, Row, random.Random], None]


def main() -> None:
    """Run until the time is over; exit 1 if anything was violated."""
    asked = _asked()
    chance, table = random.Random(asked.seed), Table(Row)
    print(f"soak: {asked.minutes} min, --seed {asked.seed}", flush=True)
    deadline = time.monotonic() + asked.minutes * 60
    with open_stage() as stage:
        for scene in _scenes(stage, table, chance):
            if time.monotonic() > deadline:
                break
            scene()
    _print(table)
    raise SystemExit(1 if any(row.violations for row in table.values()) else 0)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    return parser.parse_args()


def _scenes(stage: Stage, table: Table, chance: random.Random) -> Iterator[Callable[[], None]]:
    """Give what is to be done, without end: a house through some faults, then one of the large scenes."""
    waiting: list[str] = []
    for turn in count():
        while len(waiting) < _FAULTS_A_HOUSE:
            waiting += some_faults(chance)
        names, waiting = waiting[:_FAULTS_A_HOUSE], waiting[_FAULTS_A_HOUSE:]
        yield lambda names=names: _live_through(stage, table, names)  # type: ignore[misc]
        name, scene = list(_LARGE.items())[turn % len(_LARGE)]
        yield lambda name=name, scene=scene: _guarded(  # type: ignore[misc]
            table[name], name, lambda: scene(stage, table[name], chance)
        )


def _live_through(stage: Stage, table: Table, names: list[str]) -> None:
    """Let one house live through faults; one that does not come back is replaced by the next."""
    with stage.running_rig() as rig:
        for name in names:
            if not _guarded(table[name], name, lambda name=name: _one(rig, table[name], name)):  # type: ignore[misc]
                return


def _one(rig: Rig, row: Row, name: str) -> None:
    found = run_round(rig, name, FAULTS[name])
    row.add(found, rig.recovery_from(rig.history.windows[-1]))


def _two_houses(stage: Stage, row: Row, chance: random.Random) -> None:
    with stage.running_rig() as rig:
        found = run_together(stage, rig) + rig.check()
        row.add(found, rig.worst_recovery())


def _full_disk(stage: Stage, row: Row, chance: random.Random) -> None:
    with ExitStack() as stack:
        folder = stage.folder()
        row.skipped = stack.enter_context(small_disk(folder)) or ""
        if row.skipped:
            return
        rig = stage.still_rig(folder)
        stack.callback(end, rig.house)
        rig.house.start()
        for _ in range(3):
            row.add(run_full(rig, folder), rig.worst_recovery())


def _power_cut(stage: Stage, row: Row, chance: random.Random) -> None:
    compiler = find_compiler()
    if compiler is None:
        row.skipped = "no C compiler"
        return
    row.add(run_cuts(stage, compiler, 250, _CUTS, chance), None, rounds=_CUTS)


def _self_check(stage: Stage, row: Row, chance: random.Random) -> None:
    compiler = find_compiler()
    if compiler is None:
        row.skipped = "no C compiler"
        return
    found = finds_early_answers(stage, compiler, chance)
    row.add([] if found else [Violation("rig", "a database that answers too early passed")], None)


_LARGE: dict[str, Scene] = {
    "power cut": _power_cut,
    "two houses, line cut": _two_houses,
    "disk full": _full_disk,
    "self-check: early answers": _self_check,
}


def _guarded(row: Row, name: str, scene: Callable[[], None]) -> bool:
    """Count what breaks the rig itself as a violation, and tell what was found at once."""
    before = len(row.violations)
    try:
        scene()
    except Exception:
        row.add([Violation("rig", traceback.format_exc())], None)
    fresh = row.violations[before:]
    print(f"{time.strftime('%H:%M:%S')} {name}: {len(fresh)} violations", flush=True)
    for one in fresh:
        print(f"  {one}", file=sys.stderr, flush=True)
    return not any(one.invariant == "rig" for one in fresh)


def _print(table: Table) -> None:
    print(f"\n{'fault':34} {'rounds':>6} {'violations':>10} {'worst recovery':>14}")
    for name, row in sorted(table.items()):
        worst = "" if row.worst is None else f"{row.worst:.2f} s"
        print(f"{name:34} {row.rounds:6} {len(row.violations):10} {row.skipped or worst:>14}")
    rounds = sum(row.rounds for row in table.values())
    wrong = sum(len(row.violations) for row in table.values())
    print(f"{'all':34} {rounds:6} {wrong:10}", flush=True)


if __name__ == "__main__":
    main()
