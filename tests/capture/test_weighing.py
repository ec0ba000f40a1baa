"""The parts of outputs in different units, told by what a piece of the product weighs."""

from decimal import Decimal

import pytest

from lotline.capture.records import LossRequest
from lotline.ledger import queries as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Kind, Measure, TraceEvent, from_payload
from tests.plant import MasterRef, Plant, accepted, kg, made, used


@pytest.fixture
def plant(db: None) -> Plant:
    plant = Plant.build()
    plant.receive("A", kg(100))
    return plant


def weights(event: TraceEvent) -> list[Decimal | None]:
    """Give the declared parts of what came out."""
    return [line.weight for line in event.lines if line.role.value in {"output", "waste"}]


def fill(plant: Plant, cups: int, trim: Measure) -> TraceEvent:
    """Fill cups of a hundred grams."""
    outcome = accepted(
        plant.send(
            Kind.TRANSFORM, inputs=used({"A": 100}), place=MasterRef(code="LINE"),
            outputs=made({"Y": cups}, "CUP"), losses=(LossRequest("trim", trim),),
        )
    )  # fmt: skip
    stored = ledger.event(outcome.event_id)
    assert stored is not None
    return from_payload(stored.payload)


def test_pieces_and_kilograms_are_divided_by_what_a_piece_weighs(plant: Plant) -> None:
    assert weights(fill(plant, 900, kg(10))) == [Decimal("0.9"), Decimal("0.1")]


def test_a_lost_piece_weighs_what_a_made_one_does(plant: Plant) -> None:
    event = fill(plant, 990, Measure(Decimal(10), "C62"))
    assert weights(event) == [None, None]


def test_what_has_one_unit_needs_no_parts(plant: Plant) -> None:
    accepted(plant.make({"A": 50}, {"M": 45}, loss=5))
    (lot,) = lots.resolve(["M"])["M"]
    assert lots.exist([lot])
