"""Whatever dies, jumps or breaks: what was acknowledged is there, once, and the record is whole."""

import pytest

from tests.faults.rig import Rig
from tests.faults.rounds import FAULTS, run_round
from tests.faults.stage import Stage
from tests.faults.together import run_together

# Every kind of victim, and the most telling points; `make soak` runs every pair, again and again.
SHORT = (
    "kill worker after-insert",
    "kill worker after-commit",
    "kill web before-commit",
    "kill database after-append",
    "kill backend after-locks",
    "kill supervisor before-commit",
    "kill work follower-applied",
    "kill work checkpoint-inserted",
    "kill work checkpoint-exporting",
    "database restart, fast",
    "database restart, immediate",
    "sessions terminated",
    "clock jumps",
    "token revoked",
    "no right at all",
    "redelivery ten times, shuffled",
    "16 clients race for one lot",
)


@pytest.mark.parametrize("name", SHORT)
def test_every_invariant_holds_through(name: str, rig: Rig) -> None:
    assert run_round(rig, name, FAULTS[name], proven=False) == []


def test_two_houses_on_one_database_keep_one_record(stage: Stage, rig: Rig) -> None:
    assert run_together(stage, rig) == []


def test_after_all_of_it_the_record_proves_intact(rig: Rig) -> None:
    assert rig.history.acknowledged > 12
    assert rig.check() == []
