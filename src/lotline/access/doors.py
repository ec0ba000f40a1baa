"""The doors of the API: a session cookie checked for forgery, a bearer token, or no door."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBearer

from lotline.access.records import SELF, Actor, Person, SignedIn
from lotline.kernel.errors import Forbidden

_log: Final = logging.getLogger("lotline.access")
_USER: Final = "user"
_VERSION: Final = "version"
_NOBODY: Final = Actor(None, "", frozenset())


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Knows people by their session and programs by their token; plugged in when Django starts."""

    by_session: Callable[[UUID, int], SignedIn | None]
    by_token: Callable[[str], SignedIn | None]


_keepers: Final[list[Doorkeeper]] = []


def appoint(keeper: Doorkeeper) -> None:
    """Say who recognises callers; until somebody does, every door stays shut."""
    _keepers[:] = [keeper]


class SessionDoor(APIKeyCookie):
    """Lets in whoever signed in at a screen and holds the permission; writes carry a CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, permission: str) -> None:
        super().__init__()
        self.permission = permission

    def _get_key(self, request: HttpRequest) -> str | None:
        if self.param_name not in request.COOKIES:
            return None
        return _forgery_checked(super()._get_key, request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Recognise the session's user with the rights of this moment."""
        found = signed_in(request) if key else None
        return _admit(request, found, self.permission) if found else None


class BearerDoor(HttpBearer):
    """Lets in a program that carries a live token with the permission."""

    def __init__(self, permission: str) -> None:
        super().__init__()
        self.permission = permission

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Recognise the token."""
        found = _keeper().by_token(token)
        return _admit(request, found, self.permission) if found else None


class VisitorDoor(APIKeyCookie):
    """Lets anybody in as nobody, but a write must still carry a CSRF token (login forgery)."""

    param_name = settings.CSRF_COOKIE_NAME

    def _get_key(self, request: HttpRequest) -> str | None:
        return _forgery_checked(super()._get_key, request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor:
        """Give the actor without a name or a right."""
        return _NOBODY


class ClosedDoor(HttpBearer):
    """Lets nobody in: what stands on a route whose author forgot to say who may."""

    def authenticate(self, request: HttpRequest, token: str) -> None:
        """Refuse."""


def signed_in(request: HttpRequest) -> SignedIn | None:
    """Give whoever the request's session belongs to, if it has not ended."""
    user, version = request.session.get(_USER), request.session.get(_VERSION)
    if not isinstance(user, str) or not isinstance(version, int):
        return None
    return _keeper().by_session(UUID(user), version)


def is_known(request: HttpRequest) -> bool:
    """Say whether the request comes from anybody who could be let in somewhere."""
    if actor_of(request) is not _NOBODY:
        return True
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer" and _keeper().by_token(secret) is not None:
        return True
    return hasattr(request, "session") and signed_in(request) is not None


def actor_of(request: HttpRequest) -> Actor:
    """Give whoever the guard let in."""
    actor = getattr(request, "auth", None)
    return actor if isinstance(actor, Actor) else _NOBODY


def open_session(request: HttpRequest, person: Person) -> None:
    """Begin a new session with a new id; what stood in the old one is gone."""
    request.session.flush()
    request.session[_USER] = str(person.id)
    request.session[_VERSION] = person.session_version


def _admit(request: HttpRequest, found: SignedIn, permission: str) -> Actor:
    request.auth = found.actor  # type: ignore[attr-defined]  # a refusal speaks their language
    if permission == SELF:
        return found.actor
    if found.must_change_password:
        raise Forbidden("auth.password_change_required")
    if not found.actor.may(permission):
        _log.warning("denied: user=%r needs=%s", found.actor.name, permission)
        raise Forbidden("access.forbidden", permission=permission)
    return found.actor


def _keeper() -> Doorkeeper:
    return _keepers[0]


def _forgery_checked(read: Any, request: HttpRequest) -> str | None:
    try:
        key: str | None = read(request)
    except HttpError as error:
        raise Forbidden("auth.csrf_failed") from error
    return key
