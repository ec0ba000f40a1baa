"""What makes records rough: things lost, left out, mistaken, uncertain, or timed alike.

Some corners that GENEALOGY.md leaves open are not made here, so that two programs that follow
the page can be compared: nothing of a unit's journey is lost or timed alike (only packing is
lost), tanks have no intervals, and a place is left out only for lots that were never packed.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from .recording import Said, clock, clock_text

TANK = {"fill", "draw", "clean"}


def lines(said: Said) -> Iterator[Said]:
    """Give every line of an event, itself included if it names a lot."""
    if said.get("lot"):
        yield said
    for name in ("inputs", "outputs", "children"):
        yield from said.get(name, ())


def packed_lots(diary: list[Said]) -> set[str]:
    """Give the lots that were ever in a unit."""
    return {
        child["lot"]
        for said in diary
        if said["kind"] == "pack"
        for child in said["children"]
        if child.get("lot")
    }


def lose(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Lose some records for good."""
    return [e for e in diary if rng.random() > 0.12 or ("sscc" in e and e["kind"] != "pack")]


def leave_out_places(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Leave out where something was taken from."""
    packed = packed_lots(diary)
    for said in diary:
        if said["kind"] in {"receive", "draw", "adjust"} or said.get("customer"):
            continue
        sources = [said] if said.get("lot") else said.get("inputs", ())
        for line in sources:
            if line.get("lot") not in packed and rng.random() < 0.4:
                line.pop("place", None)
    return diary


def leave_out_quantities(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Leave out a quantity."""
    for said in diary:
        for line in lines(said):
            if line.get("quantity") and rng.random() < 0.08:
                line["quantity"] = None
    return diary


def mistake_units(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Write an input line in a unit of another dimension; never a lot's first line."""
    seen: set[str] = set()
    for said in diary:
        for line in lines(said):
            is_input = said["kind"] not in {"receive", "draw", "adjust"}
            is_input = is_input and line not in said.get("outputs", ())
            if is_input and line.get("lot") in seen and rng.random() < 0.08:
                line["unit"] = "H87" if line["unit"] not in {"H87", "C62"} else "KGM"
        seen |= {line["lot"] for line in lines(said) if line.get("lot")}
    return diary


def doubt_lines(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Mark lines as possible or estimated."""
    for said in diary:
        if said["kind"] in {"fill", "draw"} and rng.random() < 0.15:
            said["certainty"] = "possible"
        for line in [*said.get("inputs", ()), *said.get("outputs", ())]:
            if line.get("lot") and rng.random() < 0.1:
                line["certainty"] = rng.choice(["possible", "estimated"])
    return diary


def blur_times(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Give events an interval instead of a time."""
    for said in diary:
        if said["kind"] not in TANK and "tank" not in said and rng.random() < 0.2:
            until = clock(said["time"]) + timedelta(minutes=rng.choice([10, 60, 240]))
            said["until"] = clock_text(until)
    return diary


def tie_times(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Round all times down, so that many are equal; not where logistic units are."""
    if any("sscc" in said for said in diary):
        return diary
    minutes = rng.choice([30, 60, 180])
    for said in diary:
        time = clock(said["time"])
        minute = (time.hour * 60 + time.minute) % minutes
        said["time"] = clock_text(time - timedelta(minutes=minute))
    return diary


def forget_weights(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Leave out how co-products share, and why a book was adjusted."""
    for said in diary:
        if said["kind"] == "adjust" and rng.random() < 0.5:
            said.pop("reason", None)
        if rng.random() < 0.5:
            for line in said.get("outputs", ()):
                line.pop("weight", None)
    return diary


def forget_waybills(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Leave out with which shipment returned lots had left."""
    for said in diary:
        if said["kind"] == "return" and said.get("lot") and rng.random() < 0.8:
            said.pop("waybill", None)
            if rng.random() < 0.7:
                said.pop("order", None)
    return diary


def misread_clocks(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Shift some events by hours; units and tanks keep their times."""
    for said in diary:
        if "sscc" not in said and "tank" not in said and rng.random() < 0.1:
            shift = timedelta(minutes=rng.randint(-300, 300), seconds=rng.randint(1, 59))
            said["time"] = clock_text(clock(said["time"]) + shift)
    return diary


def pack_too_late(rng: random.Random, diary: list[Said]) -> list[Said]:
    """Record a packing only after the unit had left for good."""
    returned = {said["sscc"] for said in diary if said["kind"] == "return" and "sscc" in said}
    for said in diary:
        gone = {e["sscc"]: e["time"] for e in diary if e["kind"] == "ship" and "sscc" in e}
        sscc = said.get("sscc")
        lots_only = all(child.get("lot") for child in said.get("children", ()))
        leaves = lots_only and sscc in gone and sscc not in returned
        if said["kind"] == "pack" and leaves and rng.random() < 0.8:
            said.pop("place", None)
            late = clock(gone[sscc]) + timedelta(seconds=rng.randint(1, 50))
            said["time"] = clock_text(late)
    return diary


ROUGH: Mapping[str, Callable[[random.Random, list[Said]], list[Said]]] = {
    "lost": lose,
    "no_place": leave_out_places,
    "no_quantity": leave_out_quantities,
    "wrong_unit": mistake_units,
    "possible": doubt_lines,
    "interval": blur_times,
    "tied": tie_times,
    "assumed": forget_weights,
    "no_waybill": forget_waybills,
    "clock": misread_clocks,
    "packed_late": pack_too_late,
}


def forget_models(rng: random.Random, tanks: dict[str, Any]) -> dict[str, Any]:
    """Leave out how a tank mixes."""
    return {code: {} if rng.random() < 0.5 else tank for code, tank in tanks.items()}
