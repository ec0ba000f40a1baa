"""Proving who one is: the password, the brake on guessing, and one's own settings."""

import logging
from functools import cache
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F

from lotline.access import brake
from lotline.access.models import User
from lotline.access.passwords import check_password_policy
from lotline.access.queries import myself, person
from lotline.access.records import Actor, Person
from lotline.access.rules import normal_username, require_session
from lotline.access.trail import record_change
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Invalid, Unauthenticated
from lotline.kernel.messages import Language

_log: Final = logging.getLogger("lotline.access")


def authenticate(
    username: str, password: str, *, address: str, clock: Clock | None = None
) -> Person:
    """Give the user whose name and password these are, or raise the same refusal for any reason."""
    name = normal_username(username)
    attempt = brake.begin(name, address, (clock or SystemClock()).now())
    user = _proven(name, password)
    if user is None:
        _log.warning("login refused: user=%r address=%r", name[:64], address)
        raise Unauthenticated("auth.invalid_credentials")
    brake.succeed(attempt)
    _log.info("login accepted: user=%r address=%r", name, address)
    return person(user.pk)


def change_password(
    actor: Actor, *, current: str, new: str, address: str, clock: Clock | None = None
) -> Person:
    """Replace one's own password, proving the old one; every other open session ends."""
    require_session(actor)
    attempt = brake.begin(actor.name, address, (clock or SystemClock()).now())
    user = _proven(actor.name, current)
    if user is None:
        raise Unauthenticated("auth.invalid_credentials")
    brake.succeed(attempt)
    if new == current:
        raise Invalid.at("/new", "access.password_unchanged")
    check_password_policy(new, user)
    with transaction.atomic():
        _store(user, make_password(new))
        record_change(actor, "user.password_changed", user.username, {})
    return person(user.pk)


def set_language(actor: Actor, language: Language) -> Person:
    """Choose the language in which the system speaks to this user."""
    require_session(actor)
    me = myself(actor)
    User.objects.filter(pk=me.id).update(language=language)
    return person(me.id)


def _store(user: User, encoded: str) -> None:
    User.objects.filter(pk=user.pk).update(
        password=encoded,
        must_change_password=False,
        session_version=F("session_version") + 1,
    )


def _proven(name: str, password: str) -> User | None:
    user = User.objects.filter(username=name).first()
    # An unknown name costs the same hash as a known one (RELIABILITY C22).
    right = check_password(password, user.password if user else _dummy())
    return user if user and right and user.is_active else None


@cache
def _dummy() -> str:
    return make_password("nobody")
