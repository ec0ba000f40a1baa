"""What the chain and its checkpoints cost on top of the bare rows, and how fast all of it is verified.

Appending is measured against the same rows written without hashes, heads and checkpoints, turn and
turn about in one run. Verification counts the processor time of both sides, ours and the
database's, so that "per core" is not made of two.

    python3 dev.py bench ledger [EVENTS]
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from unittest import mock

import psutil
from django.conf import settings
from django.db import connection, transaction

from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger import queries, rules
from lotline.ledger.operations import appending
from lotline.ledger.operations.verifying.walking import Walk
from lotline.ledger.records import Draft, Head

EVENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
ROUNDS, BATCH, SINGLES, CHECKPOINT_EVERY = 7, 1000, 150, 1000
AT = datetime(2026, 1, 1, tzinfo=UTC)
_numbers = count()
_sequence = count(10**9)
_rounds = count(1)


def main() -> None:
    """Measure and print."""
    settings.LOTLINE_HOME = os.environ["LOTLINE_HOME"]
    ledger.register_followers([])
    fill(EVENTS)
    verifying()
    cost("append, batches of 100", lambda: [in_one(100) for _ in range(BATCH // 100)], BATCH)
    cost("append, one by one", lambda: [in_one(1) for _ in range(SINGLES)], SINGLES)


def cost(name: str, work: Callable[[], object], events: int) -> None:
    """Print what chain and checkpoint add to a way of appending."""
    chained, bare = list[float](), list[float]()
    for _ in range(ROUNDS):
        chained.append(timed(lambda: (work(), signed(events))) / events)
        with without_chain():
            bare.append(timed(work) / events)
        forget_bare_rows()
    full, plain = median(chained), median(bare)
    print(f"{name:24}: chained and signed {1 / full:8.0f} events/s, bare rows {1 / plain:8.0f},"
          f" cost {100 * (1 - plain / full):5.1f} %")  # fmt: skip


def in_one(number: int) -> None:
    """Append some events in one transaction."""
    ledger.append([draft() for _ in range(number)], actor="bench")


def draft() -> Draft:
    """Make an event about two lots, with a payload as large as a plant's."""
    number = next(_numbers)
    lines = [{"number": str(n), "object": str(uuid7()), "quantity": "12.5"} for n in range(6)]
    body: dict[str, object] = {"schema": "bench/1", "lines": lines, "note": "x" * 80}
    return Draft(uuid7(), "transform", "P1", (f"lot-{number % 500}", f"lot-{number}"), AT, body)


def signed(events: int) -> None:
    """Sign as often as the house does: once every 1,000 events."""
    if next(_rounds) % max(1, CHECKPOINT_EVERY // events) == 0:
        ledger.checkpoint()
    ledger.export_checkpoints()


@contextmanager
def without_chain() -> Iterator[None]:
    """Write the same rows without hashing them or taking and moving heads."""
    heads: dict[str, Head] = {}

    def unlocked(streams: Iterator[str]) -> dict[str, Head]:
        for stream in set(streams):
            heads[stream] = Head(stream, next(_sequence) * 1000, rules.GENESIS_HASH, AT)
        return heads

    with (
        mock.patch.object(appending, "_lock_heads", unlocked),
        mock.patch.object(appending, "save_heads", lambda _: None),
        mock.patch.object(appending.rules, "event_hash", lambda **_: rules.GENESIS_HASH),
    ):
        yield


def forget_bare_rows() -> None:
    """Let no bare row get a position; they stay beside the order of this scratch ledger."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_unordered WHERE stream_seq >= 1000000000")


def fill(events: int) -> None:
    """Append many events and sign them."""
    for _ in range(events // 500):
        in_one(500)
    ledger.checkpoint()


def verifying() -> None:
    """Print how many events a second of processor time verifies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    upto = queries.count_ordered()
    for name, work in (
        ("hash, chain, tree", lambda: walked(lambda walk: walk.over_events(upto))),
        ("kept hashes, tree", lambda: walked(lambda walk: walk.over_kept_hashes(upto))),
        ("all but projections", lambda: ledger.verify(projections=False)),
    ):
        took = lasted = float("inf")
        for _ in range(3):
            began, wall = processor(backend), time.perf_counter()
            work()
            took = min(took, processor(backend) - began)
            lasted = min(lasted, time.perf_counter() - wall)
        print(f"verify: {name:20}: {upto / took:8.0f} events/s per core,"
              f" {upto / lasted:8.0f} on the clock")  # fmt: skip
    print(f"{upto} events of {size()} bytes each; folder {Path(settings.LOTLINE_HOME).name}")


@transaction.atomic
def walked(way: Callable[[Walk], None]) -> None:
    """Walk over the whole record once."""
    walk = Walk([])
    way(walk)
    if walk.findings:
        raise SystemExit(str(walk.findings[0]))


def processor(backend: psutil.Process) -> float:
    """Give the processor seconds spent by us and by our database process."""
    ours = resource.getrusage(resource.RUSAGE_SELF)
    theirs = backend.cpu_times()
    return ours.ru_utime + ours.ru_stime + theirs.user + theirs.system


def size() -> int:
    """Give the mean size of an event's payload."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT avg(octet_length(payload))::int FROM ledger_event")
        return int(cursor.fetchone()[0])


def timed(work: Callable[[], object]) -> float:
    """Give how long some work takes, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
