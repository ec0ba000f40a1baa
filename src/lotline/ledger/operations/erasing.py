"""Erasing personal values: salt and value go, the commitment in the hashed event stays.

Each erasure is told in the audit trail; the database lets a value go only against that entry.
Projections that hold the value still do until they are rebuilt.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import NotFound
from lotline.ledger import queries
from lotline.ledger.operations.verifying.apart import ERASED

_SYSTEM_CLOCK = SystemClock()


@transaction.atomic
def erase(
    actor: Actor,
    events: Sequence[UUID],
    *,
    pointer: str,
    reason: str,
    clock: Clock = _SYSTEM_CLOCK,
) -> int:
    """Erase a personal field of events for good, and give how many values went.

    Raises `NotFound` `ledger.nothing_to_erase` where none of them still holds one. Call `rebuild`
    afterwards: derived tables keep what they were told until then.
    """
    held = queries.personal_values(events)
    chosen = [event for event in events if pointer in held.get(event, {})]
    if not chosen:
        raise NotFound("ledger.nothing_to_erase")
    for event in chosen:
        detail = {"places": [pointer], "reason": reason}
        entry = access.record_change(actor, ERASED, str(event), detail, clock=clock)
        with connection.cursor() as cursor:
            cursor.execute("SELECT ledger_erase(%s, %s, %s)", [event, pointer, entry])
    return len(chosen)
