"""Whose material lots are, holder by holder; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db import connection


def owned_parts(ids: Iterable[UUID]) -> dict[UUID, dict[tuple[UUID, UUID], Decimal]]:
    """Give how much of each lot belongs to whom, by holder and owner; no owner is the nil id."""
    found: dict[UUID, dict[tuple[UUID, UUID], Decimal]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, owner, sum(quantity) FROM lots_part"
            " WHERE object = ANY(%s) AND quantity > 0 GROUP BY object, holder, owner",
            [list(ids)],
        )
        for lot, holder, owner, quantity in cursor.fetchall():
            found[lot][holder, owner] = quantity
    return found
