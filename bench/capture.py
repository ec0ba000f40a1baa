"""Capture, singly and in batches, against a raw COPY of the same event rows.

The door does everything on each event – naming, locks, gate, chain, projections, kept answer –
while COPY only moves bytes; the ratio says what that costs. Run with `python3 dev.py bench capture`.
"""

import time
from collections.abc import Callable
from uuid import uuid4

from django.db import connection, transaction

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import CaptureRequest, LineRequest, MasterRef, NewObject, ObjectRef
from lotline.kernel.clock import SystemClock
from lotline.kernel.decimals import parse_decimal
from lotline.lots.events import Kind, Measure
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import LocationDraft, ProductDraft, ProductKind, SiteDraft

SINGLES, BATCH, ROUNDS = 200, 1000, 3
ACTOR = Actor.system("bench")
CLOCK = SystemClock()


def main() -> None:
    """Measure and print."""
    tag = uuid4().hex[:8]
    _masters(tag)
    single = _rate(lambda: [_one(tag) for _ in range(SINGLES)], SINGLES)
    batch = _rate(lambda: door.capture_batch(ACTOR, [_request(tag) for _ in range(BATCH)]), BATCH)
    copy = _rate(_copy_rows, BATCH)
    print(f"single captures, durable : {single:10.0f} events/s")
    print(f"batch of {BATCH}            : {batch:10.0f} events/s")
    print(f"raw COPY of the same rows: {copy:10.0f} rows/s")
    print(f"ratio batch / COPY       : {batch / copy:10.3f}")
    print(f"ratio batch / single     : {batch / single:10.1f}")


def _masters(tag: str) -> None:
    masterdata.bulk_save(
        ACTOR,
        [
            SiteDraft(code=f"B{tag}", name=tag),
            LocationDraft(code=f"W{tag}", name=tag),
            ProductDraft(code=f"M{tag}", name=tag, kind=ProductKind.RAW, stock_unit="LTR"),
        ],
    )


def _request(tag: str) -> CaptureRequest:
    new = NewObject(product=MasterRef(code=f"M{tag}"))
    line = LineRequest(ObjectRef(new=new), Measure(parse_decimal("1000"), "LTR"))
    return CaptureRequest(
        client_id=str(uuid4()), kind=Kind.RECEIVE, event_time=CLOCK.now(), offset="+08:00",
        site=MasterRef(code=f"B{tag}"), place=MasterRef(code=f"W{tag}"), outputs=(line,),
    )  # fmt: skip


def _one(tag: str) -> None:
    door.capture(ACTOR, _request(tag))


def _copy_rows() -> None:
    """Copy as many stored events as a batch has into a table without keys, and take it back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_id::text, kind, stream, stream_seq, prev_hash, hash, payload"
            " FROM ledger_event ORDER BY record_time DESC LIMIT %s",
            [BATCH],
        )
        rows = cursor.fetchall()
        cursor.execute(
            "CREATE TEMPORARY TABLE bench_copy (event_id uuid, kind text, stream text,"
            " stream_seq bigint, prev_hash text, hash text, payload text) ON COMMIT DROP"
        )
        with connection.connection.cursor().copy("COPY bench_copy FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


def _rate(work: Callable[[], object], count: int) -> float:
    best = 0.0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        best = max(best, count / (time.perf_counter() - began))
    return best


if __name__ == "__main__":
    main()
