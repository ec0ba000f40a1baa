"""Users, tokens and the trail over HTTP."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from lotline.access import queries
from lotline.access.models import User
from tests.access.callers import PASSWORD, Caller

pytestmark = pytest.mark.django_db
Screen = Callable[..., Caller]


@pytest.mark.parametrize(
    "extra",
    [
        {"is_active": False},
        {"id": str(uuid4())},
        {"password": "Chosen-by-me-1"},
        {"must_change_password": False},
        {"session_version": 9},
        {"is_superuser": True},
        {"permissions": ["ledger.verify"]},
        {"created_at": "2020-01-01T00:00:00Z"},
        {"__proto__": {}},
    ],
)
def test_a_body_says_nothing_that_is_not_its_own(screen: Screen, extra: dict[str, object]) -> None:
    boss = screen("boss", "administrator")
    body = {"username": "new", "roles": [], **extra}
    answer = boss.ask("POST", "/users", body)
    pointers = [one["pointer"] for one in answer.body["errors"]]
    assert (answer.status, pointers) == (422, [f"/{next(iter(extra))}"])
    me = queries.person_named("boss").id
    assert boss.ask("PATCH", f"/users/{me}", extra).status == 422
    assert not User.objects.filter(username="new").exists()


def test_people_do_not_raise_themselves_through_their_own_page(screen: Screen) -> None:
    floor = screen("floor", "operator")
    for body in ({"language": "en", "roles": ["administrator"]}, {"is_active": True}, {}):
        assert floor.ask("PATCH", "/auth/me", body).status == 422


def test_an_administrator_grants_only_what_they_have(screen: Screen) -> None:
    boss = screen("boss", "administrator", "operator")
    made = boss.ask("POST", "/users", {"username": "floor", "roles": ["operator"]})
    assert made.status == 201 and len(made.body["password"]) >= 20
    refused = boss.ask("POST", "/users", {"username": "lab", "roles": ["auditor"]})
    assert (refused.status, refused.code) == (403, "access.exceeds_own_rights")
    floor = made.body["user"]["id"]
    assert boss.ask("PATCH", f"/users/{floor}", {"roles": ["auditor"]}).status == 403
    assert boss.ask("PATCH", f"/users/{floor}", {"active": False}).body["is_active"] is False
    assert Caller().sign_in("floor", made.body["password"]).status == 401


def test_unknown_users_tokens_and_roles_are_told(screen: Screen) -> None:
    boss = screen("boss", "administrator")
    assert boss.ask("PATCH", f"/users/{uuid4()}", {"active": False}).status == 404
    assert boss.ask("POST", f"/users/{uuid4()}/reset").status == 404
    assert boss.ask("DELETE", f"/tokens/{uuid4()}").status == 404
    assert boss.ask("DELETE", "/tokens/7").status == 422
    wrong = boss.ask("POST", "/users", {"username": "x", "roles": ["emperor"]})
    assert wrong.body["errors"][0]["pointer"] == "/roles/0"


def test_a_token_is_shown_once_used_and_ended(screen: Screen) -> None:
    boss = screen("boss", "administrator")
    issued = boss.ask("POST", "/tokens", {"role": "administrator", "label": "备份"}).body
    robot = Caller({"Authorization": f"Bearer {issued['secret']}"})
    assert robot.ask("GET", "/users").status == 200
    listed = boss.ask("GET", "/tokens").body["items"][0]
    assert "secret" not in listed and listed["last_used_at"] and listed["label"] == "备份"
    assert boss.ask("DELETE", f"/tokens/{listed['id']}").status == 200
    assert robot.ask("GET", "/users").status == 401


def test_a_token_needs_no_csrf_token_but_its_owners_account_is_not_its_business(
    program: Callable[..., Caller],
) -> None:
    robot = program("robot", "administrator")
    assert robot.ask("POST", "/users", {"username": "x", "roles": []}).status == 201
    assert robot.ask("GET", "/auth/me").body["username"] == "robot"
    body = {"current": PASSWORD, "new": "Other-river-41"}
    assert robot.ask("POST", "/auth/password", body).code == "access.session_only"
    assert robot.ask("PATCH", "/auth/me", {"language": "en"}).status == 403
    assert robot.ask("POST", "/auth/logout").status == 403


def test_a_bad_token_beside_no_session_opens_nothing(db: None) -> None:
    for value in ("Bearer", "Bearer ", "Bearer ll_x", "Basic YTpi", "ll_x", "Bearer a b", "bearer"):
        assert Caller({"Authorization": value}).ask("GET", "/users").status == 401


def test_a_bad_token_does_not_ride_on_a_session_past_the_forgery_check(screen: Screen) -> None:
    boss = screen("boss", "administrator")
    boss.client.cookies.pop("lotline_csrf")
    body = {"username": "x", "roles": []}
    assert boss.ask("POST", "/users", body, Authorization="Bearer ll_x").status == 403


def test_every_change_is_in_the_trail_and_the_trail_is_paged(screen: Screen) -> None:
    boss = screen("boss", "administrator", "auditor")
    for number in range(5):
        boss.ask("POST", "/users", {"username": f"user{number}", "roles": []})
    first = boss.ask("GET", "/audit?limit=3").body
    second = boss.ask("GET", f"/audit?limit=200&cursor={first['next']}").body
    numbers = [line["seq"] for line in first["items"] + second["items"]]
    assert numbers == list(range(len(numbers), 0, -1)) and second["next"] is None
    assert first["items"][0]["actor"] == "boss"
    assert first["items"][0]["action"] == "user.created"


def test_passwords_and_secrets_never_stand_in_the_trail(screen: Screen) -> None:
    boss = screen("boss", "administrator")
    made = boss.ask("POST", "/users", {"username": "x", "roles": []}).body
    again = boss.ask("POST", f"/users/{made['user']['id']}/reset").body
    secret = boss.ask("POST", "/tokens", {"role": "administrator"}).body["secret"]
    trail = str(boss.ask("GET", "/audit").body)
    assert not any(hidden in trail for hidden in (made["password"], again["password"], secret))


@pytest.mark.parametrize(
    "query",
    [
        "cursor=%00",
        "cursor=abc",
        "cursor=é",
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=７",
        "cursor=LTE",
        "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk",
    ],
)
def test_a_broken_question_is_told_not_failed(screen: Screen, query: str) -> None:
    boss = screen("boss", "administrator")
    for path in ("/audit", "/users", "/tokens"):
        assert boss.ask("GET", f"{path}?{query}").status == 422
