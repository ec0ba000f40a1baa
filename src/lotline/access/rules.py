"""Decisions of access that need neither a table nor the time."""

import re
import unicodedata
from typing import Final

from lotline.access.records import Actor
from lotline.kernel.errors import Forbidden, Invalid

_USERNAME: Final = re.compile(r"[\w.@+-]{1,64}")


def require(actor: Actor, permission: str) -> None:
    """Raise `Forbidden` unless the actor holds the permission."""
    if permission not in actor.permissions:
        raise Forbidden("access.forbidden", permission=permission)


def require_session(actor: Actor) -> None:
    """Raise `Forbidden` unless a person signed in; a token does not act on its owner's account."""
    if actor.via != "session" or actor.user_id is None:
        raise Forbidden("access.session_only")


def covers(actor: Actor, permissions: frozenset[str]) -> None:
    """Raise `Forbidden` where the actor would hand out, or rule over, more than they hold.

    Nobody grants what they lack, nor takes over the account of somebody who holds it.
    """
    lacking = sorted(permissions - actor.permissions)
    if lacking:
        raise Forbidden("access.exceeds_own_rights", permissions=", ".join(lacking))


def normal_username(typed: str) -> str:
    """Give the one spelling under which a user name is kept and compared (NFKC, lower case)."""
    return unicodedata.normalize("NFKC", typed).strip().casefold()


def valid_username(typed: str, pointer: str = "/username") -> str:
    """Give the kept spelling of a new user name, or refuse one that nobody could type again."""
    name = normal_username(typed)
    if not _USERNAME.fullmatch(name):
        raise Invalid.at(pointer, "access.username_form")
    return name
