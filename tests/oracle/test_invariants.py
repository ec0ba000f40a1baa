"""The naive program keeps every invariant over random factories.

In the normal run each factory is asked for a few of them in turn; LOTLINE_SOAK=1 asks thousands
of factories for all.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings

from .agreement import World
from .answering import answer
from .factory import any_world, build, worlds
from .invariants import CHECKS, check
from .silos import build_silo

IS_SOAK = bool(os.environ.get("LOTLINE_SOAK"))
GROUPS = 60 if IS_SOAK else 40
PER_GROUP = 25 if IS_SOAK else 4
NAMES = sorted(CHECKS)
CHEAP = ("I10", "I11", "I12", "I24")


def asked_for(seed: int) -> tuple[str, ...]:
    """Say which invariants a factory is asked for."""
    return tuple(NAMES) if IS_SOAK else (*CHEAP, *NAMES[seed % 12 :: 12])


@pytest.mark.parametrize("group", range(GROUPS))
def test_random_factories_keep_the_invariants(group: int) -> None:
    for seed in range(group * PER_GROUP, (group + 1) * PER_GROUP):
        check(answer, any_world(seed), asked_for(seed))


@pytest.mark.parametrize("group", range(10))
def test_silos_equal_their_closed_forms(group: int) -> None:
    for seed in range(group * PER_GROUP, (group + 1) * PER_GROUP):
        check(answer, build_silo(seed), ("I14",))


@pytest.mark.parametrize("style", ["making", "tanks", "roads", "units", "all"])
@pytest.mark.parametrize("trouble", [0.0, 1.0])
def test_a_true_plant_is_found_again_whatever_the_delays_and_corrections(
    style: str, trouble: float
) -> None:
    for seed in range(PER_GROUP):
        check(answer, build(seed, 30, style, trouble), ("I10", "I11", "I12", "I13"))


@pytest.mark.parametrize("style", ["making", "tanks", "roads"])
def test_equal_times_hide_no_ancestor(style: str) -> None:
    for seed in range(2 * PER_GROUP):
        check(answer, build(seed, 25, style, 0.5, ("tied",)), ("I24",))


@settings(
    max_examples=500 if IS_SOAK else 6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(worlds(trouble=0.5))
def test_hypothesis_finds_no_factory_that_breaks_a_law(world: World) -> None:
    check(answer, world, ("I01", "I02", "I03", "I04", "I07", "I10", "I11", "I13"))
