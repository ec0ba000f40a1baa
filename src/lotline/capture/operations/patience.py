"""Trying again when two writers stood in each other's way."""

from collections.abc import Callable
from typing import Final, TypeVar

from django.db import OperationalError

from lotline.kernel.errors import Busy
from lotline.ledger import operations as ledger

T = TypeVar("T")
_TRIES: Final = 5
# PostgreSQL: serialization failure, deadlock detected, lock not available.
_PASSING: Final = frozenset({"40001", "40P01", "55P03"})


def patiently(attempt: Callable[[], T]) -> T:
    """Try a transaction again a few times; give up as `Busy`, never half-way."""
    for _ in range(_TRIES):
        try:
            return attempt()
        except ledger.KeyTaken:
            continue
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", None) not in _PASSING:
                raise
    raise Busy("capture.contended")
