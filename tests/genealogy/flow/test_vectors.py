"""The worked vectors of the project, case by case."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from .vectors import ask

_FOLDER = Path(__file__).parents[2] / "data" / "genealogy"
_CASES = [
    pytest.param(found["world"], case, id=f"{path.stem}-{number}-{case['ask']['what']}")
    for path in sorted(_FOLDER.glob("*.json"))
    for found in [json.loads(path.read_text(encoding="utf-8"))]
    for number, case in enumerate(found["cases"])
]


@pytest.mark.parametrize(("world", "case"), _CASES)
def test_the_engine_answers_as_worked_out_by_hand(
    world: dict[str, Any], case: dict[str, Any]
) -> None:
    assert list(differences(case["expect"], ask(world, case["ask"]), "")) == []


def differences(want: Any, have: Any, where: str) -> Any:
    """Every place where an answer is not what was expected; only named keys matter."""
    if isinstance(want, dict):
        for key, value in want.items():
            if not isinstance(have, dict) or key not in have:
                yield f"{where}/{key}: {value!r} expected, nothing there in {have!r}"
            else:
                yield from differences(value, have[key], f"{where}/{key}")
    elif isinstance(want, list):
        if not isinstance(have, list) or len(want) != len(have):
            yield f"{where}: {want!r} expected, {have!r} found"
            return
        for index, (one, other) in enumerate(zip(want, have, strict=True)):
            yield from differences(one, other, f"{where}/{index}")
    elif want != have and not _same_number(want, have):
        yield f"{where}: {want!r} expected, {have!r} found"


def _same_number(want: Any, have: Any) -> bool:
    try:
        one, other = Fraction(want), Fraction(have)
    except (TypeError, ValueError):
        return False
    return abs(one - other) <= Fraction(1, 10**9) * max(abs(one), abs(other))
