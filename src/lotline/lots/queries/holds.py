"""What lies under a hold; no actor (internal)."""

from uuid import UUID

from django.db import connection


def under_hold(hold: UUID) -> dict[UUID, tuple[str, bool]]:
    """Give each object that a hold was laid on, with its reason and whether it is released."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, reason, released_event IS NOT NULL FROM lots_hold_mark"
            " WHERE hold = %s ORDER BY object",
            [hold],
        )
        return {lot: (reason, released) for lot, reason, released in cursor.fetchall()}
