"""Traces over HTTP, as a program with a token sees them."""

import csv
import io
from uuid import uuid4

import pytest
from django.test import Client

from lotline.access import operations as access
from tests.plant import ACTOR, Plant, accepted

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(db: None) -> Plant:
    plant = Plant.build()
    plant.receive_from("A", "SUP-1")
    accepted(plant.make({"A": 60}, {"Y": 60}))
    accepted(plant.pack("U1", {"Y": 20}))
    accepted(plant.ship({"U1": None}))
    return plant


@pytest.fixture
def program(db: None) -> Client:
    """Make a program that acts for a quality manager who reads English."""
    roles = ["quality_manager"]
    access.create_user(ACTOR, username="qm", roles=roles, password="Correct-horse-9", language="en")
    issued = access.create_token(ACTOR, username="qm", role=roles[0])
    return Client(headers={"Authorization": f"Bearer {issued.secret}"})


def test_a_trace_says_what_went_in_and_who_got_it(plant: Plant, program: Client) -> None:
    answer = program.get(f"/api/v1/lots/{plant.id_of('Y')}/trace").json()
    assert (answer["start"]["code"], answer["direction"]) == ("Y", "both")
    assert [(lot["code"], lot["direction"], lot["distance"]) for lot in answer["lots"]] == [
        ("A", "back", 1), ("SUP-1", "back", 2),
    ]  # fmt: skip
    assert [unit["code"] for unit in answer["units"]] == ["U1"]
    assert answer["lots"][0]["quantity"] == {"value": "40", "unit": "KGM"}
    (customer,) = answer["customers"]
    assert customer["party"]["code"] == "C1"
    assert customer["quantity"] == [{"value": "20", "unit": "KGM"}]
    assert (answer["complete"], answer["exact"], answer["reasons"]) == (True, True, [])


def test_a_direction_that_is_none_is_refused(plant: Plant, program: Client) -> None:
    lot = plant.id_of("Y")
    assert program.get(f"/api/v1/lots/{lot}/trace?direction=up").status_code == 422
    assert program.get(f"/api/v1/lots/{lot}/trace?direction=back").json()["customers"] == []


def test_a_picture_comes_placed(plant: Plant, program: Client) -> None:
    answer = program.get(f"/api/v1/lots/{plant.id_of('Y')}/graph?expand=group-1,group-2").json()
    nodes = {node["id"]: node for node in answer["nodes"]}
    assert {node["type"] for node in nodes.values()} == {
        "lot", "supplier_lot", "supplier", "event", "logistic_unit", "customer",
    }  # fmt: skip
    assert nodes[answer["root"]]["lot"]["product_name"] == "半成品"
    assert all(nodes[e["source"]]["x"] < nodes[e["target"]]["x"] for e in answer["edges"])
    assert answer["totals"] == {
        "lots": 2, "units": 1, "events": 4, "suppliers": 1, "customers": 1,
    }  # fmt: skip


def test_a_table_is_downloaded(plant: Plant, program: Client) -> None:
    answer = program.get(f"/api/v1/lots/{plant.id_of('Y')}/trace/export?direction=back")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[:4] for row in rows[1:]] == [
        ["Start", "0", "Lot", "Y"], ["Back", "1", "Lot", "A"],
        ["Back", "2", "Supplier lot", "SUP-1"],
    ]  # fmt: skip


def test_what_is_not_there_is_not_found_and_strangers_are_turned_away(program: Client) -> None:
    for part in ("trace", "graph", "trace/export"):
        assert program.get(f"/api/v1/lots/{uuid4()}/{part}").status_code == 404
        assert Client().get(f"/api/v1/lots/{uuid4()}/{part}").status_code == 401
