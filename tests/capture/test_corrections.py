"""An event that is wrong is declared in error, and what happened takes its place."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import (
    CaptureRequest,
    Corrected,
    LineRequest,
    MasterRef,
    NewObject,
    ObjectRef,
    SupplierLotRef,
)
from lotline.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from lotline.kernel.ids import uuid7
from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import Kind, Role, TraceEvent, from_payload
from lotline.quality import operations as quality
from tests.plant import ACTOR, Plant, accepted, kg, used

pytestmark = pytest.mark.django_db
LINE = MasterRef(code="LINE")


def correct(
    plant: Plant, event: UUID, instead: CaptureRequest | None = None, **parts: object
) -> Corrected:
    """Correct an event with what the test does not care about filled in."""
    told: dict[str, object] = {
        "client_id": str(uuid7()), "reason": "incorrect_data", "note": "typed wrong", **parts,
    }  # fmt: skip
    return door.correct(ACTOR, event, replacement=instead, clock=plant.clock, **told)  # type: ignore[arg-type]


def told(event_id: UUID) -> TraceEvent:
    """Give an event as the ledger has it."""
    stored = history.event(event_id)
    assert stored is not None
    return from_payload(stored.payload)


def test_what_never_happened_leaves_no_trace_in_the_stock(plant: Plant) -> None:
    plant.receive("A", kg(100))
    used_up = accepted(plant.make({"A": 60}, {"Y": 50}))
    outcome = correct(plant, used_up.event_id, reason="did_not_occur")
    assert outcome.replacement is None
    assert plant.left("A") == {"WH": Decimal(100)}
    assert plant.left("Y") == {}


def test_the_declaration_names_each_object_once_and_moves_nothing(plant: Plant) -> None:
    lot = plant.receive("A", kg(100))
    wrong = accepted(plant.move({"A": 60}, "LINE"))
    outcome = correct(plant, wrong.event_id, note="the wrong shelf")
    event = told(outcome.correction.event_id)
    assert (event.kind, event.corrects, event.note) == (
        Kind.CORRECT, wrong.event_id, "the wrong shelf",
    )  # fmt: skip
    assert [(line.role, line.object, line.quantity) for line in event.lines] == [
        (Role.SUBJECT, lot, None)
    ]
    told_of = [row.id for row in lots.lot_events(ACTOR, lot).items]
    assert outcome.correction.event_id in told_of
    assert wrong.event_id in told_of


def test_what_really_happened_takes_its_place(plant: Plant) -> None:
    plant.receive("A", kg(100))
    wrong = accepted(plant.make({"A": 60}, {"Y": 50}))
    instead = plant.request(
        Kind.TRANSFORM, inputs=used({"A": 90}), place=LINE,
        outputs=(LineRequest(ObjectRef(id=plant.id_of("Y")), kg(80)),),
    )  # fmt: skip
    outcome = correct(plant, wrong.event_id, instead)
    assert outcome.replacement is not None
    # Without the voided 60 there are 100: nothing about 90 is disputed.
    assert outcome.replacement.warnings == ()
    event = told(outcome.replacement.event_id)
    assert (event.mode, event.replaces) == ("fact", wrong.event_id)
    assert told(outcome.correction.event_id).correctives == (outcome.replacement.event_id,)
    assert plant.left("A") == {"WH": Decimal(10)}
    assert plant.left("Y") == {"LINE": Decimal(80)}


def test_what_the_gate_would_refuse_is_a_flag_on_a_replacement(plant: Plant) -> None:
    plant.receive("A", kg(100))
    wrong = accepted(plant.move({"A": 10}, "LINE"))
    instead = plant.request(Kind.DESTROY, subjects=used({"A": 120}), reason="scrap")
    outcome = correct(plant, wrong.event_id, instead)
    assert outcome.replacement is not None
    assert {"stock.short", "disputed"} <= set(outcome.replacement.warnings)
    assert plant.left("A") == {}


def test_a_lot_received_wrongly_keeps_its_identity_and_gets_its_right_supplier(
    plant: Plant,
) -> None:
    lot = plant.receive_from("A", "SL-1")
    accepted(plant.make({"A": 10}, {"Y": 10}))
    wrong = told(lots.lot_events(ACTOR, lot).items[-1].id)
    theirs = SupplierLotRef(MasterRef(code="S1"), "SL-2")
    anew = ObjectRef(id=lot, new=NewObject(product=MasterRef(code="RAW"), supplier_lot=theirs))
    instead = plant.request(
        Kind.RECEIVE, outputs=(LineRequest(anew, kg(100)),), place=MasterRef(code="WH"),
        event_time=wrong.event_time,
    )  # fmt: skip
    outcome = correct(plant, wrong.event_id, instead)
    assert outcome.replacement is not None
    event = told(outcome.replacement.event_id)
    (supplier_lot,) = lots.resolve(["SL-2"])["SL-2"]
    out = next(line for line in event.lines if line.role is Role.OUTPUT)
    assert out.birth is not None
    assert (out.object, out.birth.code, out.birth.supplier_lot) == (lot, "A", supplier_lot)
    assert plant.left("A") == {"WH": Decimal(90)}
    assert lots.states([lot])[lot].supplier_lot == supplier_lot


def test_a_replacement_named_by_id_brings_the_lot_into_being_again(plant: Plant) -> None:
    lot = plant.receive_from("A", "SL-1", 100)
    wrong = lots.lot_events(ACTOR, lot).items[-1].id
    by_id = LineRequest(ObjectRef(id=lot), kg(80))
    instead = plant.request(Kind.RECEIVE, outputs=(by_id,), place=MasterRef(code="WH"))
    outcome = correct(plant, wrong, instead)
    assert outcome.replacement is not None
    event = told(outcome.replacement.event_id)
    assert [line.birth is not None for line in event.lines] == [True, True]
    assert plant.left("A") == {"WH": Decimal(80)}


def test_only_what_the_event_made_is_made_anew(plant: Plant) -> None:
    plant.receive("A")
    other = plant.receive("B")
    wrong = accepted(plant.move({"A": 10}, "LINE"))
    anew = ObjectRef(id=other, new=NewObject(product=MasterRef(code="RAW")))
    instead = plant.request(
        Kind.RECEIVE, outputs=(LineRequest(anew, kg(1)),), place=MasterRef(code="WH")
    )
    with pytest.raises(Invalid) as found:
        correct(plant, wrong.event_id, instead)
    assert [v.pointer for v in found.value.violations] == ["/replacement/outputs/0/lot"]
    assert lots.corrections_of([wrong.event_id]) == {}


def test_a_corrective_event_can_be_corrected_in_its_turn(plant: Plant) -> None:
    plant.receive("A", kg(100))
    first = accepted(plant.move({"A": 10}, "LINE"))
    again = plant.request(Kind.MOVE, subjects=used({"A": 20}), to_place=LINE)
    second = correct(plant, first.event_id, again)
    assert second.replacement is not None
    third = plant.request(Kind.MOVE, subjects=used({"A": 30}), to_place=LINE)
    correct(plant, second.replacement.event_id, replace(third, client_id=str(uuid7())))
    assert plant.left("A") == {"WH": Decimal(70), "LINE": Decimal(30)}


def test_a_fill_that_was_wrong_is_corrected_with_its_tank(plant: Plant) -> None:
    plant.machine("T1")
    plant.receive("A", kg(100))
    wrong = accepted(plant.fill("T1", {"A": 60}))
    accepted(plant.draw("T1", {"Y": 10}))
    tank = MasterRef(code="T1")
    instead = plant.request(Kind.FILL, tank=tank, inputs=used({"A": 20}))
    outcome = correct(plant, wrong.event_id, instead)
    assert told(outcome.correction.event_id).tank == told(wrong.event_id).tank
    assert plant.left("A")["WH"] == Decimal(80)
    assert accepted(plant.draw("T1", {"Z": 10})).warnings == ()


def test_what_cannot_be_corrected_says_why(plant: Plant) -> None:
    lot = plant.receive("A")
    moved = accepted(plant.move({"A": 10}, "LINE")).event_id
    held = quality.hold_lots(ACTOR, lots_held=[lot], reason="x", client_id="hold-0001")
    declared = correct(plant, moved)
    with pytest.raises(NotFound, match="event.not_found"):
        correct(plant, uuid7())
    with pytest.raises(Conflict, match="event.not_correctable"):
        correct(plant, held.event_id)
    with pytest.raises(Conflict, match="event.not_correctable"):
        correct(plant, declared.correction.event_id)
    with pytest.raises(Conflict, match="event.already_corrected"):
        correct(plant, moved)
    with pytest.raises(Invalid):
        correct(plant, moved, reason="because")
    with pytest.raises(Invalid):
        correct(plant, moved, note="  ")


def test_who_may_not_correct_does_not(plant: Plant) -> None:
    operator = Actor(None, "operator", frozenset({"capture.write", "events.read"}))
    with pytest.raises(Forbidden):
        door.correct(operator, uuid7(), client_id="key-00001", reason="other", note="x")


def test_the_same_correction_twice_is_one(plant: Plant) -> None:
    plant.receive("A", kg(100))
    wrong = accepted(plant.move({"A": 10}, "LINE")).event_id
    instead = plant.request(Kind.MOVE, subjects=used({"A": 20}), to_place=LINE)
    first = correct(plant, wrong, instead, client_id="correct-1")
    before = history.count_events()
    again = correct(plant, wrong, instead, client_id="correct-1")
    assert again.correction.replayed
    assert again.replacement is not None
    assert again.replacement.replayed
    assert first.replacement is not None
    assert (again.correction.event_id, again.replacement.event_id) == (
        first.correction.event_id, first.replacement.event_id,
    )  # fmt: skip
    assert history.count_events() == before
    with pytest.raises(Conflict, match="ledger.key_reused"):
        correct(plant, wrong, None, client_id="correct-1")


def test_a_replacement_that_cannot_be_read_leaves_nothing_behind(plant: Plant) -> None:
    plant.receive("A", kg(100))
    wrong = accepted(plant.move({"A": 10}, "LINE")).event_id
    before = history.count_events()
    broken = plant.request(Kind.PACK, subjects=used({"A": 1}))
    with pytest.raises(Invalid):
        correct(plant, wrong, broken)
    assert history.count_events() == before
