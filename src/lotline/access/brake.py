"""The brake on guessing: after ten bad logins for a name or from an address, nobody is heard.

The count stands in a table, so all processes share it and a restart forgets nothing. A try is
written down before the password is looked at and struck out when it was right, so that a hundred
tries at once are not all heard; tries refused by the brake are not counted, so the wait ends.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final
from uuid import UUID

from django.db.models import Min, Q

from lotline.access.models import LoginFailure
from lotline.kernel.canonical import sha256_hex
from lotline.kernel.errors import TooMany

WINDOW: Final = timedelta(minutes=15)
ALLOWED: Final = 10


@dataclass(frozen=True, slots=True)
class Attempt:
    """One login being tried."""

    id: UUID
    name_digest: str


def begin(username: str, address: str, now: datetime) -> Attempt:
    """Count this try, or raise `TooMany` with the seconds until one will be heard again."""
    LoginFailure.objects.filter(at__lt=now - WINDOW).delete()
    row = LoginFailure.objects.create(
        name_digest=sha256_hex(f"login:{username}"), address=address[:64], at=now
    )
    for same in (Q(name_digest=row.name_digest), Q(address=row.address)):
        recent = LoginFailure.objects.filter(same, at__gt=now - WINDOW)
        if recent.count() > ALLOWED:
            row.delete()
            first = recent.aggregate(first=Min("at"))["first"]
            raise TooMany("auth.too_many_attempts", retry_after=_wait(first, now))
    return Attempt(row.pk, row.name_digest)


def succeed(attempt: Attempt) -> None:
    """Strike out the tries for this name; those of the address stay, they may be another's."""
    LoginFailure.objects.filter(Q(pk=attempt.id) | Q(name_digest=attempt.name_digest)).delete()


def _wait(first: datetime | None, now: datetime) -> int:
    return max(1, ceil(((first or now) + WINDOW - now).total_seconds()))
