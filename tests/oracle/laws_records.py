"""Invariants of records: repeats, order of arrival, corrections and cuts change what they may."""

import copy
from typing import Any

from .agreement import Ask, Question, World, counting_events
from .comparing import has_ties, last_record, same, spread, with_events

FLAGS = {"complete", "exact"}
SMALL = {"KGM": ("GRM", 1000), "LTR": ("MLT", 1000)}
BASE = {"mass": "KGM", "volume": "LTR", "count": "H87", "length": "MTR", "area": "MTK"}


def check_i15(ask: Ask, world: World) -> None:
    """A repeated message changes nothing."""
    rng, events = spread(world), world["events"]
    again = [{**said, "recorded": last_record(world)} for said in events if rng.random() < 0.4]
    same(ask, world, with_events(world, events + again))


def check_i16(ask: Ask, world: World) -> None:
    """With distinct times the order of arrival is irrelevant (but for what is called late)."""
    if has_ties(world):
        return
    other = copy.deepcopy(world)
    spread(world).shuffle(other["events"])
    same(ask, world, other, codes=frozenset({"late"}))


def check_i17(ask: Ask, world: World) -> None:
    """Voided is as if never recorded (but for `voided_uncorrected`); with distinct times."""
    if has_ties(world):
        return
    kept = {said["id"] for said in counting_events(world)}
    events = [said for said in world["events"] if said["id"] in kept]
    reasons = frozenset({"voided_uncorrected", "late"})
    same(
        ask,
        world,
        with_events(world, events),
        codes=reasons,
        keys=frozenset({"unknown_declarations"}),
    )


def check_i18(ask: Ask, world: World) -> None:
    """An event corrected by a copy of itself changes nothing (but its id, and what is late)."""
    rng, at = spread(world), last_record(world)
    chosen = [said for said in counting_events(world) if rng.random() < 0.3]
    news: list[dict[str, Any]] = []
    for number, said in enumerate(chosen):
        copy_id = f"{said['id']}-again"
        news.append(
            {"id": f"d{number}", "kind": "correct", "time": at, "recorded": at}
            | {"declares": said["id"], "corrective": [copy_id]}
        )
        news.append({**said, "id": copy_id, "recorded": at})
    rng.shuffle(news)
    renamed = {said["id"] for said in chosen}
    other = with_events(world, world["events"] + news)
    _same_but_ids(ask, world, other, renamed)


def _same_but_ids(ask: Ask, one: World, two: World, renamed: set[str]) -> None:
    def asking(world: World, question: Question) -> Any:
        given = ask(world, question)
        if world is two and question["what"] == "findings":
            given = copy.deepcopy(given)
            for rows in given.values():
                for row in rows:
                    row[0] = row[0].removesuffix("-again")
        return given

    keys = frozenset({"unknown_declarations"})
    same(asking, one, two, codes=frozenset({"late"}), keys=keys)


def check_i19(ask: Ask, world: World) -> None:
    """As recorded at R is the ledger cut at R; as happened at T is the events until T.

    A correction dated after T is known all the same, so `voided_uncorrected` may differ there.
    """
    recorded = sorted(said.get("recorded") or said["time"] for said in world["events"])
    cut = recorded[len(recorded) // 2]
    events = [e for e in world["events"] if (e.get("recorded") or e["time"]) <= cut]
    small = with_events(world, events)
    same(ask, world, small, frozenset({"recorded_later"}), asked={"recorded": cut})
    counting = sorted(said["time"] for said in counting_events(world))
    until = counting[len(counting) // 2]
    later = {said["id"] for said in counting_events(world) if said["time"] > until}
    events = [said for said in world["events"] if said["id"] not in later]
    same(
        ask,
        world,
        with_events(world, events),
        frozenset({"voided_uncorrected", "late"}),
        frozenset({"unknown_declarations"}),
        asked={"happened": until},
    )
