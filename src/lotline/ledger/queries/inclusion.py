"""Proof that an event is under the last checkpoint, from the tree's kept nodes and a few leaves."""

from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.errors import Conflict, NotFound
from lotline.ledger.queries.checkpoints import last_checkpoint, signing_keys
from lotline.ledger.queries.events import event
from lotline.ledger.records import Inclusion
from lotline.ledger.rules import (
    TILE_LEVELS,
    includes,
    inclusion_path,
    leaf_hash,
    node_hash,
)


def inclusion(actor: Actor, event_id: UUID) -> Inclusion:
    """Prove an event; whoever holds the checkpoint's root and our public key can check it anywhere.

    Raises `NotFound` `event.not_found`, `Conflict` `ledger.not_signed_yet` where no checkpoint covers
    the event yet, and `ledger.unproved` where the kept tree does not lead to the signed root.
    """
    access.require(actor, "events.verify")
    found, last = event(event_id), last_checkpoint()
    if found is None:
        raise NotFound("event.not_found")
    if last is None or found.position is None or found.position > last.size:
        raise Conflict("ledger.not_signed_yet")
    index = found.position - 1
    try:
        path = inclusion_path(index, last.size, _subtree)
        proved = includes(
            bytes.fromhex(found.hash), index, last.size, path, bytes.fromhex(last.root)
        )
    except (ValueError, LookupError):
        path, proved = [], False
    if not proved:
        raise Conflict("ledger.unproved")
    return Inclusion(
        event_id, found.hash, index, last.size, tuple(node.hex() for node in path), last,
        tuple(signing_keys()),
    )  # fmt: skip


def _subtree(low: int, high: int) -> bytes:
    """Give the root over some leaves: complete trees from left to right, joined from the right."""
    peaks = []
    while low < high:
        level = (high - low).bit_length() - 1
        peaks.append(_complete(level, low >> level))
        low += 1 << level
    root = peaks.pop()
    while peaks:
        root = node_hash(peaks.pop(), root)
    return root


def _complete(level: int, number: int) -> bytes:
    """Give one node from those kept on the nearest level below it."""
    kept = level // TILE_LEVELS * TILE_LEVELS
    count = 1 << level - kept
    nodes = _kept(kept, number * count, count) if kept else _leaves(number * count, count)
    if len(nodes) != count:
        raise LookupError(kept, number)
    while len(nodes) > 1:
        nodes = [node_hash(*pair) for pair in zip(nodes[::2], nodes[1::2], strict=True)]
    return nodes[0]


def _kept(level: int, first: int, count: int) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT hash FROM ledger_tree WHERE level = %s AND number >= %s AND number < %s"
            " ORDER BY number",
            [level, first, first + count],
        )
        return [bytes.fromhex(row[0]) for row in cursor.fetchall()]


def _leaves(first: int, count: int) -> list[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.hash FROM ledger_event_order o JOIN ledger_event e USING (event_id)"
            " WHERE o.position > %s AND o.position <= %s ORDER BY o.position",
            [first, first + count],
        )
        return [leaf_hash(bytes.fromhex(row[0])) for row in cursor.fetchall()]
