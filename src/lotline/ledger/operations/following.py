"""Projections follow the ledger: inline in its transaction, or afterwards by position."""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection, transaction

from lotline.ledger import queries
from lotline.ledger.kinds import Follower
from lotline.ledger.operations.ordering import order_events

_CHUNK = 1000
_registered: list[Follower] = []


def register_followers(found: Iterable[Follower]) -> None:
    """Take the ordered list of followers; the wiring page calls this once at start."""
    _registered[:] = list(found)


def followers() -> tuple[Follower, ...]:
    """Give every follower in the order of the wiring."""
    return tuple(_registered)


def inline_followers() -> Iterator[Follower]:
    """Give the followers that belong to the appending transaction."""
    return (follower for follower in _registered if follower.inline)


@transaction.atomic
def follow(follower: Follower, limit: int = _CHUNK) -> int:
    """Let a following projection read on; its position is saved with its result.

    Gives the number of events read; 0 means that it has caught up.
    """
    position = _lock_position(follower.name)
    order_events()
    events = queries.in_order(after=position, limit=limit)
    if events:
        follower.apply(events)
        _save_position(follower.name, events[-1].position or position)
    return len(events)


def catch_up() -> None:
    """Let every following projection read to the end."""
    for follower in _registered:
        while not follower.inline and follow(follower):
            pass


@transaction.atomic
def rebuild(names: Sequence[str] = ()) -> int:
    """Drop the projections and fold the whole ledger into them again; give the events read."""
    chosen = [f for f in _registered if not names or f.name in names]
    with connection.cursor() as cursor:
        for follower in chosen:
            for table in reversed(follower.tables):
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608 – names from our own wiring
    last = order_events()
    count = replay(chosen, upto=last)
    for follower in chosen:
        if not follower.inline:
            _lock_position(follower.name)
            _save_position(follower.name, last)
    return count


def replay(chosen: Sequence[Follower], upto: int) -> int:
    """Apply the events up to a position, in order, to the followers given."""
    count, position = 0, 0
    while events := queries.in_order(after=position, limit=_CHUNK, upto=upto):
        for follower in chosen:
            follower.apply(events)
        position = events[-1].position or 0
        count += len(events)
    return count


def _lock_position(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_follower (name, position) VALUES (%s, 0) ON CONFLICT DO NOTHING",
            [name],
        )
        cursor.execute("SELECT position FROM ledger_follower WHERE name = %s FOR UPDATE", [name])
        return int(cursor.fetchone()[0])


def _save_position(name: str, position: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_follower SET position = %s WHERE name = %s", [position, name])
