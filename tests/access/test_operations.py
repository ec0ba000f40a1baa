"""Users and tokens, and who may give what to whom."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from lotline.access import operations, queries
from lotline.access.models import Token, User
from lotline.access.records import PERMISSIONS, ROLES, Actor
from lotline.access.tokens import recognise
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Problem

pytestmark = pytest.mark.django_db


def _as(username: str) -> Actor:
    person = queries.person_named(username)
    return Actor(person.id, person.username, frozenset(person.permissions))


def test_the_roles_in_the_tables_are_those_of_the_catalogue() -> None:
    assert queries.roles() == {role.code: role for role in ROLES}


def test_an_empty_installation_gets_one_administrator_once() -> None:
    password = operations.create_first_administrator()
    assert password is not None and len(password) >= 20
    admin = queries.person_named("admin")
    assert set(admin.permissions) == PERMISSIONS and admin.must_change_password
    assert operations.create_first_administrator() is None


def test_a_name_is_taken_in_every_spelling(root: Actor) -> None:
    operations.create_user(root, username="li.lei", roles=["operator"])
    with pytest.raises(Conflict, match="username_taken"):
        operations.create_user(root, username="ＬＩ.Lei", roles=["operator"])


def test_nobody_makes_a_user_with_more_than_they_have(settled: Callable[..., str]) -> None:
    settled("boss", "administrator")
    with pytest.raises(Forbidden):
        operations.create_user(_as("boss"), username="x", roles=["quality_manager"])
    assert not User.objects.filter(username="x").exists()


def test_nobody_raises_themselves(settled: Callable[..., str]) -> None:
    settled("boss", "administrator")
    me = _as("boss")
    assert me.user_id is not None
    with pytest.raises(Forbidden):
        operations.update_user(me, me.user_id, roles=["administrator", "auditor"])


def test_nobody_takes_over_the_account_of_somebody_with_more(
    settled: Callable[..., str], root: Actor
) -> None:
    settled("boss", "administrator")
    settled("quality", "quality_manager")
    target = queries.person_named("quality")
    for attempt in (
        lambda: operations.reset_password(_as("boss"), target.id),
        lambda: operations.update_user(_as("boss"), target.id, active=False),
        lambda: operations.create_token(_as("boss"), username="quality", role="operator"),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_the_last_administrator_stays(settled: Callable[..., str], root: Actor) -> None:
    settled("boss", "administrator")
    boss = queries.person_named("boss")
    with pytest.raises(Conflict, match="last_administrator"):
        operations.update_user(root, boss.id, roles=["operator"])
    assert queries.person_named("boss").roles[0].code == "administrator"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "access.password_short"),
        ("password123", "access.password_common"),
        ("74839201736", "access.password_numeric"),
        ("longusername1", "access.password_like_name"),
        ("x" * 257, "access.password_long"),
    ],
)
def test_a_weak_password_is_refused(root: Actor, password: str, code: str) -> None:
    made = operations.create_user(root, username="longusername", roles=["operator"])
    me = Actor(made.person.id, made.person.username, frozenset())
    with pytest.raises(Invalid) as refused:
        operations.change_password(me, current=made.password, new=password, address="desk")
    assert code in {one.code for one in refused.value.violations}


def test_only_the_hash_of_a_token_is_kept(settled: Callable[..., str], root: Actor) -> None:
    settled("erp", "integration")
    secret = operations.create_token(root, username="erp", role="integration").secret
    assert secret.startswith("ll_") and len(secret) >= 3 + 22
    row = Token.objects.values().get()
    assert all(secret not in str(value) for value in row.values())


def test_a_token_acts_in_its_role_and_no_further(settled: Callable[..., str], root: Actor) -> None:
    settled("quality", "quality_manager", "operator")
    found = recognise(operations.create_token(root, username="quality", role="operator").secret)
    assert found is not None
    assert found.actor.permissions == queries.roles()["operator"].permissions


@pytest.mark.parametrize("end", ["revoke", "disable", "reset", "expire"])
def test_a_token_ends(settled: Callable[..., str], root: Actor, end: str) -> None:
    settled("boss", "administrator")
    settled("erp", "integration")
    issued = operations.create_token(root, username="erp", role="integration")
    erp = queries.person_named("erp")
    match end:
        case "revoke":
            operations.revoke_token(root, issued.card.id)
        case "disable":
            operations.update_user(root, erp.id, active=False)
        case "reset":
            operations.reset_password(root, erp.id)
        case "expire":
            Token.objects.update(expires_at=SystemClock().now() - timedelta(seconds=1))
    assert recognise(issued.secret) is None


def test_a_token_cannot_exceed_its_user(settled: Callable[..., str], root: Actor) -> None:
    settled("floor", "operator")
    with pytest.raises(Invalid) as refused:
        operations.create_token(root, username="floor", role="auditor")
    assert refused.value.violations[0].code == "access.token_exceeds_user"


def test_a_token_for_nobody_or_nothing_is_refused(root: Actor) -> None:
    with pytest.raises(NotFound):
        operations.create_token(root, username="ghost", role="operator")
    with pytest.raises(Problem):
        operations.create_token(root, username="ghost", role="emperor")


@pytest.mark.parametrize(
    "secret", ["", "ll_", "ll_x", "xx_" + "a" * 43, "ll_" + "a" * 5000, "ll_\x00", "ll_令牌"]
)
def test_what_is_no_token_opens_nothing(secret: str) -> None:
    assert recognise(secret) is None


def test_use_of_a_token_is_noticed(settled: Callable[..., str], root: Actor) -> None:
    settled("erp", "integration")
    issued = operations.create_token(root, username="erp", role="integration")
    recognise(issued.secret)
    assert Token.objects.get().last_used_at is not None
