"""The comparison finds a fault and shows it small; each law catches a program that breaks it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from .agreement import Question, World, agree, is_equal, known_lots, variants
from .answering import answer
from .factory import FITTING, any_world, build
from .roughness import ROUGH

Fault = Callable[[World, Question, Any], None]


@pytest.mark.parametrize("seed", range(6))
def test_a_program_agrees_with_itself(seed: int) -> None:
    assert agree(answer, answer, any_world(seed)) is None


def test_another_way_to_write_the_same_answer_is_no_difference() -> None:
    assert is_equal({"a": "0.3333333333333", "b": {}, "c": None}, {"a": "1/3", "c": "0"})
    assert not is_equal({"a": ["X"]}, {"a": ["X", "Y"]})
    assert not is_equal({"complete": True}, {"complete": False})
    assert not is_equal("10", "10.00001")


def test_a_fault_is_shown_on_the_smallest_world() -> None:
    def forgetful(world: World, question: Question) -> Any:
        given = copy.deepcopy(answer(world, question))
        if question["what"] == "trace" and "forward" in given:
            given["forward"] = given["forward"][:1]
        return given

    world = build(3, 30, "making")
    shown = agree(forgetful, answer, world)
    assert shown is not None
    assert "differs at /forward" in shown
    assert shown.count('"kind"') <= 3


def test_every_reason_turns_up_in_random_factories() -> None:
    seen: set[str] = set()
    for name in sorted(ROUGH):
        for seed in range(6):
            world = build(seed, 25, FITTING.get(name, ("all",))[-1], 0.6, (name,))
            for more in variants(world):
                for lot in known_lots(world)[::3]:
                    given = answer(world, {"what": "trace", "lots": [lot], **more})
                    seen |= set(given.get("codes", ()))
    assert seen >= REASONS


REASONS = {
    "origin_unrecorded",
    "disputed",
    "tank_underrun",
    "unexplained",
    "quantity_missing",
    "unit_mismatch",
    "voided_uncorrected",
    "allocation_assumed",
    "place_assumed",
    "shipment_assumed",
    "tank_model_undeclared",
    "order_ambiguous",
    "packed_after_shipping",
    "possible_link",
    "recorded_later",
    "hidden",
    "late",
    "cycle",
}
