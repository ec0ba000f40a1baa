"""Whatever goes wrong leaves the house as a problem document."""

import re
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.db import DataError, IntegrityError, OperationalError

from lotline.access import queries
from lotline.config.edge import DEFAULT_LIMIT
from lotline.kernel.messages import catalogue
from tests.access.callers import Caller

pytestmark = pytest.mark.django_db
Screen = Callable[..., Caller]
LOGIN = "/api/v1/auth/login"


@pytest.fixture
def visitor() -> Caller:
    """Somebody with a CSRF token and nothing else."""
    caller = Caller()
    caller.ask("GET", "/auth/csrf")
    return caller


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "json.broken"),
        ("", "request.invalid"),
        ("[]", "request.invalid"),
        ("null", "request.invalid"),
        ("nul", "json.broken"),
        ('{"username":"a","username":"b","password":"c"}', "json.duplicate_key"),
        ('{"username":NaN}', "json.not_finite"),
        ('{"username":-Infinity}', "json.not_finite"),
        ('{"username":' + "9" * 41 + "}", "json.number_too_long"),
        ('{"username":"\\u0000"}', "json.nul"),
        ('{"username":"\\ud800"}', "json.surrogate"),
        (b'{"username":"\xff"}', "json.not_utf8"),
        ("[" * 100, "json.too_deep"),
        ('{"username":1e400,"password":"x"}', "request.invalid"),
    ],
)
def test_a_broken_body_is_told_with_a_stable_code(
    visitor: Caller, content: str | bytes, code: str
) -> None:
    answer = visitor.raw("POST", LOGIN, content)
    assert (answer.status, answer.code) == (422, code)


def test_a_pointer_names_the_place_as_the_sender_knows_it(visitor: Caller) -> None:
    body = {"username": 1, "a/b~c": 2}
    found = visitor.ask("POST", "/auth/login", body).body["errors"]
    assert [(one["pointer"], one["code"]) for one in found] == [
        ("/username", "field.type"),
        ("/password", "field.required"),
        ("/a~1b~0c", "field.unknown"),
    ]


def test_both_languages_are_spoken(visitor: Caller) -> None:
    for header, word in (("en-GB,en;q=0.9", "malformed"), ("zh-CN", "有误"), ("", "有误")):
        answer = visitor.ask("POST", "/auth/login", {}, Accept_Language=header)
        assert word in answer.body["detail"]
    assert catalogue("zh").keys() == catalogue("en").keys()


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=gbk",
        "text/html",
        "application/jsonx",
        "xapplication/json",
    ],
)
def test_a_body_of_another_type_is_not_read(visitor: Caller, kind: str) -> None:
    assert visitor.raw("POST", LOGIN, "{}", Content_Type=kind).status == 415


@pytest.mark.parametrize(
    "kind",
    [
        "application/json",
        "application/json; charset=UTF-8",
        "Application/JSON",
        "application/ld+json",
    ],
)
def test_json_in_its_spellings_is_read(visitor: Caller, kind: str) -> None:
    assert visitor.raw("POST", LOGIN, "{}", Content_Type=kind).status == 422


def test_a_packed_body_is_not_unpacked(visitor: Caller) -> None:
    assert visitor.raw("POST", LOGIN, "{}", Content_Encoding="gzip").status == 415


def test_a_body_too_large_is_refused_before_it_is_read(visitor: Caller) -> None:
    with patch("lotline.kernel.strict_json.loads") as reading:
        answer = visitor.raw("POST", LOGIN, b" " * (DEFAULT_LIMIT + 1))
    assert (answer.status, answer.code, reading.called) == (413, "request.too_large", False)


def test_a_body_of_unknown_length_is_refused(visitor: Caller) -> None:
    got = visitor.client.get("/api/v1/users", headers={"Transfer-Encoding": "chunked"})
    assert got.status_code == 411


@pytest.mark.parametrize(
    ("given", "kept"),
    [("order-7.A_b", True), ("a" * 65, False), ("a b", False), ("a\x1b[31m", False), ("", False)],
)
def test_a_correlation_id_is_taken_if_it_is_harmless(
    visitor: Caller, given: str, kept: bool
) -> None:
    answer = visitor.ask("GET", "/users", X_Request_Id=given)
    name = answer.headers["X-Request-Id"]
    assert answer.body["correlation_id"] == name and re.fullmatch(r"[\w.-]{1,64}", name)
    assert (name == given) is kept


def test_nothing_of_the_api_is_cached_or_sniffed(visitor: Caller) -> None:
    for path in ("/auth/csrf", "/users", "/nothing"):
        headers = visitor.ask("GET", path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        (RuntimeError("secret of the house"), 500, "server.fault"),
        (OperationalError("secret of the house"), 503, "server.busy"),
        (DataError("secret of the house"), 422, "request.unstorable"),
        (IntegrityError("secret of the house"), 409, "request.conflict"),
    ],
)
def test_a_fault_tells_no_secrets(screen: Screen, fault: Exception, status: int, code: str) -> None:
    boss = screen("boss", "administrator")
    with patch.object(queries, "list_users", side_effect=fault):
        answer = boss.ask("GET", "/users")
    assert (answer.status, answer.code) == (status, code)
    assert "secret" not in str(answer.body) and "Traceback" not in str(answer.body)
    assert answer.body["correlation_id"]


def test_a_method_that_is_not_there_is_told(screen: Screen) -> None:
    answer = screen("boss", "administrator").ask("PUT", "/users", {})
    assert (answer.status, answer.code) == (405, "request.method")
    assert "GET" in answer.headers["Allow"]
