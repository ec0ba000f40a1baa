"""Guessing passwords is slow work, and tells nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher

from lotline.access import operations
from lotline.access.models import LoginFailure, User
from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import TooMany, Unauthenticated
from tests.access.callers import PASSWORD, Caller

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 16, 12, tzinfo=UTC)


def _guess(clock: FixedClock, name: str, address: str, times: int) -> None:
    for number in range(times):
        with pytest.raises(Unauthenticated):
            operations.authenticate(name, f"guess {number}", address=address, clock=clock)


def test_after_ten_bad_logins_even_the_right_password_waits(settled: Callable[..., str]) -> None:
    name, clock = settled("li.lei", "operator"), FixedClock(NOON)
    _guess(clock, name, "10.0.0.1", 10)
    with pytest.raises(TooMany) as refused:
        operations.authenticate(name, PASSWORD, address="10.0.0.2", clock=clock)
    assert refused.value.params == {"retry_after": "900"}
    clock.advance(timedelta(minutes=15, seconds=1))
    assert operations.authenticate(name, PASSWORD, address="10.0.0.2", clock=clock)


def test_tries_while_waiting_do_not_lengthen_the_wait(settled: Callable[..., str]) -> None:
    name, clock = settled("li.lei", "operator"), FixedClock(NOON)
    _guess(clock, name, "10.0.0.1", 10)
    clock.advance(timedelta(minutes=14))
    for _ in range(20):
        with pytest.raises(TooMany):
            operations.authenticate(name, PASSWORD, address="10.0.0.1", clock=clock)
    clock.advance(timedelta(minutes=1, seconds=1))
    assert operations.authenticate(name, PASSWORD, address="10.0.0.1", clock=clock)


def test_ten_names_from_one_address_are_guessing_too(settled: Callable[..., str]) -> None:
    clock = FixedClock(NOON)
    for number in range(10):
        _guess(clock, f"user{number}", "10.0.0.9", 1)
    with pytest.raises(TooMany):
        operations.authenticate("another", "x", address="10.0.0.9", clock=clock)
    _guess(clock, "another", "10.0.0.10", 1)


def test_one_name_in_many_spellings_is_one_name(settled: Callable[..., str]) -> None:
    clock = FixedClock(NOON)
    for number, spelling in enumerate(["LI.lei", "li.LEI", "ｌi.lei", " li.lei ", "Li.Lei"] * 2):
        _guess(clock, spelling, f"10.0.1.{number}", 1)
    with pytest.raises(TooMany):
        operations.authenticate("li.lei", "x", address="10.0.2.1", clock=clock)


def test_a_right_password_forgets_the_mistyped_ones(settled: Callable[..., str]) -> None:
    name, clock = settled("li.lei", "operator"), FixedClock(NOON)
    for _ in range(3):
        _guess(clock, name, "10.0.0.1", 3)
        operations.authenticate(name, PASSWORD, address="10.0.0.1", clock=clock)
    assert LoginFailure.objects.count() == 0


def test_the_wait_is_told_over_http(settled: Callable[..., str]) -> None:
    settled("li.lei", "operator")
    caller = Caller()
    answers = [caller.sign_in("li.lei", f"guess {number}") for number in range(11)]
    assert [one.status for one in answers] == [401] * 10 + [429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 900


def test_an_unknown_disabled_and_known_name_get_the_same_answer_for_the_same_work(
    settled: Callable[..., str], root: object
) -> None:
    settled("known", "operator")
    settled("gone", "operator")
    User.objects.filter(username="gone").update(is_active=False)
    seen = []
    operations_of = MD5PasswordHasher.encode
    Caller().sign_in("warm-up", "x")
    for name, password in (("known", "wrong"), ("ghost", "wrong"), ("gone", PASSWORD)):
        with patch.object(
            MD5PasswordHasher, "encode", autospec=True, side_effect=operations_of
        ) as hashing:
            answer = Caller().sign_in(name, password)
        body = {key: value for key, value in answer.body.items() if key != "correlation_id"}
        seen.append((answer.status, body, hashing.call_count))
    assert seen[0] == seen[1] == seen[2] and seen[0][0] == 401
