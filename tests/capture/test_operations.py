"""The door, as the people at it know it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from lotline.capture import operations as door
from lotline.capture.models import Attempt
from lotline.capture.records import (
    Accepted,
    LineRequest,
    MasterRef,
    Mode,
    NewObject,
    ObjectRef,
    Refused,
)
from lotline.kernel.errors import Conflict, Invalid
from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import Kind, ObjectKind, Quality
from lotline.quality import operations as quality
from tests.plant import ACTOR, Plant, accepted, kg, made, refused, used

pytestmark = pytest.mark.django_db


def test_what_is_used_is_gone_and_what_is_made_is_there(plant: Plant) -> None:
    plant.receive("A", kg(60))
    plant.receive("B", kg(40))
    accepted(plant.make({"A": 60, "B": 30}, {"Y": 80}, loss=10))
    assert plant.left("A") == {}
    assert plant.left("B") == {"WH": Decimal(10)}
    assert plant.left("Y") == {"LINE": Decimal(80)}


def test_nobody_takes_more_than_there_is_and_is_told_what_is_left(plant: Plant) -> None:
    plant.receive("A", kg(60))
    outcome = plant.make({"A": 61}, {"Y": 60})
    assert refused(outcome) == ["stock.short"]
    assert isinstance(outcome, Refused)
    assert outcome.refusals[0].params == {"lot": "A", "left": "60", "wanted": "61", "unit": "KGM"}
    assert plant.left("A") == {"WH": Decimal(60)}
    assert Attempt.objects.get().codes == ["stock.short"]


def test_a_quantity_is_taken_in_the_lots_own_unit(plant: Plant) -> None:
    plant.receive("A", kg("0.1", "TNE"))
    line = LineRequest(ObjectRef(scan="a"), kg(2500, "GRM"))
    accepted(plant.send(Kind.TRANSFORM, inputs=(line,), outputs=made({"Y": 2}, "MIX"),
                        place=MasterRef(code="LINE")))  # fmt: skip
    assert plant.left("A") == {"WH": Decimal("97.5")}


def test_litres_of_what_is_weighed_are_refused_but_pieces_convert_by_the_products_factor(
    plant: Plant,
) -> None:
    plant.receive("A")
    line = LineRequest(ObjectRef(scan="A"), kg(1, "LTR"))
    outcome = plant.send(Kind.MOVE, subjects=(line,), to_place=MasterRef(code="LINE"))
    assert refused(outcome) == ["unit.dimension"]
    plant.receive("F", kg(100, "C62"), product="CUP")
    line = LineRequest(ObjectRef(scan="F"), kg(1, "KGM"))
    accepted(plant.send(Kind.MOVE, subjects=(line,), to_place=MasterRef(code="LINE")))
    assert plant.left("F") == {"WH": Decimal(90), "LINE": Decimal(10)}


def test_unknown_and_ambiguous_codes_are_never_guessed(plant: Plant) -> None:
    assert refused(plant.move({"NOPE": 1}, "LINE")) == ["code.unknown"]
    plant.receive_from("A", "LOT-7")
    plant.receive("LOT-7")
    assert refused(plant.move({"lot-7": 1}, "LINE")) == ["code.ambiguous"]


def test_an_expired_lot_is_good_through_its_last_day_and_no_longer(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.make({"A": 10}, {"Y": 10}))  # MIX keeps ten days
    plant.clock.set(plant.clock.now().replace(hour=15, minute=59) + timedelta(days=10))
    accepted(plant.make({"Y": 1}, {"Z": 1}))  # 23:59 local on the last day
    plant.clock.advance(timedelta(minutes=1))
    assert refused(plant.make({"Y": 1}, {"Z2": 1})) == ["lot.expired"]


def test_a_held_lot_passes_no_door_even_inside_a_pallet(plant: Plant) -> None:
    lot = plant.receive("F", kg(100, "C62"), product="CUP")
    accepted(plant.send(
        Kind.PACK, unit=ObjectRef(new=NewObject(kind=ObjectKind.LOGISTIC_UNIT, code="CASE")),
        subjects=(LineRequest(ObjectRef(scan="F"), kg(50, "C62")),), place=MasterRef(code="WH"),
    ))  # fmt: skip
    accepted(plant.pack("PALLET", {"CASE": None}))
    hold = quality.hold_lots(ACTOR, lots_held=[lot], reason="胀包", client_id="hold-0001")
    assert refused(plant.ship({"PALLET": None})) == ["lot.on_hold"]
    assert refused(plant.move({"CASE": None}, "LINE")) == ["lot.on_hold"]
    quality.release_lots(ACTOR, hold=hold.hold_id, note="复检合格", client_id="release-1")
    accepted(plant.ship({"PALLET": None}))


def test_a_hold_on_a_suppliers_lot_reaches_every_delivery_of_it(plant: Plant) -> None:
    plant.receive_from("A1", "SL-9")
    plant.receive_from("A2", "SL-9")
    (theirs,) = lots.resolve(["SL-9"])["SL-9"]
    quality.hold_lots(ACTOR, lots_held=[theirs], reason="supplier_notice", client_id="hold-0002")
    assert refused(plant.make({"A1": 1}, {"Y1": 1})) == ["lot.on_hold"]
    assert refused(plant.make({"A2": 1}, {"Y2": 1})) == ["lot.on_hold"]


def test_a_lot_that_failed_is_stopped_until_it_passes(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.inspect("A", Quality.NONCONFORMING))
    assert refused(plant.make({"A": 1}, {"Y": 1})) == ["lot.nonconforming"]
    accepted(plant.inspect("A", Quality.CONFORMING))
    accepted(plant.make({"A": 1}, {"Y": 1}))


def test_the_same_request_twice_is_one_event_and_one_answer(plant: Plant) -> None:
    plant.receive("A")
    request = plant.request(Kind.MOVE, subjects=used({"A": 5}), to_place=MasterRef(code="LINE"))
    first = accepted(door.capture(ACTOR, request, clock=plant.clock))
    again = accepted(door.capture(ACTOR, request, clock=plant.clock))
    assert again.replayed
    assert (first.event_id, first.hash) == (again.event_id, again.hash)
    assert plant.left("A") == {"WH": Decimal(95), "LINE": Decimal(5)}


def test_one_key_for_two_different_requests_is_a_conflict(plant: Plant) -> None:
    plant.receive("A")
    plant.move({"A": 5}, "LINE", client_id="same-key-1")
    with pytest.raises(Conflict, match="ledger.key_reused"):
        plant.move({"A": 6}, "LINE", client_id="same-key-1")


def test_a_batch_is_all_or_none(plant: Plant) -> None:
    plant.receive("A", kg(10))
    before = history.count_events()
    requests = [
        plant.request(Kind.MOVE, subjects=used({"A": 6}), to_place=MasterRef(code="LINE")),
        plant.request(Kind.SHIP, subjects=used({"A": 11}), customer=MasterRef(code="C1")),
    ]  # fmt: skip
    outcomes = door.capture_batch(ACTOR, requests, clock=plant.clock)
    assert isinstance(outcomes[0], Accepted)
    assert outcomes[0].undone
    assert refused(outcomes[1]) == ["stock.short"]  # type: ignore[arg-type]
    assert history.count_events() == before
    assert Attempt.objects.count() == 1


def test_each_item_of_a_batch_sees_what_the_ones_before_it_did(plant: Plant) -> None:
    plant.receive("A", kg(10))
    requests = [
        plant.request(Kind.TRANSFORM, inputs=used({"A": q}), outputs=made({f"Y{q}": q}, "MIX"),
                      place=MasterRef(code="LINE"))
        for q in (6, 5, 4)
    ]  # fmt: skip
    outcomes = door.capture_batch(ACTOR, requests, mode=door.BatchMode.PROCEED, clock=plant.clock)
    assert [isinstance(outcome, Accepted) for outcome in outcomes] == [True, False, True]
    assert plant.left("A") == {}


def test_a_fact_is_kept_and_its_excess_is_disputed_not_negative(plant: Plant) -> None:
    plant.receive("A", kg(100))
    outcome = accepted(plant.ship({"A": 120}, mode=Mode.FACT))
    assert "disputed" in outcome.warnings
    assert sum(plant.left("A").values()) == Decimal(120)
    assert "WH" not in plant.left("A")


def test_a_moving_fact_books_only_what_was_there(plant: Plant) -> None:
    plant.receive("D", kg(10))
    accepted(plant.move({"D": 30}, "LINE", mode=Mode.FACT))
    assert plant.left("D") == {"LINE": Decimal(10)}


def test_a_blend_never_hides_in_an_existing_lot(plant: Plant) -> None:
    for code in ("A", "B", "OLD"):
        plant.receive(code, product="MIX")
    outcome = plant.send(
        Kind.MERGE, inputs=used({"A": 1, "B": 1}), place=MasterRef(code="LINE"),
        outputs=(LineRequest(ObjectRef(scan="OLD"), kg(2)),),
    )  # fmt: skip
    assert refused(outcome) == ["lot.exists"]


def test_a_code_of_ours_is_given_once(plant: Plant) -> None:
    plant.receive("A")
    new = NewObject(product=MasterRef(code="RAW"), code="a")
    outcome = plant.send(Kind.RECEIVE, outputs=(LineRequest(ObjectRef(new=new), kg(1)),),
                         place=MasterRef(code="WH"))  # fmt: skip
    assert refused(outcome) == ["code.taken"]


def test_lots_without_a_code_get_the_next_number_of_the_day(plant: Plant) -> None:
    new = NewObject(product=MasterRef(code="RAW"))
    lines = tuple(LineRequest(ObjectRef(new=new), kg(1)) for _ in range(2))
    outcome = accepted(plant.send(Kind.RECEIVE, outputs=lines, place=MasterRef(code="WH")))
    assert [lot.code for lot in outcome.lots] == ["260301-001", "260301-002"]


def test_what_a_kind_does_not_have_is_malformed_with_every_place_named(plant: Plant) -> None:
    with pytest.raises(Invalid) as found:
        plant.send(
            Kind.SHIP, inputs=used({"A": 1}), event_time=plant.clock.now() + timedelta(days=1)
        )
    said = {(v.pointer, v.code) for v in found.value.violations}
    assert said >= {
        ("/inputs", "capture.part_not_used"), ("/subjects", "field.required"),
        ("/customer", "field.required"), ("/event_time", "time.future"),
    }  # fmt: skip


def test_unpacking_without_saying_what_takes_everything_out(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.pack("U", {"A": 40}))
    accepted(plant.unpack("U", {"A": 15}))
    assert plant.left("A") == {"WH": Decimal(75), "U": Decimal(25)}
    accepted(plant.unpack("U"))
    assert plant.left("A") == {"WH": Decimal(100)}


def test_goods_come_back_from_the_customer_that_they_went_to(plant: Plant) -> None:
    plant.receive("A", kg(10))
    accepted(plant.ship({"A": 10}))
    outcome = plant.send(Kind.RETURN, subjects=used({"A": 3}), place=MasterRef(code="RET"))
    accepted(outcome)
    assert plant.left("A")["RET"] == Decimal(3)
    assert sum(plant.left("A").values()) == Decimal(10)


def test_a_pallet_that_is_used_up_gives_the_lots_inside_it(plant: Plant) -> None:
    plant.receive("A", kg(60))
    plant.receive("B", kg(40))
    accepted(plant.pack("CASE", {"A": 20, "B": 10}))
    accepted(plant.pack("PALLET", {"CASE": None}))
    accepted(plant.make({"PALLET": None}, {"Y": 30}))  # type: ignore[dict-item]
    assert plant.left("A") == {"WH": Decimal(40)}
    assert plant.left("B") == {"WH": Decimal(30)}
