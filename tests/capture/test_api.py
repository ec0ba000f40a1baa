"""The door over HTTP: every kind has its body, and a correction its address."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import typer
from django.test import Client
from typer.testing import CliRunner

from lotline.access import operations as access
from lotline.config.cli.correct import correct as correct_command
from lotline.kernel.ids import uuid7
from lotline.lots.events import Kind
from tests.plant import ACTOR, Plant, accepted, kg

pytestmark = pytest.mark.django_db
WHEN = "2026-03-01T16:30:00+08:00"
Post = Callable[..., tuple[int, Any]]
CAPTURED_ELSEWHERE = {Kind.HOLD, Kind.RELEASE, Kind.CORRECT}


def poster(role: str) -> Post:
    """Give a program of a role that posts JSON."""
    access.create_user(ACTOR, username=role, roles=[role], password="Correct-horse-9")
    secret = access.create_token(ACTOR, username=role, role=role).secret
    client = Client(headers={"Authorization": f"Bearer {secret}"})

    def post(path: str, **body: object) -> tuple[int, Any]:
        answer = client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json")
        return answer.status_code, json.loads(answer.content)

    return post


@pytest.fixture
def post(db: None) -> Post:
    return poster("quality_manager")


def line(lot: dict[str, Any] | str, value: str | None = None, **more: object) -> dict[str, Any]:
    """Write a line of a body."""
    named = {"scan": lot} if isinstance(lot, str) else lot
    quantity = {"quantity": {"value": value, "unit": "KGM"}} if value else {}
    return {"lot": named, **quantity, **more}


def new(code: str, product: str = "MIX") -> dict[str, Any]:
    """Write a lot that comes into being."""
    return {"new": {"product": {"code": product}, "code": code}}


LINE, WH = {"code": "LINE"}, {"code": "WH"}
UNIT = {"new": {"kind": "logistic_unit", "code": "U-9"}}
CAR = {"new": {"kind": "item", "product": {"code": "CUP"}, "code": "CAR-1"}}
BODIES: dict[str, dict[str, Any]] = {
    "receive": {"outputs": [line(new("R", "RAW"), "5")], "place": WH, "owner": {"code": "C1"}},
    "transform": {
        "inputs": [line("A", "2", role="rework", certainty="possible")], "place": LINE,
        "outputs": [line(new("T1"), "1", weight="0.25"), line(new("T2"), "1", weight=0.75)],
    },
    "split": {"inputs": [line("A", "2")], "outputs": [line(new("S"), "2")], "place": LINE},
    "merge": {"inputs": [line("A", "2")], "outputs": [line(new("M"), "2")], "place": LINE},
    "rework": {"inputs": [line("A", "2")], "outputs": [line("B", "2")], "place": LINE},
    "process": {"subjects": [line("A")], "run": "R-1"},
    "inspect": {"subjects": [line("A", "5", place=WH)], "verdict": "conforming"},
    "pack": {"unit": UNIT, "subjects": [line("A", "2")], "place": WH},
    "unpack": {"unit": {"scan": "BOX"}, "to_place": WH},
    "move": {"subjects": [line("A", "2", quality="pending")], "to_place": LINE},
    "ship": {"subjects": [line("A", "2")], "customer": {"code": "C1"}},
    "return": {
        "subjects": [line("B", "1")], "customer": {"code": "C1"}, "to_place": {"code": "RET"}
    },
    "destroy": {"subjects": [line("A", "2")], "reason": "scrap"},
    "sample": {"subjects": [line("A", "2")]},
    "count": {"subjects": [line("A", "0")], "place": WH},
    "adjust": {"subjects": [line("A", "-2")], "reason": "spillage"},
    "assemble": {"unit": CAR, "subjects": [line("A", "2")], "place": LINE},
    "disassemble": {"unit": {"scan": "BOX"}, "to_place": WH},
    "mount": {"subjects": [line("A")], "equipment": [{"code": "T1"}]},
    "unmount": {"subjects": [line("A")], "equipment": [{"code": "T1"}]},
    "fill": {"tank": {"code": "T1"}, "inputs": [line("A", "2")]},
    "draw": {"tank": {"code": "T1"}, "outputs": [line(new("D"), "2")], "to_place": LINE},
    "clear": {"tank": {"code": "T1"}, "reason": "CIP"},
}  # fmt: skip


@pytest.fixture
def furnished(plant: Plant) -> Plant:
    """A plant in which every one of the bodies can happen."""
    plant.machine("T1")
    plant.receive("A", kg(100))
    plant.receive("B", kg(100))
    accepted(plant.pack("BOX", {"B": 10}))
    accepted(plant.ship({"B": 10}))
    accepted(plant.fill("T1", {"B": 20}))
    return plant


def test_every_kind_that_is_captured_has_a_body() -> None:
    assert set(BODIES) == {kind.value for kind in set(Kind) - CAPTURED_ELSEWHERE}


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_every_kind_comes_in_over_http(furnished: Plant, post: Post, kind: str) -> None:
    body = {"client_id": str(uuid7()), "kind": kind, "event_time": WHEN, **BODIES[kind]}
    status, receipt = post("/captures", **body)
    assert status == 201, receipt
    assert receipt["warnings"] == []
    status, again = post("/captures", **body)
    assert (status, again) == (200, receipt)


def test_made_anew_is_only_for_corrections(furnished: Plant, post: Post) -> None:
    both = {"id": str(furnished.id_of("A")), **new("X", "RAW")}
    status, problem = post(
        "/captures", client_id=str(uuid7()), kind="receive", event_time=WHEN,
        outputs=[line(both, "5")], place=WH,
    )  # fmt: skip
    assert status == 422
    assert [(e["pointer"], e["code"]) for e in problem["errors"]] == [
        ("/outputs/0/lot", "field.one_of")
    ]


def correction(**more: object) -> dict[str, Any]:
    """Write the body of a correction."""
    return {"client_id": str(uuid7()), "reason": "incorrect_data", "note": "称错了", **more}


def test_an_event_is_corrected_over_http_and_the_same_request_is_answered_again(
    furnished: Plant, post: Post
) -> None:
    wrong = accepted(furnished.move({"A": 10}, "LINE")).event_id
    instead = {"client_id": str(uuid7()), "kind": "move", "event_time": WHEN, **BODIES["move"]}
    body = correction(replacement=instead)
    status, shown = post(f"/events/{wrong}/corrections", **body)
    assert status == 201, shown
    assert shown["correction"]["event_id"] != shown["replacement"]["event_id"]
    assert post(f"/events/{wrong}/corrections", **body) == (200, shown)
    status, problem = post(f"/events/{wrong}/corrections", **correction())
    assert (status, problem["code"]) == (409, "event.already_corrected")


def test_a_correction_that_cannot_be_says_where_it_is_wrong(furnished: Plant, post: Post) -> None:
    wrong = accepted(furnished.move({"A": 10}, "LINE")).event_id
    assert post(f"/events/{uuid4()}/corrections", **correction())[0] == 404
    for missing in ("reason", "note", "client_id"):
        body = {name: value for name, value in correction().items() if name != missing}
        status, problem = post(f"/events/{wrong}/corrections", **body)
        assert (status, problem["errors"][0]["pointer"]) == (422, f"/{missing}")
    broken = {"client_id": str(uuid7()), "kind": "destroy", "event_time": WHEN,
              "subjects": [line("A", "-1")]}  # fmt: skip
    status, problem = post(f"/events/{wrong}/corrections", **correction(replacement=broken))
    assert status == 422
    assert {e["pointer"] for e in problem["errors"]} == {"/replacement/subjects/0/quantity/value"}


def test_an_operator_does_not_correct(furnished: Plant) -> None:
    wrong = accepted(furnished.move({"A": 10}, "LINE")).event_id
    assert poster("operator")(f"/events/{wrong}/corrections", **correction())[0] == 403


def test_an_event_is_corrected_from_the_command_line(furnished: Plant, tmp_path: Path) -> None:
    wrong = accepted(furnished.move({"A": 10}, "LINE")).event_id
    app = typer.Typer()
    app.command()(correct_command)
    file = tmp_path / "instead.json"
    instead = {"client_id": str(uuid7()), "kind": "move", "event_time": WHEN, **BODIES["move"]}
    file.write_text(json.dumps(instead), encoding="utf-8")
    asked = [str(wrong), "--reason", "incorrect_data", "--note", "typed wrong"]
    done = CliRunner().invoke(app, [*asked, "--replacement", str(file)])
    assert done.exit_code == 0, done.output
    assert "declared in error by" in done.output
    assert "replaced by" in done.output
    again = CliRunner().invoke(app, asked)
    assert again.exit_code == 1
    assert CliRunner().invoke(app, ["nonsense", *asked[1:]]).exit_code == 2
