"""What a password must be, and how a first one is made (ASVS 5.0 V6.2; offline list of Django)."""

import secrets
from typing import Final

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    NumericPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError

from lotline.access.models import User
from lotline.kernel.errors import Invalid, Violation

LONGEST: Final = 256
SHORTEST: Final = 10
# Without the letters and digits that are misread from a screen.
_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CHECKS: Final = (
    ("access.password_short", MinimumLengthValidator(SHORTEST)),
    ("access.password_common", CommonPasswordValidator()),
    ("access.password_numeric", NumericPasswordValidator()),
    (
        "access.password_like_name",
        UserAttributeSimilarityValidator(("username", "display_name"), max_similarity=0.7),
    ),
)


def check_password_policy(password: str, user: User, pointer: str = "/new") -> None:
    """Raise `Invalid` with every reason why this password will not do for this user."""
    found = [code for code, check in _CHECKS if _refuses(check, password, user)]
    if len(password) > LONGEST:
        found = ["access.password_long"]
    if found:
        shown = {"shortest": str(SHORTEST), "longest": str(LONGEST)}
        raise Invalid("request.invalid", [Violation(pointer, code, shown) for code in found])


def random_password() -> str:
    """Make a first password with more than 110 random bits, in groups that can be read out."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


def _refuses(check: object, password: str, user: User) -> bool:
    try:
        check.validate(password, user)  # type: ignore[attr-defined]
    except ValidationError:
        return True
    return False
