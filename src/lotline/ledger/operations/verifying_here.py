"""A verification asked for at a screen: what is new, if that is short enough for a request."""

from typing import Final

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.errors import Conflict
from lotline.ledger import queries
from lotline.ledger.memory import recall_memory
from lotline.ledger.operations.verification import verify
from lotline.ledger.records import CannotTell, Verification

_MOST_NEW: Final = 200_000
_MOST_OLD: Final = 2_000_000


def verify_new(actor: Actor, *, projections: bool = False) -> Verification:
    """Verify incrementally with our own exports, and remember the outcome.

    Raises `Conflict`: `ledger.verify_by_command` where that would take too long for a request,
    `ledger.cannot_tell` where something could not be looked at.
    """
    access.require(actor, "ledger.verify")
    keys = queries.signing_keys()
    known = recall_memory()
    old = known.size if known and keys and known.origin == keys[0].key_id else 0
    new = queries.count_ordered() + queries.unordered_count() - old
    if new > _MOST_NEW or old > _MOST_OLD:
        raise Conflict("ledger.verify_by_command", events=new)
    try:
        return verify(full=False, projections=projections, with_exports=True, remember=True)
    except CannotTell as error:
        raise Conflict("ledger.cannot_tell", detail=error) from error
