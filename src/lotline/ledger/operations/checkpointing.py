"""Signing where the record stands: size and root of the tree, and the head of the audit trail.

The tree's right edge stands with the last checkpoint, so a new one costs what is new. It is only
grown on from there if its root is the one that was signed.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.db import connection, transaction

from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict
from lotline.ledger import folders, queries, rules
from lotline.ledger.operations.keyring import CHECKPOINT_LOCK, signing_key
from lotline.ledger.operations.ordering import order_events
from lotline.ledger.operations.witnessing import trail
from lotline.ledger.queries.exports import Copy, newest, shared_upto
from lotline.ledger.records import CannotTell, Checkpoint, KeyCard
from lotline.ledger.rules import CheckpointText, Frontier, Restored, Signed

EVERY: Final = timedelta(seconds=50)
MOST_NEW: Final = 1000
_CHUNK: Final = 10_000
_SYSTEM_CLOCK = SystemClock()


def checkpoint_if_due(*, clock: Clock = _SYSTEM_CLOCK) -> Checkpoint | None:
    """Write a checkpoint if something is new and 50 s have passed or 1,000 events have come."""
    last = queries.last_checkpoint()
    new = queries.count_ordered() + queries.unordered_count() - (last.size if last else 0)
    is_old = last is None or not timedelta() <= clock.now() - last.at < EVERY
    if new >= MOST_NEW or (is_old and (new or _has_trail_moved(last))):
        return checkpoint(clock=clock)
    return None


@transaction.atomic
def checkpoint(
    *, clock: Clock = _SYSTEM_CLOCK, restored: Restored | None = None
) -> Checkpoint | None:
    """Sign how the record stands now; None where nothing is new or the key lies elsewhere.

    Raises `Conflict`: `ledger.rolled_back` where an export folder already holds checkpoints that
    the database does not know, `ledger.edge_broken` where the tree's kept edge is not what was
    signed, `ledger.foreign` where the ledger is not this installation's.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHECKPOINT_LOCK])
    size = order_events()
    last = queries.last_checkpoint()
    seq, digest = trail().head()
    if restored is None and not _is_new(last, size, seq):
        return None
    found = signing_key(clock.now())
    if found is None:
        return None
    if restored is None:
        _refuse_rolled_back()
    edge = _edge(last)
    nodes = _grow(edge, size)
    at = max(clock.now(), last.at + timedelta(microseconds=1)) if last else clock.now()
    text = rules.write(_statement(last, edge, at, found[0], (seq, digest), restored))
    said = rules.read_checkpoint(text)
    made = Checkpoint(
        said.number, said.epoch, size, said.root, at, said.key, text, found[1].sign(text)
    )
    _insert(made, edge, nodes)
    return made


def _statement(
    last: Checkpoint | None,
    edge: Frontier,
    at: datetime,
    key: KeyCard,
    audit: tuple[int, str],
    restored: Restored | None,
) -> CheckpointText:
    before = (Signed(last.text, last.signature).hash, last.size, last.root) if last else None
    previous, previous_size, previous_root = before or rules.first_previous()
    return CheckpointText(
        origin=queries.signing_keys()[0].key_id, number=last.number + 1 if last else 1,
        epoch=(last.epoch if last else rules.FIRST_EPOCH) + (1 if restored else 0),
        size=edge.size, root=edge.root().hex(), at=rules.moment_text(at), previous=previous,
        previous_size=previous_size, previous_root=previous_root, key=key.key_id,
        audit_seq=audit[0], audit_hash=audit[1], restored=restored,
    )  # fmt: skip


def _is_new(last: Checkpoint | None, size: int, seq: int) -> bool:
    if last is None:
        return size > 0
    return size > last.size or seq > rules.read_checkpoint(last.text).audit_seq


def _has_trail_moved(last: Checkpoint | None) -> bool:
    return last is not None and trail().head()[0] > rules.read_checkpoint(last.text).audit_seq


def _refuse_rolled_back() -> None:
    """Do not sign a second history under numbers that were given out already."""
    for folder in folders.export_folders():
        found = _last_in(folder / queries.signing_keys()[0].key_id)
        if found and found.fault is None and shared_upto(found) is None:
            raise Conflict("ledger.rolled_back", number=found.number, folder=folder)


def _last_in(own: Path) -> Copy | None:
    """Give the last checkpoint of a folder; one that cannot be reached now hinders nobody."""
    try:
        return newest(own) if own.is_dir() else None
    except (OSError, CannotTell):
        return None


def _edge(last: Checkpoint | None) -> Frontier:
    """Give the edge kept with the last checkpoint, if it is what that checkpoint signed."""
    if last is None:
        return Frontier()
    try:
        edge = queries.frontier(last.number)
    except ValueError as error:
        raise Conflict("ledger.edge_broken", number=last.number) from error
    if (edge.size, edge.root().hex()) != (last.size, last.root) or last.root not in last.text:
        raise Conflict("ledger.edge_broken", number=last.number)
    return edge


def _grow(edge: Frontier, size: int) -> list[rules.Node]:
    nodes = []
    for entries in _entries(edge.size, size):
        nodes += edge.extend(entries)
    if edge.size != size:
        raise Conflict("ledger.edge_broken", number=size)
    return nodes


def _entries(after: int, upto: int) -> Iterator[list[bytes]]:
    for low in range(after, upto, _CHUNK):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT e.hash FROM ledger_event_order o JOIN ledger_event e USING (event_id)"
                " WHERE o.position > %s AND o.position <= %s ORDER BY o.position",
                [low, min(low + _CHUNK, upto)],
            )
            yield [bytes.fromhex(row[0]) for row in cursor.fetchall()]


def _insert(made: Checkpoint, edge: Frontier, nodes: list[rules.Node]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_checkpoint (number, epoch, size, root, at, key_id, text,"
            " signature, frontier) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                made.number, made.epoch, made.size, made.root, made.at, made.key_id, made.text,
                made.signature, edge.text(),
            ],
        )  # fmt: skip
        cursor.executemany(
            "INSERT INTO ledger_tree (level, number, hash) VALUES (%s, %s, %s)",
            [(level, number, node.hex()) for level, number, node in nodes],
        )
