"""What comes back from customers, and what goes back to suppliers."""

from decimal import Decimal

import pytest

from lotline.capture.records import MasterRef, Mode
from lotline.kernel.errors import Invalid
from lotline.ledger import queries as history
from lotline.lots.events import Kind, Quality, Reference, from_payload
from tests.plant import Plant, accepted, kg, made, refused, used

pytestmark = pytest.mark.django_db
C1, C2, S1 = (MasterRef(code=code) for code in ("C1", "C2", "S1"))


def order(name: str) -> dict[str, object]:
    """Name an order."""
    return {"references": (Reference("order", name),)}


def test_no_more_comes_back_than_went_to_that_customer(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 40}, "C1"))
    accepted(plant.ship({"A": 30}, "C2"))
    assert refused(plant.come_back({"A": 41}, customer=C1)) == ["stock.short"]
    accepted(plant.come_back({"A": 40}, customer=C1))
    assert refused(plant.come_back({"A": 1}, customer=C1)) == ["stock.short"]
    accepted(plant.come_back({"A": 30}))
    assert plant.left("A") == {"WH": Decimal(30), "RET": Decimal(70)}


def test_a_return_under_an_order_is_of_what_was_shipped_under_it(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 40}, "C1"))  # SO-1
    assert refused(plant.come_back({"A": 1}, customer=C1, **order("SO-2"))) == ["stock.short"]
    accepted(plant.come_back({"A": 1}, customer=C1, **order("SO-1")))
    accepted(plant.come_back({"A": None}, customer=C1))
    assert plant.left("A") == {"WH": Decimal(60), "RET": Decimal(40)}


def test_a_return_says_no_source_for_the_fold_finds_the_shipment(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 40}, "C1"))
    outcome = accepted(plant.come_back({"A": 5}, customer=C1))
    stored = history.event(outcome.event_id)
    assert stored is not None
    (line,) = from_payload(stored.payload).lines
    assert line.source is None
    assert line.disputed == 0


def test_the_same_lot_twice_in_one_return_is_not_had_twice(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 10}, "C1"))
    lines = (*used({"A": 6}), *used({"A": 6}))
    outcome = plant.send(Kind.RETURN, subjects=lines, to_place=MasterRef(code="RET"))
    assert refused(outcome) == ["stock.short"]


def test_a_return_into_a_new_lot_leaves_the_old_one_sent(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 40}, "C2"))
    outcome = plant.send(
        Kind.RETURN, inputs=used({"A": 5}), outputs=made({"N": 5}, "RAW"), customer=C2,
        place=MasterRef(code="RET"),
    )  # fmt: skip
    accepted(outcome)
    assert plant.left("A") == {"WH": Decimal(60), "TRANSIT:C2": Decimal(35)}
    assert plant.left("N") == {"RET": Decimal(5)}


def test_a_fact_of_more_than_was_sent_is_disputed_and_in_the_returns_area(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.ship({"A": 10}, "C1"))
    outcome = accepted(plant.come_back({"A": 12}, customer=C1, mode=Mode.FACT))
    assert "disputed" in outcome.warnings
    assert plant.left("A") == {"WH": Decimal(90), "RET": Decimal(12)}


def test_a_pallet_comes_back_with_all_that_is_in_it(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.pack("PALLET", {"A": 40}))
    accepted(plant.ship({"PALLET": None}))
    assert refused(plant.move({"A": 61}, "LINE")) == ["stock.short"]
    accepted(plant.come_back({"PALLET": None}, customer=C1))
    accepted(plant.unpack("PALLET"))
    assert plant.left("A") == {"WH": Decimal(100)}


def test_part_of_a_pallet_comes_back(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.pack("PALLET", {"A": 40}))
    accepted(plant.ship({"PALLET": None}))
    accepted(plant.come_back({"A": 15}, customer=C1))
    assert plant.left("A") == {"WH": Decimal(60), "PALLET": Decimal(25), "RET": Decimal(15)}


def test_what_failed_goes_back_to_its_supplier(plant: Plant) -> None:
    plant.receive_from("A", "SL-1")
    plant.inspect("A", Quality.NONCONFORMING)
    assert refused(plant.send(Kind.RETURN, subjects=used({"A": 101}), supplier=S1)) == [
        "stock.short"
    ]
    accepted(plant.send(Kind.RETURN, subjects=used({"A": 60}), supplier=S1))
    assert plant.left("A") == {"WH": Decimal(40)}


def test_a_return_is_from_a_customer_or_to_a_supplier(plant: Plant) -> None:
    plant.receive("A")
    for parts in (
        {"subjects": used({"A": 1}), "customer": C1, "supplier": S1},
        {"subjects": used({"A": 1}), "inputs": used({"A": 1})},
        {"inputs": used({"A": 1})},
        {},
    ):
        with pytest.raises(Invalid, match="request.invalid"):
            plant.send(Kind.RETURN, **parts)
