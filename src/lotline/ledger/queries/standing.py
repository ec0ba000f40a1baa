"""How far the followers are behind."""

from django.db import connection


def unordered_count() -> int:
    """Count the events that still wait for a position."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_unordered")
        return int(cursor.fetchone()[0])


def count_ordered() -> int:
    """Count the events that have a position."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(position), 0) FROM ledger_event_order")
        return int(cursor.fetchone()[0])


def follower_lag() -> dict[str, int]:
    """Give, for each following projection, how many events it has yet to read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, (SELECT coalesce(max(position), 0) FROM ledger_event_order)"
            " + (SELECT count(*) FROM ledger_unordered) - position FROM ledger_follower"
        )
        return {name: int(lag) for name, lag in cursor.fetchall()}
