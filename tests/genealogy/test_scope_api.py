"""The blast radius, shares and reasons over HTTP, as a program with a token sees them."""

import csv
import io
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from lotline.access import operations as access
from lotline.capture.records import ReadingRequest
from tests.plant import ACTOR, Plant, accepted

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(db: None) -> Plant:
    plant = Plant.build()
    plant.receive_from("A", "SUP-1")
    accepted(plant.make({"A": 60}, {"Y": 60}, readings=(ReadingRequest("temperature", "78.4"),)))
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


def ask(program: Client, path: str, **body: Any) -> Any:
    """Post a question and give the answer, which must be one."""
    answer = program.post(f"/api/v1/scope{path}", body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer if path == "/export" else answer.json()


def test_the_account_is_told_with_names_and_closes(plant: Plant, program: Client) -> None:
    found = ask(program, "", lots=[str(plant.id_of("SUP-1"))])
    (fate,) = found["fates"]
    assert fate["suspect"] == {"value": "100", "unit": "KGM"}
    assert fate["residual"]["value"] == "0"
    assert {account["row"]["code"] for account in found["accounts"]} == {"SUP-1", "A", "Y"}
    (reach,) = found["customers"]
    assert (reach["customer"]["code"], reach["affected"]) == (
        "C1", [{"value": "20", "unit": "KGM"}],
    )  # fmt: skip
    assert [unit["code"] for unit in found["units"]] == ["U1"]


def test_it_can_be_narrowed_by_what_was_measured(plant: Plant, program: Client) -> None:
    lots = [str(plant.id_of("A"))]
    (parameter,) = ask(program, "/facets", lots=lots)["parameters"]
    assert (parameter["kde"], parameter["lowest"], parameter["highest"]) == (
        "temperature", "78.4", "78.4",
    )  # fmt: skip
    hot = ask(program, "", lots=lots, narrow={"kde": "temperature", "above": "80"})
    assert (hot["accounts"], hot["saving"]["lots_after"]) == ([], 0)
    warm = ask(program, "", lots=lots, narrow={"kde": "temperature", "above": "70"})
    assert [account["row"]["code"] for account in warm["accounts"]] == ["Y"]


def test_the_table_has_one_row_for_each_lot_at_each_place(plant: Plant, program: Client) -> None:
    answer = ask(program, "/export", lots=[str(plant.id_of("A"))])
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {(row["Lot"], row["Where"]) for row in rows} == {
        ("A", "In stock"), ("A", "Consumed"), ("Y", "In process"), ("Y", "Shipped"),
    }  # fmt: skip


def test_shares_and_reasons_are_told(plant: Plant, program: Client) -> None:
    lot, goal = plant.id_of("Y"), plant.id_of("A")
    shares = program.get(f"/api/v1/lots/{lot}/shares").json()
    assert [(s["lot"]["code"], s["share"]) for s in shares["backward"]] == [
        ("A", "1"), ("SUP-1", "1"),
    ]  # fmt: skip
    why = program.get(f"/api/v1/lots/{lot}/trace/why?goal={goal}").json()
    assert [hop["kind"] for hop in why["hops"]] == ["transform"]


@pytest.mark.parametrize(
    "body",
    [{"lots": []}, {"lots": ["x"]}, {}, {"lots": [str(uuid4())], "since": "2026-01-01T00:00:00"},
     {"lots": [str(uuid4())], "narrow": {"kde": "t", "below": "warm"}}],
)  # fmt: skip
def test_malformed_questions_are_refused(program: Client, body: dict[str, Any]) -> None:
    answer = program.post("/api/v1/scope", body, content_type="application/json")
    assert answer.status_code == 422


def test_unknown_lots_are_not_found(program: Client) -> None:
    body = {"lots": [str(uuid4())]}
    answer = program.post("/api/v1/scope", body, content_type="application/json")
    assert answer.status_code == 404
