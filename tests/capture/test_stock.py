"""Counting, adjusting, sampling, destroying: what the record says is there, and what is."""

from decimal import Decimal

import pytest

from lotline.capture.records import Mode
from lotline.kernel.errors import Invalid
from lotline.lots.events import Kind, Quality
from tests.plant import Plant, accepted, kg, refused, used

pytestmark = pytest.mark.django_db


def test_a_count_says_what_is_there_whatever_the_book_said(plant: Plant) -> None:
    plant.receive("A", kg(100))
    accepted(plant.about(Kind.COUNT, {"A": 95}, "WH"))
    assert plant.left("A") == {"WH": Decimal(95)}
    accepted(plant.about(Kind.COUNT, {"A": 97}, "WH", reason="recounted"))
    assert plant.left("A") == {"WH": Decimal(97)}
    accepted(plant.about(Kind.COUNT, {"A": 0}, "WH"))
    assert plant.left("A") == {}


def test_a_count_is_about_one_place(plant: Plant) -> None:
    plant.receive("A", kg(100))
    plant.move({"A": 40}, "LINE")
    accepted(plant.about(Kind.COUNT, {"A": 35}, "LINE"))
    assert plant.left("A") == {"WH": Decimal(60), "LINE": Decimal(35)}
    assert refused(plant.about(Kind.COUNT, {"A": 35})) == ["count.nowhere"]


def test_a_count_without_a_place_is_of_the_only_place_there_is(plant: Plant) -> None:
    plant.receive("A", kg(100))
    outcome = accepted(plant.about(Kind.COUNT, {"A": 90}))
    assert outcome.warnings == ()
    assert plant.left("A") == {"WH": Decimal(90)}


def test_an_adjustment_adds_or_takes_and_never_more_than_there_is(plant: Plant) -> None:
    plant.receive("A", kg(10))
    accepted(plant.about(Kind.ADJUST, {"A": -4}, "WH", reason="spillage"))
    accepted(plant.about(Kind.ADJUST, {"A": 1}, reason="found"))
    assert plant.left("A") == {"WH": Decimal(7)}
    outcome = plant.about(Kind.ADJUST, {"A": -8}, "WH", reason="spillage")
    assert refused(outcome) == ["stock.short"]
    accepted(plant.about(Kind.ADJUST, {"A": -8}, "WH", reason="spillage", mode=Mode.FACT))
    assert plant.left("A") == {}


@pytest.mark.parametrize(
    ("kind", "quantity", "reason", "pointer", "code"),
    [
        (Kind.ADJUST, 0, "found", "/subjects/0/quantity/value", "number.zero"),
        (Kind.ADJUST, 1, None, "/reason", "field.required"),
        (Kind.DESTROY, 1, None, "/reason", "field.required"),
        (Kind.DESTROY, 0, "scrap", "/subjects/0/quantity/value", "number.not_positive"),
        (Kind.COUNT, -1, None, "/subjects/0/quantity/value", "number.not_positive"),
    ],
)
def test_what_cannot_be_meant_is_malformed(
    plant: Plant, kind: Kind, quantity: int, reason: str | None, pointer: str, code: str
) -> None:
    plant.receive("A", kg(10))
    with pytest.raises(Invalid) as found:
        plant.about(kind, {"A": quantity}, "WH", reason=reason)
    assert [(v.pointer, v.code) for v in found.value.violations] == [(pointer, code)]


def test_what_is_destroyed_or_sampled_is_gone_even_under_a_verdict(plant: Plant) -> None:
    plant.receive("A", kg(10))
    plant.inspect("A", Quality.NONCONFORMING)
    accepted(plant.about(Kind.SAMPLE, {"A": 1}, reason="sample"))
    accepted(plant.about(Kind.DESTROY, {"A": 6}, reason="scrap"))
    assert plant.left("A") == {"WH": Decimal(3)}
    assert refused(plant.about(Kind.DESTROY, {"A": 4}, reason="scrap")) == ["stock.short"]
    assert refused(plant.about(Kind.DESTROY, {"A": None}, reason="scrap")) == ["quantity.missing"]


def test_a_command_takes_at_its_place_and_a_fact_looks_where_the_lot_is(plant: Plant) -> None:
    plant.receive("A", kg(10))
    assert refused(plant.about(Kind.DESTROY, {"A": 4}, "LINE", reason="x")) == ["stock.short"]
    accepted(plant.about(Kind.DESTROY, {"A": 4}, "LINE", reason="x", mode=Mode.FACT))
    assert plant.left("A") == {"WH": Decimal(6)}


def test_destroying_a_pallet_destroys_what_is_in_it(plant: Plant) -> None:
    plant.receive("A", kg(60))
    accepted(plant.pack("CASE", {"A": 20}))
    accepted(plant.pack("PALLET", {"CASE": None}))
    accepted(plant.about(Kind.DESTROY, {"PALLET": None}, reason="fell from the truck"))
    assert plant.left("A") == {"WH": Decimal(40)}


def test_a_retained_sample_is_a_split(plant: Plant) -> None:
    plant.receive("A", kg(10))
    accepted(plant.make({"A": 1}, {"A-RETAINED": 1}, kind=Kind.SPLIT, product="RAW"))
    assert plant.left("A") == {"WH": Decimal(9)}
    assert plant.left("A-RETAINED") == {"LINE": Decimal(1)}


def test_the_same_lot_twice_in_one_event_is_taken_once(plant: Plant) -> None:
    plant.receive("A", kg(10))
    lines = (*used({"A": 6}), *used({"A": 6}))
    assert refused(plant.send(Kind.DESTROY, subjects=lines, reason="x")) == ["stock.short"]
    outcome = accepted(plant.send(Kind.DESTROY, subjects=lines, reason="x", mode=Mode.FACT))
    assert "disputed" in outcome.warnings
    assert plant.left("A") == {}
