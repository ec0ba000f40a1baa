"""Invariants of sets: time-respecting within plain, the same both ways, shrinking with time."""

from collections.abc import Iterator
from datetime import datetime
from itertools import product

from .agreement import Ask, World, counting_events, known_lots
from .laws_tables import moments

Step = tuple[str, str, datetime, datetime]
"""Source, target, earliest and latest time of the event."""


def check_i04(ask: Ask, world: World) -> None:
    """Time-respecting is a part of plain; x is in B(y) exactly when y is in F(x), in both."""
    lots = known_lots(world)
    traces = {lot: ask(world, {"what": "trace", "lots": [lot]}) for lot in lots}
    for lot, trace in traces.items():
        assert set(trace["forward"]) <= set(trace["plain_forward"]), lot
        assert set(trace["backward"]) <= set(trace["plain_backward"]), lot
        assert lot not in trace["plain_forward"] + trace["plain_backward"]
    for one, two in product(lots, lots):
        for before, after in (("backward", "forward"), ("plain_backward", "plain_forward")):
            assert (one in traces[two][before]) == (two in traces[one][after]), (one, two, after)


def check_i07(ask: Ask, world: World) -> None:
    """Reach is what a walk along every path finds; in factories without tanks or pallets' content.

    The steps are read off the ledger's own lines here, not asked for.
    """
    if any("tank" in said or _uses_unit(said) for said in counting_events(world)):
        return
    steps = list(_steps(world))
    for lot in known_lots(world):
        trace = ask(world, {"what": "trace", "lots": [lot]})
        found: set[tuple[str, datetime | None]] = set()
        _walk(steps, lot, None, found)
        assert {target for target, _ in found} - {lot} == set(trace["forward"]), lot


def _uses_unit(said: dict[str, object]) -> bool:
    lines = said.get("inputs", ())
    return any("lot" not in line for line in lines)  # type: ignore[attr-defined]


def _steps(world: World) -> Iterator[Step]:
    for said in counting_events(world):
        start = datetime.fromisoformat(said["time"])
        end = datetime.fromisoformat(said.get("until") or said["time"])
        sources = [line["lot"] for line in said.get("inputs", ())]
        targets = [line["lot"] for line in said.get("outputs", ()) if line.get("lot")]
        if said.get("as_lot"):
            sources, targets = [said["lot"]], [said["as_lot"]]
        for source, target in product(sources, targets):
            yield source, target, start, end


def _walk(
    steps: list[Step], lot: str, at: datetime | None, found: set[tuple[str, datetime | None]]
) -> None:
    for source, target, start, end in steps:
        if source == lot and (at is None or at <= end) and (target, start) not in found:
            found.add((target, start))
            _walk(steps, target, start, found)


def check_i09(ask: Ask, world: World) -> None:
    """F(S since t) is a part of F(S), and shrinks as t grows."""
    times = sorted(time for time in moments(world) if time)
    for lot in known_lots(world):
        before = set(ask(world, {"what": "trace", "lots": [lot]})["forward"])
        for time in times:
            question = {"what": "trace", "lots": [lot], "since": time}
            now = set(ask(world, question)["forward"])
            assert now <= before, (lot, time, now - before)
            before = now
