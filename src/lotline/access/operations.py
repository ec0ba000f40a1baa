"""The verbs of access: who is let in, who is given what, and the trail that tells of it."""

from lotline.access.accounts import (
    create_first_administrator,
    create_user,
    reset_password,
    update_user,
)
from lotline.access.credentials import authenticate, change_password, set_language
from lotline.access.rules import require, require_session
from lotline.access.tokens import create_token, revoke_token
from lotline.access.trail import record_change

__all__ = [
    "authenticate",
    "change_password",
    "create_first_administrator",
    "create_token",
    "create_user",
    "record_change",
    "require",
    "require_session",
    "reset_password",
    "revoke_token",
    "set_language",
    "update_user",
]
