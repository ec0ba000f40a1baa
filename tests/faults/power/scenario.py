"""The whole of a power cut: a recorded house, and the states that cuts may have left of it."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg

from lotline.host import operations as hosting
from tests.faults.checks.violation import Violation
from tests.faults.power.cut import Recording, cuts, record_load
from tests.faults.power.record import build_recorder, surroundings_of_recording
from tests.faults.rig import Rig
from tests.faults.stage import Stage, end


@contextmanager
def recorded(stage: Stage, compiler: str, captures: int, *settings: str) -> Iterator[Recording]:
    """Record a house under load; `settings` are the database's own, such as `synchronous_commit = off`."""
    folder = stage.folder()
    folder.chmod(0o777)  # the database's own user writes the log
    library, log = build_recorder(compiler, folder), folder / "log"
    rig = stage.still_rig(environment=surroundings_of_recording(library, log))
    if settings:
        _set(rig, settings)
    try:
        yield record_load(rig, log, folder / "before", captures)
    finally:
        end(rig.house)


def _set(rig: Rig, settings: Sequence[str]) -> None:
    with hosting.database(hosting.open_home(rig.house.home)) as database:
        assert database.admin is not None
        with psycopg.connect(database.admin, autocommit=True) as admin:
            for setting in settings:
                admin.execute(f"ALTER SYSTEM SET {setting}".encode())


def run_cuts(
    stage: Stage, compiler: str, captures: int, count: int, chance: random.Random
) -> list[Violation]:
    """Record once and cut so many times; give what is wrong after the recoveries."""
    with recorded(stage, compiler, captures) as recording:
        return [
            Violation(one.invariant, f"{name}: {one.detail}")
            for name, found in cuts(recording, count, chance)
            for one in found
        ]


def finds_early_answers(stage: Stage, compiler: str, chance: random.Random) -> bool:
    """Tell whether cuts find out a database that answers before anything is on its disk."""
    with recorded(stage, compiler, 150, "synchronous_commit = off") as recording:
        found = (one for _, told in cuts(recording, 20, chance) for one in told)
        return any(one.invariant == "I1" for one in found)
