"""Tanks: filled from lots, drawn into lots, cleared of what is left."""

from decimal import Decimal

import pytest

from lotline.capture import operations as door
from lotline.capture.records import Accepted, LineRequest, MasterRef, Mode, ObjectRef, Refused
from lotline.kernel.errors import Invalid
from lotline.lots import queries as lots
from lotline.lots.events import Kind
from lotline.masterdata import queries as masters
from lotline.masterdata.records import TankModel
from tests.plant import ACTOR, Plant, accepted, kg, made, refused, used

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(db: None) -> Plant:
    plant = Plant.build()
    plant.machine("T1", TankModel.MIXED)
    plant.receive("A", kg(100))
    plant.receive("B", kg(50))
    return plant


def standing(plant: Plant) -> Decimal | None:
    """Give what the book says is in T1."""
    return lots.tank_standing(masters.equipment_by_code(["T1"])["T1"].id)


def test_what_is_filled_in_can_be_drawn_and_no_more(plant: Plant) -> None:
    accepted(plant.fill("T1", {"A": 60, "B": 20}))
    assert plant.left("A")["WH"] == Decimal(40)
    outcome = plant.draw("T1", {"Y": 81})
    assert refused(outcome) == ["tank.short"]
    assert isinstance(outcome, Refused)
    assert outcome.refusals[0].params == {
        "tank": "T1", "left": "80", "wanted": "81", "unit": "KGM"
    }  # fmt: skip
    accepted(plant.draw("T1", {"Y": 50}))
    assert plant.left("Y") == {"LINE": Decimal(50)}
    assert standing(plant) == Decimal(30)
    accepted(plant.draw("T1", {"Z": 30}))
    assert refused(plant.draw("T1", {"Z2": 1})) == ["tank.short"]


def test_two_lots_drawn_at_once_share_what_is_there(plant: Plant) -> None:
    accepted(plant.fill("T1", {"A": 10}))
    assert refused(plant.draw("T1", {"X": 6, "Y": 6})) == ["tank.short"]
    accepted(plant.draw("T1", {"X": 6, "Y": 4}))


def test_a_fact_draws_what_the_book_does_not_have(plant: Plant) -> None:
    accepted(plant.fill("T1", {"A": 10}))
    outcome = accepted(plant.draw("T1", {"Y": 15}, mode=Mode.FACT))
    assert "tank.short" in outcome.warnings
    assert plant.left("Y") == {"LINE": Decimal(15)}


def test_a_cleared_tank_is_empty(plant: Plant) -> None:
    accepted(plant.fill("T1", {"A": 10}))
    accepted(plant.send(Kind.CLEAR, tank=MasterRef(code="T1"), reason="CIP"))
    assert refused(plant.draw("T1", {"Y": 1})) == ["tank.short"]


def test_a_tank_holds_one_dimension(plant: Plant) -> None:
    accepted(plant.fill("T1", {"A": 10}))
    plant.receive("CUPS", kg(50, "C62"), product="CUP")
    line = LineRequest(ObjectRef(scan="CUPS"), kg(5, "C62"))
    outcome = plant.send(Kind.FILL, tank=MasterRef(code="T1"), inputs=(line,))
    assert refused(outcome) == ["tank.dimension"]


def test_a_held_or_missing_lot_is_not_poured_in(plant: Plant) -> None:
    assert refused(plant.fill("T1", {"A": 101})) == ["stock.short"]
    with pytest.raises(Invalid):
        plant.send(Kind.FILL, inputs=used({"A": 1}))
    with pytest.raises(Invalid):
        plant.send(Kind.FILL, inputs=used({"A": 1}), mode=Mode.FACT)


def test_each_item_of_a_batch_sees_the_tank_as_the_one_before_left_it(plant: Plant) -> None:
    tank = MasterRef(code="T1")
    requests = [plant.request(Kind.FILL, tank=tank, inputs=used({"A": 10}))]
    requests += [
        plant.request(Kind.DRAW, tank=tank, outputs=made({f"Y{q}": q}, "MIX"),
                      place=MasterRef(code="LINE"))
        for q in (6, 5, 4)
    ]  # fmt: skip
    outcomes = door.capture_batch(ACTOR, requests, mode=door.BatchMode.PROCEED, clock=plant.clock)
    assert [isinstance(outcome, Accepted) for outcome in outcomes] == [True, True, False, True]


def test_how_a_tank_mixes_is_kept_with_it(plant: Plant) -> None:
    known = masters.equipment([plant.machine("T2", TankModel.FIFO), plant.machine("MIXER")])
    assert {machine.code: machine.tank_model for machine in known.values()} == {
        "T2": TankModel.FIFO,
        "MIXER": None,
    }
