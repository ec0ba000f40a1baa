"""Checkpoints and keys as they are kept, with their exact texts."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from lotline.ledger.records import Checkpoint, KeyCard
from lotline.ledger.rules import Frontier, read_key

_CHECKPOINT = "number, epoch, size, root, at, key_id, text, signature"


def last_checkpoint() -> Checkpoint | None:
    """Give the last checkpoint."""
    found = checkpoints(limit=1)
    return found[0] if found else None


def checkpoints(*, before: int | None = None, limit: int = 50) -> list[Checkpoint]:
    """Give checkpoints below a number, the latest first."""
    return _select(
        "WHERE number < %s ORDER BY number DESC LIMIT %s",
        [before if before is not None else 2**62, limit],
    )


def checkpoints_after(number: int, limit: int = 500) -> list[Checkpoint]:
    """Give the checkpoints after a number, the earliest first."""
    return _select("WHERE number > %s ORDER BY number LIMIT %s", [number, limit])


def checkpoint(number: int) -> Checkpoint | None:
    """Give one checkpoint."""
    found = _select("WHERE number = %s", [number])
    return found[0] if found else None


def last_of_epoch(epoch: int) -> int:
    """Give the number of the last checkpoint of an epoch or those before it; 0 without any."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(number), 0) FROM ledger_checkpoint WHERE epoch <= %s", [epoch]
        )
        return int(cursor.fetchone()[0])


def frontier(number: int) -> Frontier:
    """Give the tree's right edge at a checkpoint; raise `ValueError` where it cannot be read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT frontier FROM ledger_checkpoint WHERE number = %s", [number])
        row = cursor.fetchone()
    return Frontier.parse(row[0]) if row else Frontier()


def signing_keys() -> list[KeyCard]:
    """Give the chain of keys from the first; raise `ValueError` where a text is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, signature FROM ledger_signing_key ORDER BY number")
        return [_key(text, signature) for text, signature in cursor.fetchall()]


def _key(text: str, signature: str) -> KeyCard:
    said = read_key(text)
    return KeyCard(
        said.number, said.key, said.alg, said.public, said.at, said.after, text, signature
    )


def _select(where: str, values: Sequence[Any]) -> list[Checkpoint]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_CHECKPOINT} FROM ledger_checkpoint {where}", values)  # noqa: S608
        return [Checkpoint(*row) for row in cursor.fetchall()]
