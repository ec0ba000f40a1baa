"""Invariants of change: what moves, units, other suspects and masks may alter, and what not."""

import copy
from typing import Any

from .agreement import Ask, World, counting_events, known_lots, lines_of
from .comparing import same, spread, with_events
from .laws_tables import exact
from .measures import NOTHING, dimension_of, read, show

SMALL = {"KGM": ("GRM", 1000), "LTR": ("MLT", 1000)}
BASE = {"mass": "KGM", "volume": "LTR", "count": "H87", "length": "MTR", "area": "MTK"}


def check_i20(ask: Ask, world: World) -> None:
    """Without moves, packs, shipments, scrap and counts all sets stay as they are.

    A tank's own adjusting stays (it may empty the tank), as does a return as a new lot.
    """
    gone = {"move", "pack", "unpack", "ship", "destroy", "sample", "adjust", "return"}
    events = [
        said
        for said in world["events"]
        if said["kind"] not in gone or said.get("tank") or said.get("as_lot")
    ]
    other = with_events(world, events)
    for lot in known_lots(other):
        question = {"what": "trace", "lots": [lot]}
        one, two = ask(world, question), ask(other, question)
        for key in ("forward", "backward", "plain_forward", "plain_backward", "arrival"):
            assert one[key] == two[key], (lot, key, one[key], two[key])


def fixed_units(world: World) -> World:
    """Give every lot the base unit of its first line as its product's unit."""
    units: dict[str, str] = {}
    for said in sorted(counting_events(world), key=lambda said: said["time"]):
        lines = [*lines_of(said), {"lot": said.get("as_lot"), "unit": said.get("unit")}]
        for line in lines:
            if line.get("lot") and line.get("unit"):
                units.setdefault(line["lot"], BASE[dimension_of(line["unit"])])
    return {**world, "units": units}


def check_i21(ask: Ask, world: World) -> None:
    """Kilograms written as grams (litres as millilitres) change nothing."""
    rng, one = spread(world), fixed_units(world)
    two = copy.deepcopy(one)
    for said in two["events"]:
        lines = [said, *said.get("inputs", ()), *said.get("outputs", ()), *said.get("children", ())]
        for line in lines:
            if line.get("unit") in SMALL and rng.random() < 0.5:
                line["unit"], factor = SMALL[line["unit"]]
                for name in ("quantity", "delta", "counted"):
                    if line.get(name) is not None:
                        line[name] = show((read(line[name]) or NOTHING) * factor)
    same(ask, one, two)


def check_i22(ask: Ask, world: World) -> None:
    """Unrelated suspects add up: their sets, and their quantities bucket by bucket."""
    world = fixed_units(world)
    lots = known_lots(world)
    traces = {lot: ask(world, {"what": "trace", "lots": [lot]}) for lot in lots}
    pairs = [
        (one, two)
        for one in lots
        for two in lots
        if one < two and two not in traces[one]["plain_forward"] + traces[one]["plain_backward"]
    ]
    spread(world).shuffle(pairs)
    for pair in pairs[:6]:
        single = [ask(world, {"what": "blast", "lots": [lot]}) for lot in pair]
        both = ask(world, {"what": "blast", "lots": list(pair)})
        joined = ask(world, {"what": "trace", "lots": list(pair)})["forward"]
        assert set(joined) == {x for lot in pair for x in traces[lot]["forward"]}, pair
        assert set(both["accounts"]) == {x for blast in single for x in blast["accounts"]}, pair
        _adds_up(pair, single, both)


def _adds_up(pair: tuple[str, str], single: list[Any], both: Any) -> None:
    for dimension in {d for blast in [*single, both] for d in blast["fate"]}:
        tables = [blast["fate"].get(dimension, {"fate": {}}) for blast in [*single, both]]
        for bucket in {name for table in tables for name in table["fate"]}:
            one, two, sum_ = [exact(table["fate"].get(bucket)) for table in tables]
            assert abs(one + two - sum_) <= sum_ / 10**9, (pair, dimension, bucket, one, two, sum_)


def check_i23(ask: Ask, world: World) -> None:
    """A mask only takes away, and if it did, the answer says `hidden`."""
    rng = spread(world)
    ids = sorted({said["id"] for said in counting_events(world)})
    hide = rng.sample(ids, min(len(ids), rng.randint(1, 3)))
    for lot in known_lots(world):
        question = {"what": "trace", "lots": [lot]}
        open_, masked = ask(world, question), ask(world, {**question, "hide": hide})
        for key in ("forward", "backward", "plain_forward", "plain_backward"):
            assert set(masked[key]) <= set(open_[key]), (lot, key)
            if set(masked[key]) != set(open_[key]):
                assert "hidden" in masked["codes"], (lot, key, hide)
                assert not masked["complete"], (lot, key, hide)
