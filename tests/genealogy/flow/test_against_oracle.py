"""The engine against a naive program written apart from it, on random factories."""

import copy
import os
from typing import Any

import pytest

from lotline.kernel.units import UNITS
from tests.oracle.agreement import agree
from tests.oracle.answering import answer
from tests.oracle.factory import any_world
from tests.oracle.invariants import CHECKS, check

from .vectors import ask

_SOAK = os.environ.get("LOTLINE_SOAK") == "1"
_FACTORIES = range(600 if _SOAK else 10)
_JUDGED = range(400 if _SOAK else 24)


@pytest.mark.parametrize("seed", _FACTORIES)
def test_both_programs_give_the_same_answers(seed: int) -> None:
    shown = agree(ask, answer, comparable(any_world(1_000 + seed)))
    assert shown is None, shown


@pytest.mark.parametrize("seed", _JUDGED)
def test_the_engine_keeps_the_laws_of_the_page(seed: int) -> None:
    names = list(CHECKS) if _SOAK else list(CHECKS)[seed % 4 :: 4]
    check(ask, any_world(5_000 + seed), names)


def comparable(world: dict[str, Any]) -> dict[str, Any]:
    """A world without the corners that the two programs read differently.

    The naive program takes every fill and draw as certain, weighs an output in another dimension
    than its lot by the quantity said, and makes nothing of a return whose old lot is of another
    dimension than its new one; an error declared of a whole unit it leaves to the lots named. The
    engine heeds the certainty of all lines, books each line by its own lot, and means the lots
    inside a unit (GENEALOGY R3, R5, R11, R13).
    """
    world = copy.deepcopy(world)
    torn = torn_lots(world)
    units = {event["id"] for event in world["events"] if event.get("sscc")}
    for event in world["events"]:
        if event["kind"] in {"fill", "draw"}:
            event.pop("certainty", None)
    world["events"] = [
        event
        for event in world["events"]
        if not (event.get("as_lot") and {event["lot"], event["as_lot"]} & torn)
        and not {line.get("lot") for line in event.get("outputs", ())} & torn
        and not (event.get("declares") in units and not event.get("corrective"))
    ]
    return world


def torn_lots(world: dict[str, Any]) -> set[str]:
    """The lots that are told of in more than one dimension."""
    found: dict[str, set[str]] = {}
    for event in world["events"]:
        lines = (event, *event.get("inputs", ()), *event.get("outputs", ()))
        for line in (*lines, *event.get("children", ())):
            for lot in (line.get("lot"), line.get("as_lot")):
                if lot and line.get("unit"):
                    found.setdefault(lot, set()).add(UNITS[line["unit"]].dimension)
    return {lot for lot, dimensions in found.items() if len(dimensions) > 1}
