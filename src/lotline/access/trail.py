"""The audit trail of configuration: every entry carries the hash of the one before it.

It answers who changed what and finds edits that did not recompute the chain. Whoever can write
the database and recomputes every later hash is found only by comparison with a copy kept outside.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from lotline.access.models import AuditEntry, AuditHead
from lotline.access.records import Actor
from lotline.kernel.canonical import canonical_text, sha256_hex
from lotline.kernel.clock import Clock, SystemClock

DOMAIN: Final = "lotline.access.audit/1"
START: Final = "0" * 64
HEAD_ID: Final = 1


def record_change(
    actor: Actor,
    action: str,
    object: str,
    detail: Mapping[str, object],
    *,
    clock: Clock | None = None,
) -> int:
    """Write one change of configuration at the end of the trail and give its number.

    `detail` holds JSON values (numbers as text); call it in the transaction of the change itself.
    """
    at = (clock or SystemClock()).now()
    with transaction.atomic():
        head = AuditHead.objects.select_for_update().get(pk=HEAD_ID)
        entry = AuditEntry(
            seq=head.seq + 1,
            at=at,
            actor=actor.name[:120],
            actor_id=actor.user_id,
            action=action,
            object=object[:200],
            detail=canonical_text(dict(detail)),
            prev_hash=head.hash,
        )
        entry.hash = _hash(entry)
        entry.save(force_insert=True)
        head.seq, head.hash = entry.seq, entry.hash
        head.save()
    return entry.seq


def verify_audit() -> int | None:
    """Walk the trail from its start; give the first number that does not fit, or None if all do."""
    expected, previous = 1, START
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=2000):
        if entry.seq != expected or entry.prev_hash != previous or entry.hash != _hash(entry):
            return expected
        expected, previous = expected + 1, entry.hash
    head = AuditHead.objects.filter(pk=HEAD_ID).first()
    intact = head is not None and (head.seq, head.hash) == (expected - 1, previous)
    return None if intact else expected


class AuditTrail:
    """The trail as another record sees it that vouches for it: the ledger and its checkpoints."""

    name: Final = "audit"

    def head(self) -> tuple[int, str]:
        """Give the number and hash of the last entry; 0 and the start where there is none."""
        head = AuditHead.objects.filter(pk=HEAD_ID).values_list("seq", "hash").first()
        return head or (0, START)

    def hashes(self, seqs: Iterable[int]) -> dict[int, str]:
        """Give the hashes of the entries with these numbers, as far as they are there."""
        found = AuditEntry.objects.filter(seq__in=list(seqs)).values_list("seq", "hash")
        return {0: START, **dict(found)}

    def first_fault(self) -> int | None:
        """Give the first number that does not fit, or None if all do."""
        return verify_audit()

    def told(self, action: str) -> Iterator[tuple[str, str]]:
        """Give the object and detail (canonical JSON) of every entry of an action, in order."""
        entries = AuditEntry.objects.filter(action=action).order_by("seq")
        yield from entries.values_list("object", "detail").iterator(chunk_size=2000)


def _hash(entry: AuditEntry) -> str:
    who = entry.actor_id
    return sha256_hex(
        canonical_text(
            {
                "domain": DOMAIN,
                "seq": str(entry.seq),
                "at": _moment(entry.at),
                "actor": entry.actor,
                "actor_id": str(who) if isinstance(who, UUID) else None,
                "action": entry.action,
                "object": entry.object,
                "detail": entry.detail,
                "prev_hash": entry.prev_hash,
            }
        )
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
