"""What stands in tanks now; no actor (internal)."""

from decimal import Decimal
from uuid import UUID

from django.db import connection


def tank_standing(tank: UUID) -> Decimal | None:
    """Give what the book of a tank says is in it, in the unit of what was filled in; None if units differ."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.unit, sum(b.quantity) FROM lots_balance b"
            " JOIN lots_trace_object o ON o.id = b.object WHERE b.holder = %s GROUP BY o.unit",
            [tank],
        )
        rows = cursor.fetchall()
    if len(rows) > 1:
        return None
    return rows[0][1] if rows else Decimal(0)
