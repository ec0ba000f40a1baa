"""A power cut at any moment: the database recovers, and what was acknowledged is there."""

import random

import pytest

from tests.faults.power.record import find_compiler
from tests.faults.power.scenario import run_cuts
from tests.faults.stage import Stage


def test_after_a_power_cut_what_was_acknowledged_is_there(stage: Stage) -> None:
    compiler = find_compiler()
    if compiler is None:
        pytest.skip("no C compiler: what the database writes cannot be recorded")
    assert run_cuts(stage, compiler, captures=60, count=2, chance=random.Random()) == []
