"""The same request under the same key gets the same answer, however often it is sent."""

from datetime import datetime

from django.db import IntegrityError, connection, transaction

from lotline.kernel.errors import Conflict


def recall(principal: str, key: str, fingerprint: str) -> str | None:
    """Give the answer kept under a key, if any; another body under it raises `Conflict`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT fingerprint, answer FROM ledger_key WHERE principal = %s AND key = %s",
            [principal, key],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    if row[0] != fingerprint:
        raise Conflict("ledger.key_reused", key=key)
    return str(row[1])


def remember(principal: str, key: str, fingerprint: str, answer: str, at: datetime) -> None:
    """Keep the answer in the transaction that did the work.

    A second writer under the same key waits here for the first and then raises `KeyTaken`, so
    that its whole transaction is undone and it can recall the first one's answer.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_key (principal, key, fingerprint, answer, made_at)"
                " VALUES (%s, %s, %s, %s, %s)",
                [principal, key, fingerprint, answer, at],
            )
    except IntegrityError as error:
        raise KeyTaken from error


class KeyTaken(Exception):  # noqa: N818 – a turn of events, answered by recalling
    """Another request under the same key was faster."""
