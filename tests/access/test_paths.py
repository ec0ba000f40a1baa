"""No spelling of an address gets past the door (RELIABILITY C05, C06)."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.access.callers import Caller

pytestmark = pytest.mark.django_db


def _at(path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
    """Send a request whose path reaches the application exactly as written (already unquoted)."""

    class Exactly(Client):
        def generic(self, *args: object, **extra: object) -> object:  # type: ignore[override]
            return super().generic(*args, **{**extra, "PATH_INFO": path})  # type: ignore[arg-type]

    got = Exactly().generic(method, "/", headers=headers)
    return got.status_code, got.content  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/users?next=/api/v1/auth/login",
        "/api/v1/users;/auth/login",
        "/api/v1/users;.js",
        "/api/v1/auth/csrf/../../users",
        "/api/v1/auth/csrf/..;/users",
        "//api/v1/users",
        "/api//v1/users",
        "/api/v1//users",
        "/api/v1/users/",
        "/API/v1/users",
        "/api/V1/users",
        "/api/v1/USERS",
        "/./api/v1/users",
        "/;x/api/v1/users",
        "/api%2fv1%2fusers",
        "/api/v1%2fusers",
        "/api\\v1\\users",
        "/api/v1/users\x00",
        "/api/v1/users%00",
        "/api/v1/users.json",
        "/api/v1/users#/auth/csrf",
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/",
        "/api/v1/docs",
        "/api/v1/openapi.json",
        "/api/v2/users",
    ],
)
def test_a_stranger_gets_past_no_door_by_spelling(path: str) -> None:
    status, content = _at(path)
    assert status == 401 and b"auth.required" in content


@pytest.mark.parametrize(
    "headers",
    [
        {"X-HTTP-Method-Override": "GET"},
        {"X-Method-Override": "DELETE"},
        {"X-Original-URL": "/api/v1/auth/csrf"},
        {"X-Rewrite-URL": "/api/v1/auth/csrf"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-User": "admin"},
        {"X-Remote-User": "admin"},
        {"Remote-User": "admin"},
        {"X-Forwarded-Prefix": "/api/v1/auth/csrf"},
    ],
)
def test_a_stranger_gets_past_no_door_by_a_header(headers: dict[str, str]) -> None:
    for method in ("GET", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"):
        assert _at("/api/v1/users", method, **headers)[0] == 401


def test_the_address_that_counts_is_the_peers_own(settled: Callable[..., str]) -> None:
    caller = Caller()
    for number in range(10):
        caller.ask("GET", "/auth/csrf")
        body = {"username": f"user{number}", "password": "x"}
        caller.ask("POST", "/auth/login", body, X_Forwarded_For=f"10.0.0.{number}")
    body = {"username": "another", "password": "x"}
    assert caller.ask("POST", "/auth/login", body, X_Forwarded_For="10.1.1.1").status == 429
