"""Two worlds, or two ways of asking, that must give the same answers."""

import random
from collections.abc import Iterator
from typing import Any

from .agreement import (
    NOT_FOUND,
    Ask,
    Question,
    World,
    counting_events,
    is_equal,
    locate,
    tidy,
)
from .laws_tables import some_lots

FLAGS = {"complete", "exact"}


def everything(world: World, more: Question | None = None) -> Iterator[Question]:
    """Give one question of every sort, and those about some lots."""
    extra = more or {}
    for what in ("edges", "balances", "findings"):
        yield {"what": what, **extra}
    for lots in some_lots(world):
        yield {"what": "trace", "lots": lots, **extra}
        yield {"what": "shares", "lots": lots, **extra}
        yield {"what": "blast", "lots": lots, **extra}


def without(given: Any, codes: frozenset[str], keys: frozenset[str]) -> Any:
    """Leave out reasons (then the two flags as well) and keys that may differ."""
    if not isinstance(given, dict):
        return given
    kept = {key: value for key, value in given.items() if key not in keys}
    if codes and "codes" in kept:
        kept["codes"] = [code for code in kept["codes"] if code not in codes]
        kept = {key: value for key, value in kept.items() if key not in FLAGS}
    return kept


def same(
    ask: Ask,
    one: World,
    two: World,
    codes: frozenset[str] = frozenset(),
    keys: frozenset[str] = frozenset(),
    asked: Question | None = None,
) -> None:
    """Ask both worlds everything; `asked` is added for the first one only."""
    for question in everything(one):
        first = ask(one, {**question, **(asked or {})})
        second = ask(two, question)
        if NOT_FOUND in (first, second):
            assert first == second, (question, first, second)
            continue
        first = without(tidy(question, first), codes, keys)
        second = without(tidy(question, second), codes, keys)
        assert is_equal(first, second), (question, locate("", first, second))


def spread(world: World) -> random.Random:
    """Give chance that is the same for the same world."""
    return random.Random(len(world["events"]) * 7919 + len(str(world["events"])))


def with_events(world: World, events: list[dict[str, Any]]) -> World:
    """Give the world with other events."""
    return {**world, "events": events}


def has_ties(world: World) -> bool:
    """Tell whether two events that count share a time."""
    times = [said["time"] for said in counting_events(world)]
    return len(times) != len(set(times))


def last_record(world: World) -> str:
    """Give a record time after all others."""
    return max([said.get("recorded") or said["time"] for said in world["events"]], default="")
