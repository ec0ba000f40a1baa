"""Complete answers side by side: the first difference, on the smallest world that shows it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

World = dict[str, Any]
Question = dict[str, Any]
Ask = Callable[[World, Question], Any]
Difference = tuple[str, Question, Any, Any]

NOT_FOUND = {"error": "not_found"}
TOLERANCE = Fraction(1, 10**9)
ZERO = Fraction(0)
OPTIONAL = {
    "intensity",
    "unknown_share",
    "yield_gaps",
    "empty_units",
    "unknown_declarations",
    "possible_forward",
    "possible_backward",
}
"""Keys that an engine may leave out; if both sides give them, they are compared."""


def counting_events(world: World) -> list[dict[str, Any]]:
    """Give the events that nobody declared in error, the first copy of each."""
    voided = {said["declares"] for said in world["events"] if said["kind"] == "correct"}
    first: dict[str, dict[str, Any]] = {}
    for said in world["events"]:
        if said["kind"] != "correct" and said["id"] not in voided:
            first.setdefault(said["id"], said)
    return list(first.values())


def lines_of(said: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give every line of an event that names a lot."""
    for line in (
        said,
        *said.get("inputs", ()),
        *said.get("outputs", ()),
        *said.get("children", ()),
    ):
        if line.get("lot"):
            yield line


def known_lots(world: World) -> list[str]:
    """Give every lot that counting events name."""
    events = counting_events(world)
    named = {line["lot"] for said in events for line in lines_of(said)}
    return sorted(named | {said["as_lot"] for said in events if said.get("as_lot")})


def number(value: Any) -> Fraction | None:
    """Read a number written as text, if it is one."""
    try:
        return Fraction(value) if isinstance(value, str) else None
    except (ValueError, ZeroDivisionError):
        return None


def is_equal(one: Any, two: Any) -> bool:
    """Compare two answers: numbers to 1e-9 relative, nothing and zero alike, lists in order."""
    if isinstance(one, dict) and isinstance(two, dict):
        keys = (set(one) | set(two)) - {k for k in OPTIONAL if k not in one or k not in two}
        return all(is_equal(one.get(key), two.get(key)) for key in keys)
    if isinstance(one, list | tuple) and isinstance(two, list | tuple):
        return len(one) == len(two) and all(map(is_equal, one, two))
    first, second = number(one), number(two)
    if (first is not None or one in (None, {}, [])) and (
        second is not None or two in (None, {}, [])
    ):
        first, second = first or ZERO, second or ZERO
        return abs(first - second) <= TOLERANCE * max(abs(first), abs(second))
    if isinstance(one, dict) or isinstance(two, dict):
        return all(is_equal(value, None) for value in (one or two).values())
    return bool(one == two)


def tidy(question: Question, given: Any) -> Any:
    """Bring an answer to the form that is compared."""
    if question["what"] == "edges":
        total: dict[str, Fraction] = {}
        for source, target, quantity in given:
            pair = f"{source} -> {target}"
            total[pair] = total.get(pair, ZERO) + (number(quantity) or ZERO)
        return {"pairs": sorted(total), "quantities": {k: str(v) for k, v in total.items()}}
    if question["what"] == "findings":
        disputed: dict[str, Fraction] = {}
        for event, lot, quantity in given["disputed"]:
            key = f"{event} {lot}"
            disputed[key] = disputed.get(key, ZERO) + (number(quantity) or ZERO)
        rest = {k: sorted(map(list, v)) for k, v in given.items() if k != "disputed"}
        return {**rest, "disputed": {k: str(v) for k, v in disputed.items()}}
    return given


def variants(world: World) -> list[Question]:
    """Give as-of times, suspicion from a time on, and a mask, taken from the world itself."""
    events = counting_events(world)
    if not events:
        return [{}]
    middle = sorted(events, key=lambda said: said["time"])[len(events) // 2]
    recorded = sorted(said.get("recorded") or said["time"] for said in world["events"])
    return [
        {},
        {"since": middle["time"]},
        {"recorded": recorded[len(recorded) // 2]},
        {"happened": middle["time"]},
        {"recorded": recorded[2 * len(recorded) // 3], "happened": middle["time"]},
        {"hide": [middle["id"], events[len(events) // 3]["id"]]},
    ]


def questions(world: World, extra: Iterable[Question] | None = None) -> Iterator[Question]:
    """Give everything worth asking about a world."""
    lots = known_lots(world)
    for more in variants(world) if extra is None else extra:
        if not {"since", "hide"} & set(more):
            yield {"what": "edges", **more}
            yield {"what": "balances", **more}
        if "since" not in more:
            yield {"what": "findings", **more}
        for lot in lots:
            yield {"what": "trace", "lots": [lot], **more}
            if "hide" not in more:
                yield {"what": "shares", "lots": [lot], **more}
                yield {"what": "blast", "lots": [lot], **more}
    for pair in zip(lots[::2], lots[1::2], strict=False):
        yield {"what": "blast", "lots": list(pair)}
        yield {"what": "trace", "lots": list(pair)}


def difference(one: Ask, two: Ask, world: World) -> Difference | None:
    """Find the first question that two programs answer differently, and where in the answer.

    Lots that nobody knew of at the time asked about are left out.
    """
    for question in questions(world):
        second = two(world, question)
        if second == NOT_FOUND:
            continue
        first, second = tidy(question, one(world, question)), tidy(question, second)
        if not is_equal(first, second):
            path, here, there = locate("", first, second)
            return path, question, here, there
    return None


def locate(path: str, one: Any, two: Any) -> tuple[str, Any, Any]:
    """Find the smallest part of two answers that differs."""
    if isinstance(one, dict) and isinstance(two, dict):
        for key in sorted(set(one) | set(two)):
            skipped = key in OPTIONAL and (key not in one or key not in two)
            if not skipped and not is_equal(one.get(key), two.get(key)):
                return locate(f"{path}/{key}", one.get(key), two.get(key))
    return path, one, two


def shrink(world: World, is_bad: Callable[[World], bool]) -> World:
    """Leave events out as long as the world stays bad."""
    events = list(world["events"])
    size = max(1, len(events) // 2)
    while size:
        at = 0
        while at < len(events):
            fewer = events[:at] + events[at + size :]
            if is_bad({**world, "events": fewer}):
                events = fewer
            else:
                at += size
        size //= 2
    return {**world, "events": events}


def agree(engine_ask: Ask, oracle_ask: Ask, world: World) -> str | None:
    """Compare every answer of two programs; give the first difference readably, or nothing."""
    found = difference(engine_ask, oracle_ask, world)
    if found is None:
        return None
    what = found[1]["what"], found[0].rsplit("/", 1)[-1]

    def is_bad(fewer: World) -> bool:
        here = difference(engine_ask, oracle_ask, fewer)
        return here is not None and (here[1]["what"], here[0].rsplit("/", 1)[-1]) == what

    small = shrink(world, is_bad)
    found = difference(engine_ask, oracle_ask, small) or found
    return readable(small, found)


def readable(world: World, found: Difference) -> str:
    """Print a difference with the world that shows it."""
    path, question, one, two = found
    events = "\n".join(f"  {json.dumps(said)}" for said in world["events"])
    return (
        f"asked   {json.dumps(question)}\n"
        f"differs at {path or '/'}\n"
        f"engine  {json.dumps(one, default=str)}\n"
        f"oracle  {json.dumps(two, default=str)}\n"
        f"tanks   {json.dumps(world.get('tanks', {}))}\n"
        f"events\n{events}"
    )
