"""Sentences of GENEALOGY.md that the vectors do not ask for, and choices made where it is open."""

from typing import Any

from .answering import answer

PLACES = {"WH": {"kind": "stock"}, "RET": {"kind": "returns"}}


def at(hour: int, minute: int = 0) -> str:
    return f"2026-03-01T{hour:02}:{minute:02}:00Z"


def event(id: str, kind: str, time: str, **said: Any) -> dict[str, Any]:
    return {"id": id, "kind": kind, "time": time, **said}


def line(lot: str, quantity: str | None, unit: str = "KGM", **more: Any) -> dict[str, Any]:
    return {"lot": lot, "quantity": quantity, "unit": unit, "place": "WH", **more}


def step(id: str, time: str, source: str, target: str, quantity: str = "10", **more: Any) -> Any:
    inputs, outputs = [line(source, quantity, **more)], [line(target, quantity)]
    return event(id, "transform", time, inputs=inputs, outputs=outputs)


def receive(id: str, time: str, lot: str, quantity: str = "10") -> dict[str, Any]:
    return event(id, "receive", time, **line(lot, quantity))


def world(*events: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"places": PLACES, "tanks": {}, "events": list(events), **more}


def trace(of: dict[str, Any], *lots: str, **more: Any) -> Any:
    return answer(of, {"what": "trace", "lots": list(lots), **more})


def test_a_hidden_event_ends_the_set_and_says_so() -> None:
    plant = world(
        receive("e1", at(8), "A", "30"),
        step("e2", at(9), "A", "X", "30"),
        step("e3", at(10), "X", "Y"),
        step("e4", at(11), "X", "V"),
    )
    seen = trace(plant, "A", hide=["e4"])
    assert (seen["forward"], seen["codes"], seen["complete"]) == (["X", "Y"], ["hidden"], False)


def test_what_was_recorded_later_is_said_where_it_would_have_been_found() -> None:
    plant = world(
        receive("e1", at(8), "A", "30"),
        step("e2", at(9), "A", "X", "30"),
        step("e4", at(11), "X", "V"),
        {**step("e3", at(10), "X", "Y"), "recorded": at(20)},
    )
    then = trace(plant, "A", recorded=at(12))
    assert (then["forward"], then["codes"]) == (["V", "X"], ["recorded_later"])


def test_a_declaration_may_come_before_the_event() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        event("e2", "correct", at(8), declares="e3", corrective=["e4"]),
        receive("b", at(8), "B"),
        step("e4", at(9), "B", "Y"),
        step("e3", at(9), "A", "Y"),
    )
    assert trace(plant, "Y")["backward"] == ["B"]


def test_a_declaration_about_nothing_is_a_finding() -> None:
    plant = world(event("e2", "correct", at(8), declares="e9"))
    assert answer(plant, {"what": "findings"})["unknown_declarations"] == [["e2", "e9"]]


def test_an_unknown_lot_is_not_found() -> None:
    assert trace(world(receive("e1", at(8), "A")), "Z") == {"error": "not_found"}


def test_overlapping_intervals_make_a_link_possible_not_certain() -> None:
    late = {**step("e3", at(11), "X", "Y"), "until": at(13)}
    plant = world(
        receive("e1", at(8), "A"), receive("e0", at(8), "X"), late, step("e4", at(12), "A", "X")
    )
    seen = trace(plant, "A")
    assert (seen["forward"], seen["possible_forward"]) == (["X", "Y"], ["Y"])
    assert "possible_link" in seen["codes"]
    assert seen["complete"] is True


def test_a_line_marked_possible_makes_what_depends_on_it_possible() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        step("e2", at(9), "A", "X", certainty="possible"),
        step("e3", at(10), "X", "Y"),
    )
    seen = trace(plant, "A")
    assert seen["possible_forward"] == ["X", "Y"]
    assert (seen["complete"], seen["exact"]) == (True, False)


def test_a_unit_as_an_input_means_all_that_is_inside() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        event("e2", "pack", at(9), sscc="U1", place="WH", children=[line("A", "4")]),
        event("e3", "transform", at(10), inputs=[{"sscc": "U1"}], outputs=[line("Y", "4")]),
    )
    assert answer(plant, {"what": "edges"}) == [["A", "Y", "4"]]
    assert answer(plant, {"what": "balances"})["A"] == {"WH": "6"}


def test_equal_times_at_a_tank_end_no_campaign() -> None:
    plant = world(
        receive("e1", at(7), "A"),
        receive("e2", at(7), "B"),
        event("e3", "fill", at(8), tank="T", **line("A", "10")),
        event("e4", "draw", at(9), tank="T", **line("D1", "10")),
        event("e5", "fill", at(9), tank="T", **line("B", "10")),
        event("e6", "draw", at(10), tank="T", **line("D2", "10")),
        tanks={"T": {"model": "fifo"}},
    )
    seen = trace(plant, "D2")
    assert (seen["backward"], seen["codes"]) == (["A", "B"], ["order_ambiguous"])


def test_a_return_as_a_new_lot_is_affected_by_the_moment_of_the_return() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        event("e2", "ship", at(9), **line("A", "10"), customer="C", order="O", waybill="W"),
        event("e3", "return", at(11), **line("A", "4"), customer="C", as_lot="N"),
    )
    blast = answer(plant, {"what": "blast", "lots": ["A"], "since": at(10)})
    assert blast["accounts"]["A"]["out"] == {
        "consumed": {"N": {"quantity": "4", "affected": "4", "suspect": {}}},
        "shipped": {"C/O/W": {"quantity": "6", "affected": "0", "suspect": {}}},
    }


def test_returned_goods_of_a_suspect_lot_are_suspect_again_and_counted_once() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        event("e2", "ship", at(9), **line("A", "6"), customer="C", order="O", waybill="W"),
        event("e3", "return", at(11), **line("A", "4"), customer="C"),
    )
    always = answer(plant, {"what": "blast", "lots": ["A"]})["fate"]["mass"]
    assert always == {"suspect": "10", "fate": {"in_stock": "8", "shipped": "2"}, "residual": "0"}
    since = answer(plant, {"what": "blast", "lots": ["A"], "since": at(10)})["fate"]["mass"]
    assert since == {"suspect": "8", "fate": {"in_stock": "8"}, "residual": "0"}


def test_a_reused_pallet_has_separate_stays() -> None:
    plant = world(
        receive("e1", at(8), "A"),
        event("e2", "pack", at(9), sscc="U1", place="WH", children=[line("A", "4")]),
        event("e3", "ship", at(10), sscc="U1", customer="C", order="O", waybill="W"),
        event("e4", "pack", at(11), sscc="U1", place="WH", children=[line("A", "1")]),
    )
    rows = answer(plant, {"what": "balances"})["A"]
    assert rows == {"WH": "5", "ship:C/O/W/U1": "4", "sscc:U1": "1"}
