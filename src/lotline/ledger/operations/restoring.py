"""A restore from a backup, declared: a new epoch begins, and says what was known to be beyond it."""

from django.db import transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict
from lotline.ledger import folders, queries
from lotline.ledger.operations.checkpointing import checkpoint
from lotline.ledger.queries.exports import Copy, checkpoint_files, read_copy
from lotline.ledger.records import Checkpoint
from lotline.ledger.rules import Restored

_SYSTEM_CLOCK = SystemClock()


@transaction.atomic
def declare_restore(actor: Actor, *, reason: str, clock: Clock = _SYSTEM_CLOCK) -> Checkpoint:
    """Begin a new epoch after the database was restored from an older backup.

    Exported checkpoints count up to the last one that the restored database still knows; later ones
    of former epochs are told as lost. Raises `Conflict` `ledger.no_key` where nothing can be
    signed here.
    """
    keys = queries.signing_keys()
    exported = _exported(keys[0].key_id) if keys else []
    shared = max((one.number for one in exported if _is_known(one)), default=0)
    lost = max((one for one in exported if one.number > shared), key=_number, default=None)
    base = queries.checkpoint(shared) if exported else queries.last_checkpoint()
    told = Restored(
        reason=reason, actor=actor.name, number=base.number if base else 0,
        size=base.size if base else 0,
        lost_size=getattr(lost.said, "size", 0) if lost else 0,
        lost_number=lost.number if lost else 0,
    )  # fmt: skip
    detail = {"reason": reason, "from_size": str(told.size), "lost_size": str(told.lost_size)}
    access.record_change(actor, "ledger.restored", "ledger", detail, clock=clock)
    made = checkpoint(clock=clock, restored=told)
    if made is None:
        raise Conflict("ledger.no_key")
    return made


def _exported(origin: str) -> list[Copy]:
    found = [folder / origin for folder in folders.export_folders()]
    read = [read_copy(path) for own in found if own.is_dir() for path in checkpoint_files(own)]
    return [one for one in read if one.fault is None]


def _is_known(copy: Copy) -> bool:
    stored = queries.checkpoint(copy.number)
    return stored is not None and stored.text == copy.text


def _number(copy: Copy) -> int:
    return copy.number
