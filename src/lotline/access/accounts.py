"""Users: made, changed, given a new first password; nobody grants what they lack."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from lotline.access import queries
from lotline.access.models import Role, Token, User, UserRole
from lotline.access.passwords import random_password
from lotline.access.records import Actor, Newcomer, Person
from lotline.access.rules import covers, require, valid_username
from lotline.access.trail import record_change
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict, Invalid, Violation
from lotline.kernel.messages import Language


def create_user(
    actor: Actor,
    *,
    username: str,
    roles: Sequence[str],
    display_name: str = "",
    language: Language = "zh",
    password: str | None = None,
    clock: Clock | None = None,
) -> Newcomer:
    """Make a user who must change the first password; without one given, a random one is made."""
    require(actor, "users.manage")
    name = valid_username(username)
    codes = _grantable(actor, roles)
    first = password or random_password()
    user = User(
        username=name,
        display_name=display_name or name,
        language=language,
        password=make_password(first),
        created_at=(clock or SystemClock()).now(),
    )
    with transaction.atomic():
        _insert(user)
        _give(user, codes)
        record_change(actor, "user.created", name, {"roles": codes})
    return Newcomer(queries.person(user.pk), first)


def update_user(
    actor: Actor,
    user_id: UUID,
    *,
    active: bool | None = None,
    roles: Sequence[str] | None = None,
    display_name: str | None = None,
) -> Person:
    """Change a user; a change of roles or activity ends the user's open sessions at once."""
    require(actor, "users.manage")
    with transaction.atomic():
        before = _governed(actor, user_id)
        user = User.objects.get(pk=user_id)
        if display_name is not None:
            user.display_name = display_name
        if roles is not None:
            _give(user, _grantable(actor, roles))
        user.is_active = before.is_active if active is None else active
        user.session_version += active is not None or roles is not None
        user.save()
        after = queries.person(user_id)
        record_change(actor, "user.changed", user.username, _difference(before, after))
        # After the trail's lock, so that two administrators cannot remove each other at once.
        if "users.manage" in before.permissions:
            _keep_an_administrator()
    return after


def reset_password(actor: Actor, user_id: UUID) -> Newcomer:
    """Give a user a new random first password; open sessions and all tokens of theirs end."""
    require(actor, "users.manage")
    first = random_password()
    with transaction.atomic():
        _governed(actor, user_id)
        user = User.objects.get(pk=user_id)
        user.password = make_password(first)
        user.must_change_password = True
        user.session_version += 1
        user.save()
        ended = _end_tokens(user)
        record_change(actor, "user.password_reset", user.username, {"tokens": str(ended)})
    return Newcomer(queries.person(user_id), first)


def create_first_administrator(*, clock: Clock | None = None) -> str | None:
    """Make the first user `admin`, who holds every role to hand out; give the password, once."""
    with transaction.atomic():
        if User.objects.exists():
            return None
        made = create_user(
            Actor.system("installation"),
            username="admin",
            roles=sorted(queries.roles()),
            display_name="管理员",
            clock=clock,
        )
    return made.password


def _insert(user: User) -> None:
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError as error:
        found = Violation("/username", "access.username_taken", {"username": user.username})
        raise Conflict("access.username_taken", [found], username=user.username) from error


def _grantable(actor: Actor, wanted: Sequence[str]) -> list[str]:
    known = queries.roles()
    for number, code in enumerate(wanted):
        if code not in known:
            raise Invalid.at(f"/roles/{number}", "access.role_unknown", role=code[:40])
        covers(actor, known[code].permissions)
    return sorted(set(wanted))


def _governed(actor: Actor, user_id: UUID) -> Person:
    User.objects.select_for_update().filter(pk=user_id).first()
    target = queries.person(user_id)
    covers(actor, frozenset(target.permissions))
    return target


def _give(user: User, codes: Sequence[str]) -> None:
    UserRole.objects.filter(user=user).exclude(role__code__in=codes).delete()
    for role in Role.objects.filter(code__in=codes).exclude(user_links__user=user):
        UserRole.objects.create(user=user, role=role)


def _keep_an_administrator() -> None:
    able = User.objects.filter(is_active=True, role_links__role__grants__permission="users.manage")
    if not able.exists():
        raise Conflict("access.last_administrator")


def _end_tokens(user: User) -> int:
    return Token.objects.filter(user=user, revoked_at=None).update(revoked_at=SystemClock().now())


def _difference(before: Person, after: Person) -> dict[str, object]:
    pairs = {
        "active": (before.is_active, after.is_active),
        "display_name": (before.display_name, after.display_name),
        "roles": ([card.code for card in before.roles], [card.code for card in after.roles]),
    }
    return {name: {"from": old, "to": new} for name, (old, new) in pairs.items() if old != new}
