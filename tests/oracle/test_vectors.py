"""The worked vectors: every named key, lists whole and in order, numbers to 1e-9."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from .answering import answer

VECTORS = sorted((Path(__file__).parents[1] / "data" / "genealogy").glob("*.json"))


def cases() -> Iterator[Any]:
    """Give every case of every file."""
    for path in VECTORS:
        vector = json.loads(path.read_text())
        for number, case in enumerate(vector["cases"]):
            what = case["ask"]["what"]
            yield pytest.param(vector["world"], case, id=f"{path.stem}-{number}-{what}")


def number(value: Any) -> Fraction | None:
    """Read a number, if it is one."""
    try:
        return Fraction(value) if isinstance(value, str) else None
    except ValueError:
        return None


def is_as_expected(expected: Any, given: Any) -> bool:
    """Compare only what is named."""
    if isinstance(expected, dict):
        return isinstance(given, dict) and all(
            is_as_expected(value, given.get(key)) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(given, list)
            and len(expected) == len(given)
            and all(is_as_expected(one, two) for one, two in zip(expected, given, strict=True))
        )
    one, two = number(expected), number(given)
    if one is None or two is None:
        return bool(expected == given)
    return abs(one - two) <= Fraction(1, 10**9) * max(abs(one), abs(two))


def test_all_fifteen_files_are_here() -> None:
    assert len(VECTORS) == 15


@pytest.mark.parametrize(("world", "case"), list(cases()))
def test_vector(world: dict[str, Any], case: dict[str, Any]) -> None:
    given = answer(world, case["ask"])
    assert is_as_expected(case["expect"], given), f"asked {case['ask']}\ngot {given}"
