"""People and programs that knock at the doors of these tests."""

from collections.abc import Callable
from typing import Any

import pytest

from lotline.access import operations
from lotline.access.records import Actor
from tests.access.callers import PASSWORD, Caller


@pytest.fixture(autouse=True)
def quick_hashes(settings: Any) -> None:
    """Spare the tests the cost that passwords owe to thieves."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def root() -> Actor:
    """The installation's own hand."""
    return Actor.system("tests")


@pytest.fixture
def settled(root: Actor) -> Callable[..., str]:
    """Make users who have already changed their first password."""

    def make(username: str, *roles: str) -> str:
        made = operations.create_user(root, username=username, roles=list(roles))
        person = made.person
        me = Actor(person.id, person.username, frozenset(person.permissions))
        operations.change_password(
            me, current=made.password, new=PASSWORD, address=f"desk of {username}"
        )
        return person.username

    return make


@pytest.fixture
def screen(settled: Callable[..., str]) -> Callable[..., Caller]:
    """Make people who are signed in."""

    def make(username: str, *roles: str) -> Caller:
        caller = Caller()
        assert caller.sign_in(settled(username, *roles)).status == 200
        return caller

    return make


@pytest.fixture
def program(settled: Callable[..., str], root: Actor) -> Callable[..., Caller]:
    """Make programs with a token of one role."""

    def make(username: str, role: str) -> Caller:
        settled(username, role)
        issued = operations.create_token(root, username=username, role=role)
        return Caller({"Authorization": f"Bearer {issued.secret}"})

    return make
