"""Parts of a lot: a verdict on what lies at one place leaves the rest good."""

from decimal import Decimal

import pytest

from lotline.access.records import Actor
from lotline.capture.records import LineRequest, ObjectRef
from lotline.lots import queries as lots
from lotline.lots.events import Kind, Quality
from tests.plant import MasterRef, Plant, accepted, kg, refused, used

ACTOR = Actor.system("test")


@pytest.fixture
def plant(db: None) -> Plant:
    """A lot of which forty kilograms in the warehouse were rejected and sixty are good."""
    plant = Plant.build()
    plant.receive("A", kg(100))
    accepted(plant.inspect("A"))
    line = LineRequest(ObjectRef(scan="A"), kg(40), place=MasterRef(code="WH"))
    accepted(plant.send(Kind.INSPECT, subjects=(line,), verdict=Quality.NONCONFORMING))
    return plant


def test_the_lot_keeps_its_verdict_and_its_part_has_its_own(plant: Plant) -> None:
    lot = plant.id_of("A")
    assert lots.states([lot])[lot].quality is Quality.CONFORMING
    (row,) = lots.lot(ACTOR, lot).balances
    assert {part.quality: part.quantity.value for part in row.parts} == {
        "conforming": "60", "nonconforming": "40",
    }  # fmt: skip


def test_only_what_is_good_may_be_used(plant: Plant) -> None:
    assert refused(plant.make({"A": 61}, {"Y": 61})) == ["lot.nonconforming"]
    accepted(plant.make({"A": 60}, {"Y": 60}))
    assert refused(plant.ship({"A": 1})) == ["lot.nonconforming"]


def test_what_was_rejected_can_be_destroyed(plant: Plant) -> None:
    accepted(plant.make({"A": 60}, {"Y": 60}))
    accepted(
        plant.send(
            Kind.DESTROY, subjects=used({"A": 40}), place=MasterRef(code="WH"), reason="scrap"
        )
    )
    assert plant.left("A").get("WH", Decimal(0)) == 0
