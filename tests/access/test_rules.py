"""Decisions of access without a database."""

import pytest

from lotline.access import rules
from lotline.access.records import PERMISSIONS, ROLES, Actor
from lotline.kernel.errors import Forbidden, Invalid

CLERK = Actor(None, "clerk", frozenset({"lots.read", "users.manage"}))


def test_what_is_not_granted_is_denied() -> None:
    rules.require(CLERK, "lots.read")
    with pytest.raises(Forbidden):
        rules.require(CLERK, "hold.release")


def test_nobody_grants_what_they_lack() -> None:
    rules.covers(CLERK, frozenset({"lots.read"}))
    with pytest.raises(Forbidden) as refused:
        rules.covers(CLERK, frozenset({"lots.read", "hold.release", "capture.write"}))
    assert refused.value.params == {"permissions": "capture.write, hold.release"}


def test_roles_hold_only_known_permissions() -> None:
    assert {right for role in ROLES for right in role.permissions} == PERMISSIONS


def test_an_auditor_writes_nothing() -> None:
    auditor = next(role for role in ROLES if role.code == "auditor")
    assert not {right for right in auditor.permissions if right.endswith(("write", "manage"))}


@pytest.mark.parametrize("typed", ["Li.Lei", " li.lei ", "ＬＩ.lei", "li.LEI"])
def test_a_name_has_one_spelling(typed: str) -> None:
    assert rules.valid_username(typed) == "li.lei"


@pytest.mark.parametrize("typed", ["", " ", "a b", "a\nb", "a/b", "x" * 65, "a\u202eb", "<b>"])
def test_a_name_nobody_could_type_again_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        rules.valid_username(typed)


def test_a_chinese_name_is_a_name() -> None:
    assert rules.valid_username("李雷") == "李雷"


def test_a_token_does_not_act_on_its_owners_account() -> None:
    with pytest.raises(Forbidden):
        rules.require_session(CLERK)
