"""The masters over HTTP, as a program with a token sees them."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from lotline.access import operations as access
from lotline.access.records import Actor

pytestmark = pytest.mark.django_db

MILK = {"code": "RM-MILK", "name": "生牛乳", "kind": "raw", "stock_unit": "KGM"}


class Program:
    """A program that speaks JSON with a bearer token."""

    def __init__(self, secret: str) -> None:
        self._client = Client(headers={"Authorization": f"Bearer {secret}"})

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, Any]:
        """Send one request and give status and answer."""
        content = body if isinstance(body, str) else json.dumps(body)
        answer = self._client.generic(
            method, f"/api/v1{path}", content, "application/json", headers=headers
        )
        return answer.status_code, json.loads(answer.content)


@pytest.fixture
def program(clerk: Actor) -> Program:
    """Make a program that acts for a quality manager."""
    access.create_user(
        clerk, username="qm", roles=["quality_manager", "auditor"], password="Correct-horse-9"
    )
    issued = access.create_token(clerk, username="qm", role="quality_manager")
    return Program(issued.secret)


def test_a_product_is_written_read_listed_and_changed(program: Program) -> None:
    status, made = program.ask("POST", "/products", MILK | {"pieces_factor": "0.1250"})
    assert (status, made["pieces_factor"], made["version"]) == (201, "0.125", 1)
    assert program.ask("GET", f"/products/{made['id']}") == (200, made)
    assert program.ask("GET", "/products?q=snr") == (200, {"items": [made], "next": None})
    status, changed = program.ask(
        "PUT", f"/products/{made['id']}", MILK | {"name": "鲜牛乳", "version": 1}
    )
    assert (status, changed["name"], changed["version"]) == (200, "鲜牛乳", 2)
    status, refused = program.ask(
        "PUT", f"/products/{made['id']}", MILK | {"version": 1}, **{"Accept-Language": "en"}
    )
    assert (status, refused["code"]) == (409, "masterdata.version_conflict")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/sites", {"code": "S", "name": "一厂"}),
        ("/locations", {"code": "L", "name": "冷库", "kind": "stock", "tank": False}),
        ("/parties", {"code": "C", "name": "永辉", "customer": True}),
        ("/equipment", {"code": "E", "name": "杀菌机", "kind": "pasteuriser"}),
        ("/orders", {"code": "O", "name": "O", "kind": "sales"}),
    ],
)
def test_every_collection_keeps_and_shows(program: Program, path: str, body: object) -> None:
    status, made = program.ask("POST", path, body)
    assert status == 201
    assert program.ask("GET", f"{path}/{made['id']}") == (200, made)
    assert made["id"] in {one["id"] for one in program.ask("GET", path)[1]["items"]}
    assert program.ask("PUT", f"{path}/{made['id']}", {**body, "version": 1})[0] == 200  # type: ignore[dict-item]


def test_a_place_stands_in_a_site_and_a_machine_in_a_place(program: Program) -> None:
    site = program.ask("POST", "/sites", {"code": "S", "name": "一厂"})[1]["id"]
    hall = {"code": "H", "name": "车间", "site": site, "kind": "process"}
    status, place = program.ask("POST", "/locations", hall)
    assert (status, place["site"], place["kind"]) == (201, site, "process")
    machine = {"code": "E", "name": "灌装机", "location": place["id"]}
    assert program.ask("POST", "/equipment", machine)[1]["location"] == place["id"]
    status, refused = program.ask("POST", "/equipment", machine | {"code": "F", "location": site})
    assert (status, refused["errors"][0]["pointer"]) == (422, "/location")


def test_characteristics_and_order_lines_carry_decimals_as_text(program: Program) -> None:
    milk = program.ask("POST", "/products", MILK)[1]["id"]
    fat = {"product": milk, "kde": "fat", "name": "脂肪", "unit": "P1", "lower": "3.10"}
    status, made = program.ask("POST", "/characteristics", fat)
    assert (status, made["lower"], made["upper"], made["code"]) == (201, "3.1", None, "RM-MILK.fat")
    assert len(program.ask("GET", f"/characteristics?product={milk}")[1]["items"]) == 1
    assert program.ask("GET", f"/characteristics?product={uuid4()}")[1]["items"] == []
    lines = [{"product": milk, "quantity": {"value": "12.50", "unit": "KGM"}}]
    order = {"code": "PO-1", "name": "PO-1", "kind": "purchase", "lines": lines}
    status, made = program.ask("POST", "/orders", order)
    assert made["lines"] == [{"product": milk, "quantity": {"value": "12.5", "unit": "KGM"}}]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"colour": "red"}, "/colour"),
        ({"kind": "drink"}, "/kind"),
        ({"active": "yes"}, "/active"),
        ({"pieces_factor": 0.5}, "/pieces_factor"),
        ({"pieces_factor": "NaN"}, "/pieces_factor"),
        ({"pieces_factor": "０.5"}, "/pieces_factor"),
        ({"pieces_factor": "1" * 40}, "/pieces_factor"),
        ({"shelf_life_days": 10**18}, "/shelf_life_days"),
        ({"gtin": "6901234567893"}, "/gtin"),
        ({"name": ["生"]}, "/name"),
    ],
)
def test_bad_input_is_told_with_its_place_and_nothing_is_written(
    program: Program, change: dict[str, object], pointer: str
) -> None:
    status, problem = program.ask("POST", "/products", MILK | change)
    assert (status, [one["pointer"] for one in problem["errors"]]) == (422, [pointer])
    assert all(one["message"] != one["code"] for one in problem["errors"])
    assert program.ask("GET", "/products")[1]["items"] == []


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"code":"a","code":"b"}', "[" * 100])
def test_a_broken_body_is_a_problem_not_a_fault(program: Program, body: str) -> None:
    assert program.ask("POST", "/products", body)[0] == 422


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "cursor=%00", "cursor=abc", "q=%00", "active=?"]
)
def test_a_broken_question_is_a_problem_not_a_fault(program: Program, query: str) -> None:
    assert program.ask("GET", f"/products?{query}")[0] == 422


def test_what_is_not_there_is_not_found(program: Program) -> None:
    assert program.ask("GET", f"/sites/{uuid4()}")[0] == 404
    assert program.ask("GET", "/sites/xyz")[0] == 422
    assert program.ask("PUT", f"/products/{uuid4()}", MILK | {"version": 1})[0] == 404


def test_an_operator_reads_masters_and_writes_none(clerk: Actor) -> None:
    access.create_user(clerk, username="op", roles=["operator"], password="Correct-horse-9")
    program = Program(access.create_token(clerk, username="op", role="operator").secret)
    assert program.ask("GET", "/products")[0] == 200
    assert program.ask("POST", "/products", MILK)[0] == 403
