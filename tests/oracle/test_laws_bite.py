"""Each law catches a program that breaks it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from .agreement import Question, World, known_lots
from .answering import answer
from .factory import build
from .invariants import check
from .silos import build_silo

Fault = Callable[[World, Question, Any], None]


def forget_last_origin(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace":
        given["backward"] = given["backward"][:-1]


def forget_last_reached(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace":
        given["forward"] = given["forward"][:-1]


def claim_everything(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace":
        given["backward"] = [lot for lot in known_lots(world) if lot not in question["lots"]]


def ignore_since(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace" and question.get("since"):
        fresh = answer(world, {"what": "trace", "lots": question["lots"]})
        given["forward"] = [*fresh["forward"], "Z"]


def lose_a_line(world: World, question: Question, given: Any) -> None:
    if question["what"] == "blast":
        for account in given["accounts"].values():
            account["out"].pop("in_stock", None)


def lose_an_end(world: World, question: Question, given: Any) -> None:
    if question["what"] == "blast":
        for table in given["fate"].values():
            table["fate"].pop("in_stock", None)


def affect_nothing(world: World, question: Question, given: Any) -> None:
    if question["what"] == "blast":
        for account in given["accounts"].values():
            for rows in account["out"].values():
                for row in rows.values():
                    row["affected"] = "0"


def affect_too_much(world: World, question: Question, given: Any) -> None:
    if question["what"] == "blast":
        for account in given["accounts"].values():
            for rows in account["out"].values():
                for row in rows.values():
                    row["affected"] = "100000"


def share_twice(world: World, question: Question, given: Any) -> None:
    if question["what"] == "shares":
        for row in [*given["forward"].values(), *given["backward"].values()]:
            row["share"] = "1.01"


def double_edges(world: World, question: Question, given: Any) -> None:
    if question["what"] == "edges":
        given += given


def double_balances(world: World, question: Question, given: Any) -> None:
    if question["what"] == "balances":
        for rows in given.values():
            for key in rows:
                rows[key] = "12345"


def always_doubt(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace":
        given["exact"] = False


def count_messages(world: World, question: Question, given: Any) -> None:
    if question["what"] == "balances":
        given["messages"] = {"WH": str(len(world["events"]))}


def depend_on_arrival(world: World, question: Question, given: Any) -> None:
    if question["what"] == "balances":
        given["first"] = {"WH": "1" + "".join(c for c in world["events"][0]["id"] if c.isdigit())}


def depend_on_units(world: World, question: Question, given: Any) -> None:
    if question["what"] == "balances":
        given["grams"] = {"WH": str(1 + str(world["events"]).count("GRM"))}


def depend_on_moves(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace" and any(said["kind"] == "move" for said in world["events"]):
        given["forward"] = [*given["forward"], "Z"]


def hide_silently(world: World, question: Question, given: Any) -> None:
    if question.get("hide") and question["what"] == "trace":
        given["forward"], given["codes"] = [], []


def count_pairs_twice(world: World, question: Question, given: Any) -> None:
    if question["what"] == "blast" and len(question["lots"]) > 1:
        for table in given["fate"].values():
            table["fate"] = {name: value + "1" for name, value in table["fate"].items()}


def missing_equal_times(world: World, question: Question, given: Any) -> None:
    if question["what"] == "trace":
        given["backward"] = []


@pytest.mark.parametrize(
    ("law", "fault"),
    [
        ("I01", lose_a_line),
        ("I02", affect_too_much),
        ("I03", lose_an_end),
        ("I04", forget_last_reached),
        ("I05", forget_last_origin),
        ("I06", share_twice),
        ("I07", forget_last_reached),
        ("I08", affect_nothing),
        ("I09", ignore_since),
        ("I10", double_balances),
        ("I11", claim_everything),
        ("I12", share_twice),
        ("I13", always_doubt),
        ("I15", count_messages),
        ("I16", depend_on_arrival),
        ("I17", count_messages),
        ("I18", count_messages),
        ("I19", count_messages),
        ("I20", depend_on_moves),
        ("I21", depend_on_units),
        ("I22", count_pairs_twice),
        ("I23", hide_silently),
    ],
)
def test_each_law_catches_a_program_that_breaks_it(law: str, fault: Fault) -> None:
    with pytest.raises(AssertionError, match=f"{law} is broken"):
        for seed in range(6):
            check(faulty(fault), build(seed, 18, "roads", 0.6), (law,))


def test_the_law_of_tanks_catches_a_wrong_part() -> None:
    with pytest.raises(AssertionError, match="I14 is broken"):
        check(faulty(double_edges), build_silo(1), ("I14",))


def test_the_law_of_equal_times_catches_a_missing_ancestor() -> None:
    with pytest.raises(AssertionError, match="I24 is broken"):
        check(faulty(missing_equal_times), build(1, 20, "making", 0.5, ("tied",)), ("I24",))


def faulty(fault: Fault) -> Callable[[World, Question], Any]:
    """Give a program that is right but for one fault."""

    def ask(world: World, question: Question) -> Any:
        given = copy.deepcopy(answer(world, question))
        if given != {"error": "not_found"}:
            fault(world, question, given)
        return given

    return ask
