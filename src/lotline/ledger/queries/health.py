"""How the ledger stands: what is recorded, signed, exported and verified."""

from datetime import datetime
from typing import Any

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor, Page
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Invalid
from lotline.ledger import folders
from lotline.ledger.memory import last_verification
from lotline.ledger.queries.checkpoints import checkpoints, last_checkpoint, signing_keys
from lotline.ledger.queries.standing import count_ordered, unordered_count
from lotline.ledger.records import Checkpoint, Epoch, Exported, KeyCard, Standing
from lotline.ledger.rules import read_checkpoint

_SYSTEM_CLOCK = SystemClock()


def standing(actor: Actor, *, clock: Clock = _SYSTEM_CLOCK) -> Standing:
    """Tell everything that whoever looks after the ledger needs to see."""
    access.require(actor, "audit.read")
    chain, last = signing_keys(), last_checkpoint()
    ordered, unordered = count_ordered(), unordered_count()
    return Standing(
        events=ordered + unordered, unordered=unordered, streams=_count_streams(),
        origin=chain[0].key_id if chain else None, can_sign=_can_sign(chain), checkpoint=last,
        checkpoint_age_seconds=_age(last, clock.now()),
        unsigned=ordered + unordered - (last.size if last else 0),
        exports=_exports(last), verification=last_verification(), epochs=tuple(_epochs()),
        keys=tuple(chain),
    )  # fmt: skip


def checkpoint_age(*, clock: Clock = _SYSTEM_CLOCK) -> tuple[int | None, int]:
    """Give the last checkpoint's age in seconds (None without any) and how many events it lacks."""
    last = last_checkpoint()
    events = count_ordered() + unordered_count()
    return _age(last, clock.now()), events - (last.size if last else 0)


def list_checkpoints(actor: Actor, limit: int, cursor: str | None) -> Page[Checkpoint]:
    """List checkpoints, the latest first; the cursor is the number of the last one shown."""
    access.require(actor, "audit.read")
    if cursor is not None and not (cursor.isascii() and cursor.isdigit() and len(cursor) <= 18):
        raise Invalid.at("/query/cursor", "request.cursor")
    found = checkpoints(before=int(cursor) if cursor else None, limit=limit + 1)
    more = str(found[limit - 1].number) if len(found) > limit else None
    return Page(tuple(found[:limit]), more)


def _can_sign(chain: list[KeyCard]) -> bool:
    return not chain or folders.private_key_file(chain[-1].key_id).is_file()


def _age(last: Checkpoint | None, now: datetime) -> int | None:
    return max(0, int((now - last.at).total_seconds())) if last else None


def _count_streams() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_stream_head WHERE seq > 0")
        return int(cursor.fetchone()[0])


def _exports(last: Checkpoint | None) -> tuple[Exported, ...]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT folder, number, at, fault FROM ledger_export")
        told = {row[0]: row[1:] for row in cursor.fetchall()}
    return tuple(_export(str(one), told.get(str(one)), last) for one in folders.export_folders())


def _export(folder: str, told: tuple[Any, ...] | None, last: Checkpoint | None) -> Exported:
    number, at, fault = told or (0, None, None)
    return Exported(folder, number, at, fault, max(0, (last.number if last else 0) - number))


def _epochs() -> list[Epoch]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (epoch) text FROM ledger_checkpoint ORDER BY epoch, number"
        )
        return [_epoch(row[0]) for row in cursor.fetchall()]


def _epoch(text: str) -> Epoch:
    said = read_checkpoint(text)
    restored = said.restored
    if restored is None:
        return Epoch(said.epoch, said.at, None, None, 0, 0)
    return Epoch(
        said.epoch, said.at, restored.reason, restored.actor, restored.size, restored.lost_size
    )
