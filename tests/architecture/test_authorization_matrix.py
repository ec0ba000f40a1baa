"""Every operation × every role × anonymous, by session and by token: no unexpected way in.

The matrix is made from the OpenAPI document, so an operation that is added tomorrow is in it
tomorrow; one that names no permission fails here (RELIABILITY §3, C05; OWASP API5).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client

from lotline.access import operations, queries
from lotline.access.models import User
from lotline.access.records import PERMISSIONS, PUBLIC, ROLES, SELF, Actor

pytestmark = pytest.mark.django_db
METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
PUBLIC_OPERATIONS: Final = {"GET /api/v1/auth/csrf", "POST /api/v1/auth/login"}
REFUSED: Final = (401, 403)
_PASSWORD: Final = "Quiet-river-41"


@dataclass(frozen=True)
class Operation:
    """One way to ask the API for something."""

    method: str
    path: str
    permission: str | None

    @property
    def name(self) -> str:
        """Give the operation as people write it."""
        return f"{self.method} {self.path}"

    def address(self) -> str:
        """Fill the path's places with ids that nobody has."""
        parts = self.path.split("/")
        return "/".join(str(uuid4()) if part.startswith("{") else part for part in parts)


def _document() -> dict[str, Any]:
    schema: dict[str, Any] = import_module(settings.ROOT_URLCONF).api.get_openapi_schema()
    return schema


def _operations() -> Iterator[Operation]:
    for path, item in _document()["paths"].items():
        for method in METHODS:
            if method in item:
                yield Operation(method.upper(), path, item[method].get("x-permission"))


ALL: Final = sorted(_operations(), key=lambda one: one.name)
GUARDED: Final = [one for one in ALL if one.permission != PUBLIC]
CHANNELS: Final = ("session", "token")


def _person(role: str) -> UUID:
    made = operations.create_user(Actor.system("tests"), username=role, roles=[role])
    User.objects.filter(pk=made.person.id).update(must_change_password=False)
    return made.person.id


def _client(role: str, channel: str) -> Client:
    if channel == "token":
        issued = operations.create_token(Actor.system("tests"), username=role, role=role)
        return Client(headers={"Authorization": f"Bearer {issued.secret}"})
    person, client = queries.person_named(role), Client()
    session = client.session
    session["user"], session["version"] = str(person.id), person.session_version
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client


def _ask(client: Client, operation: Operation) -> tuple[int, dict[str, Any]]:
    got = client.generic(operation.method, operation.address(), "{}", "application/json")
    is_json = "json" in got.headers.get("Content-Type", "")
    return got.status_code, json.loads(got.content) if is_json and got.content else {}


def test_there_are_operations_to_look_at() -> None:
    assert len(ALL) >= 10


@pytest.mark.parametrize("operation", ALL, ids=lambda one: one.name)
def test_every_operation_names_its_permission(operation: Operation) -> None:
    assert operation.permission in PERMISSIONS | {PUBLIC, SELF}


def test_only_the_listed_operations_are_public() -> None:
    assert {one.name for one in ALL if one.permission == PUBLIC} == PUBLIC_OPERATIONS


def test_every_permission_is_held_by_some_role() -> None:
    assert {right for role in ROLES for right in role.permissions} == PERMISSIONS


@pytest.mark.parametrize("operation", GUARDED, ids=lambda one: one.name)
def test_a_stranger_is_let_in_nowhere(operation: Operation) -> None:
    bad_token = {"Authorization": "Bearer ll_" + "a" * 43}
    for client in (Client(), Client(headers=bad_token)):
        assert _ask(client, operation)[0] == 401


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("role", ROLES, ids=lambda one: one.code)
def test_a_role_is_let_in_exactly_where_its_permissions_say(role: Any, channel: str) -> None:
    _person(role.code)
    wrong = []
    for operation in GUARDED:
        client = _client(role.code, channel)
        status, body = _ask(client, operation)
        is_in = status not in REFUSED or body.get("code") == "access.session_only"
        if is_in is not (operation.permission in role.permissions | {SELF}):
            wrong.append(f"{operation.name}: {status} {body.get('code')}")
    assert wrong == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_user_without_a_role_is_let_in_nowhere(channel: str) -> None:
    person = _person("operator")
    client = _client("operator", channel)
    User.objects.get(pk=person).role_links.all().delete()
    for operation in GUARDED:
        if operation.permission != SELF:
            assert _ask(client, operation)[0] in REFUSED, operation.name


def test_a_first_password_opens_nothing() -> None:
    for role in ROLES:
        person = _person(role.code)
        User.objects.filter(pk=person).update(must_change_password=True)
        client = _client(role.code, "session")
        for operation in GUARDED:
            if operation.permission != SELF:
                status, body = _ask(client, operation)
                assert (status, body["code"]) == (403, "auth.password_change_required")


@pytest.mark.parametrize("operation", GUARDED, ids=lambda one: one.name)
def test_a_session_writes_nothing_without_the_csrf_token(operation: Operation) -> None:
    if operation.method == "GET":
        return
    _person("administrator")
    client = Client(enforce_csrf_checks=True)
    client.cookies = _client("administrator", "session").cookies
    status, body = _ask(client, operation)
    assert (status, body["code"]) == (403, "auth.csrf_failed")
