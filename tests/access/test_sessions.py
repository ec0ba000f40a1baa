"""Signing in, staying in, and being out at once."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session

from lotline.access import operations, queries
from lotline.access.records import Actor
from tests.access.callers import PASSWORD, Caller

pytestmark = pytest.mark.django_db
Screen = Callable[..., Caller]


def test_who_signs_in_is_told_who_they_are(settled: Callable[..., str]) -> None:
    settled("li.lei", "operator")
    me = Caller().sign_in("Li.Lei").body
    assert me["username"] == "li.lei" and me["roles"][0]["name_zh"] == "操作工"
    assert me["permissions"] == sorted(queries.roles()["operator"].permissions)


def test_the_session_gets_a_new_id_at_sign_in(settled: Callable[..., str]) -> None:
    settled("li.lei", "operator")
    caller = Caller()
    caller.client.cookies["lotline_session"] = "planted-by-somebody-else-000000"
    caller.sign_in("li.lei")
    first = caller.client.cookies["lotline_session"].value
    caller.sign_in("li.lei")
    second = caller.client.cookies["lotline_session"].value
    assert len({"planted-by-somebody-else-000000", first, second}) == 3
    assert not Session.objects.filter(session_key=first).exists()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(screen: Screen) -> None:
    cookie = screen("li.lei", "operator").client.cookies["lotline_session"]
    assert cookie["httponly"] and cookie["samesite"] in {"Lax", "Strict"}


def test_a_write_without_the_csrf_token_is_refused(screen: Screen) -> None:
    caller = screen("boss", "administrator")
    kept = caller.client.cookies.pop("lotline_csrf")
    body = {"username": "x", "roles": []}
    for token in ("", "x" * 64, kept.value):
        answer = caller.ask("POST", "/users", body, X_CSRFToken=token)
        assert (answer.status, answer.code) == (403, "auth.csrf_failed")


def test_a_login_without_the_csrf_token_is_refused(settled: Callable[..., str]) -> None:
    name = settled("li.lei", "operator")
    answer = Caller().ask("POST", "/auth/login", {"username": name, "password": PASSWORD})
    assert (answer.status, answer.code) == (403, "auth.csrf_failed")


def test_signing_out_ends_the_session_for_every_copy_of_its_cookie(screen: Screen) -> None:
    caller = screen("li.lei", "operator")
    copy = caller.client.cookies["lotline_session"].value
    assert caller.ask("POST", "/auth/logout").status == 204
    caller.client.cookies["lotline_session"] = copy
    assert caller.ask("GET", "/auth/me").status == 401


def test_the_first_password_opens_nothing_but_its_own_change(root: Actor) -> None:
    made = operations.create_user(root, username="boss", roles=["administrator"])
    caller = Caller()
    assert caller.sign_in("boss", made.password).body["must_change_password"] is True
    refused = caller.ask("GET", "/users")
    assert (refused.status, refused.code) == (403, "auth.password_change_required")
    assert caller.ask("GET", "/auth/me").status == 200
    changed = caller.ask("POST", "/auth/password", {"current": made.password, "new": PASSWORD})
    assert changed.status == 200 and changed.body["must_change_password"] is False
    assert caller.ask("GET", "/users").status == 200


def test_changing_the_password_needs_the_old_one_and_a_new_one(screen: Screen) -> None:
    caller = screen("li.lei", "operator")
    wrong = caller.ask("POST", "/auth/password", {"current": "wrong", "new": "Other-river-41"})
    assert wrong.status == 401
    same = caller.ask("POST", "/auth/password", {"current": PASSWORD, "new": PASSWORD})
    assert (same.status, same.body["errors"][0]["pointer"]) == (422, "/new")


def test_changing_the_password_ends_the_other_sessions(screen: Screen) -> None:
    here, there = screen("li.lei", "operator"), Caller()
    there.sign_in("li.lei")
    body = {"current": PASSWORD, "new": "Other-river-41"}
    assert here.ask("POST", "/auth/password", body).status == 200
    assert here.ask("GET", "/auth/me").status == 200
    assert there.ask("GET", "/auth/me").status == 401


@pytest.mark.parametrize("change", ["disable", "roles", "reset"])
def test_an_administrators_hand_ends_sessions_at_once(
    screen: Screen, root: Actor, change: str
) -> None:
    screen("boss", "administrator")
    caller = screen("li.lei", "operator")
    person = queries.person_named("li.lei")
    match change:
        case "disable":
            operations.update_user(root, person.id, active=False)
        case "roles":
            operations.update_user(root, person.id, roles=["auditor"])
        case "reset":
            operations.reset_password(root, person.id)
    assert caller.ask("GET", "/auth/me").status == 401


def test_rights_are_looked_up_in_one_query(
    screen: Screen, django_assert_num_queries: Callable[..., object]
) -> None:
    caller = screen("li.lei", "operator")
    with django_assert_num_queries(2):  # type: ignore[attr-defined]  # the session and its rights
        assert caller.ask("GET", "/users").status == 403


def test_language_is_kept_and_spoken(screen: Screen) -> None:
    caller = screen("li.lei", "operator")
    assert caller.ask("PATCH", "/auth/me", {"language": "en"}).body["language"] == "en"
    answer = caller.ask("GET", "/users", Accept_Language="zh-CN")
    assert answer.body["detail"].startswith("You may not do this")
    assert caller.ask("PATCH", "/auth/me", {"language": "fr"}).status == 422
