"""Proof that the record is as it was written: chains, tree, checkpoints, copies outside, projections.

A hash chain alone proves nothing against whoever can rewrite all of it. Signed checkpoints do, up
to the last one that was exported; what came after it is told as unprotected. It misleads where
database, keys and export folders all lie in one attacker's hands.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from django.db import connection, transaction

from lotline.kernel.clock import Clock, SystemClock
from lotline.ledger import folders
from lotline.ledger.memory import keep_memory
from lotline.ledger.operations.following import followers
from lotline.ledger.operations.ordering import order_events
from lotline.ledger.operations.verifying.looking import look
from lotline.ledger.operations.verifying.outside import note_outside
from lotline.ledger.operations.verifying.projections import check_projections
from lotline.ledger.records import LastVerification, Verification
from lotline.ledger.rules import moment_text

_MOST: Final = 100
_SYSTEM_CLOCK = SystemClock()


def verify(
    *,
    projections: bool = True,
    full: bool = True,
    against: Sequence[Path] = (),
    with_exports: bool = False,
    remember: bool = False,
    clock: Clock = _SYSTEM_CLOCK,
) -> Verification:
    """Look at everything in one snapshot; live tables are read, never locked or written.

    `against` are copies of export folders that must hold this ledger; `with_exports` compares with
    our own export folders too, where they hold anything. Not `full`: events that an earlier run on
    this installation verified are not hashed again, only their kept hashes go into the tree.
    `remember` keeps the outcome in the installation's folder. Raises `CannotTell`.
    """
    started = time.monotonic()
    ours = folders.export_folders() if with_exports else ()
    places = {**dict.fromkeys(ours, False), **dict.fromkeys(against, True)}
    outside = note_outside(places, full=full)
    order_events()
    with transaction.atomic():
        _take_snapshot()
        looked = look(outside)
        found = looked.verification
        named = [f for f in followers() if projections]
        if named and found.intact:
            found = replace(found, findings=tuple(check_projections(named)))
            transaction.set_rollback(True)
    result = replace(
        found, followers=tuple(f.name for f in named), findings=found.findings[:_MOST],
        seconds=time.monotonic() - started,
    )  # fmt: skip
    if remember:
        is_known = result.intact and looked.memory.origin
        keep_memory(looked.memory if is_known else None, _outcome(result, clock))
    return result


def _take_snapshot() -> None:
    """See one moment throughout; inside somebody's transaction (a test's) that is not ours to set."""
    if len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _outcome(result: Verification, clock: Clock) -> LastVerification:
    scope, first = result.scope, result.first_bad
    return LastVerification(
        at=moment_text(clock.now()), intact=result.intact, events=result.events,
        hashed=scope.hashed if scope else 0, trusted=scope.trusted if scope else 0,
        projections=bool(result.followers), seconds=f"{result.seconds:.2f}",
        first_finding=f"{first.check}: {first.detail}" if first else None,
    )  # fmt: skip
