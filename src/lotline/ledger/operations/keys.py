"""The same request under the same key gets the same answer, however often it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, connection, transaction

from lotline.kernel.errors import Conflict


class KeyTaken(Exception):  # noqa: N818 – a turn of events, answered by recalling
    """Another request under the same key was faster."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to keep: the client's key, what the request was, and what it was told."""

    key: str
    fingerprint: str
    text: str


def recall(principal: str, asked: Mapping[str, str]) -> dict[str, str | Conflict]:
    """Give the answers kept under keys; `asked` maps each key to its request's fingerprint.

    A key that was used for another request gives a `Conflict` in place of an answer.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, fingerprint, answer FROM ledger_key WHERE principal = %s AND key = ANY(%s)",
            [principal, list(asked)],
        )
        return {
            key: answer if fingerprint == asked[key] else Conflict("ledger.key_reused", key=key)
            for key, fingerprint, answer in cursor.fetchall()
        }


def remember(principal: str, answers: Sequence[Answer], at: datetime) -> None:
    """Keep answers in the transaction that did the work.

    A second writer under the same key waits here for the first and then raises `KeyTaken`, so
    that its whole transaction is undone and it can recall the first one's answer.
    """
    rows = [(principal, a.key, a.fingerprint, a.text, at) for a in answers]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO ledger_key (principal, key, fingerprint, answer, made_at)"
                " VALUES (%s, %s, %s, %s, %s)",
                rows,
            )
    except IntegrityError as error:
        raise KeyTaken from error
