"""Lots and events over HTTP, as a program with a token sees them."""

from uuid import uuid4

import pytest

from tests.lots.conftest import Program
from tests.plant import Plant

pytestmark = pytest.mark.django_db


def test_everything_is_read_over_http(plant: Plant, program: Program) -> None:
    status, page = program.get("/lots", in_stock="true", limit="1")
    assert status == 200 and page["next"]
    lot = page["items"][0]
    assert lot["quantity"] == {"value": "40", "unit": "KGM"}
    status, second = program.get("/lots", in_stock="true", limit="1", cursor=page["next"])
    assert status == 200 and second["items"][0]["id"] != lot["id"]
    status, detail = program.get(f"/lots/{lot['id']}")
    assert status == 200 and detail["codes"] == ["M-1"] and detail["code"] == "M-1"
    status, events = program.get(f"/lots/{lot['id']}/events")
    assert status == 200 and events["items"][0]["references"] == [
        {"type": "complaint", "id": "TS-0719"}
    ]
    event = events["items"][1]["id"]
    status, shown = program.get(f"/events/{event}")
    assert status == 200 and {"from", "to"} <= set(shown["lines"][0]) and shown["chain"]["hash"]
    assert shown["event_time"].endswith("+08:00")
    status, proof = program.get(f"/events/{event}/verify")
    assert status == 200 and proof["ok"]
    status, hits = program.get("/search", q="TS-0719")
    assert status == 200 and hits["exact"] and hits["understood"] is None
    status, recent = program.get("/events", kind="pack", mode="command")
    assert status == 200 and len(recent["items"]) == 2


@pytest.mark.parametrize("path", ["/lots/{}", "/lots/{}/events", "/events/{}", "/events/{}/verify"])
def test_the_unknown_is_not_found(plant: Plant, program: Program, path: str) -> None:
    status, problem = program.get(path.format(uuid4()))
    assert status == 404 and problem["code"] in {"lot.not_found", "event.not_found"}
    assert program.get(path.format("x"))[0] == 422


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/lots", {"sort": "quality"}), ("/lots", {"limit": "201"}), ("/lots", {"limit": "0"}),
        ("/lots", {"cursor": "%00"}), ("/lots", {"kind": "pallet"}), ("/lots", {"q": "a\x00"}),
        ("/lots", {"q": "x" * 201}), ("/search", {"q": ""}), ("/search", {}),
        ("/search", {"q": "x" * 201}), ("/events", {"cursor": "AAAA"}),
        ("/events", {"flag": "a' OR 1=1"}), ("/events", {"mode": "both"}),
        ("/lots", {"near_expiry_days": "99999999999"}), ("/lots", {"place": "x"}),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(
    plant: Plant, program: Program, path: str, query: dict[str, str]
) -> None:
    status, problem = program.get(path, **query)
    assert status == 422 and problem["errors"], problem


def test_the_overview_and_holds_are_read_over_http(plant: Plant, program: Program) -> None:
    status, seen = program.get("/overview")
    assert status == 200 and seen["lots_in_stock"] == 3 and len(seen["days"]) == 14
    [complaint] = seen["complaints"]
    assert complaint["lot"]["code"] == "M-1" and complaint["event_id"] == seen["recent"][0]["id"]
    assert program.get("/holds", open="true") == (200, {"items": [], "next": None})
    assert program.get("/attempts") == (200, {"items": [], "next": None})
