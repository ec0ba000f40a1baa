"""Reading the ledger: single events, a subject's events, all in order, and where it stands."""

from lotline.ledger.queries.checkpoints import (
    checkpoint,
    checkpoints,
    checkpoints_after,
    frontier,
    last_checkpoint,
    signing_keys,
)
from lotline.ledger.queries.events import (
    count_events,
    event,
    events,
    head,
    in_order,
    is_empty,
    of_subject,
    recent,
    successor,
    waiting,
)
from lotline.ledger.queries.files import kept_file, read_file
from lotline.ledger.queries.health import checkpoint_age, list_checkpoints, standing
from lotline.ledger.queries.inclusion import inclusion
from lotline.ledger.queries.personal import personal_of, personal_values
from lotline.ledger.queries.single import verify_event
from lotline.ledger.queries.standing import count_ordered, follower_lag, unordered_count

__all__ = [
    "checkpoint",
    "checkpoint_age",
    "checkpoints",
    "checkpoints_after",
    "count_events",
    "count_ordered",
    "event",
    "events",
    "follower_lag",
    "frontier",
    "head",
    "in_order",
    "inclusion",
    "is_empty",
    "kept_file",
    "last_checkpoint",
    "list_checkpoints",
    "of_subject",
    "personal_of",
    "personal_values",
    "read_file",
    "recent",
    "signing_keys",
    "standing",
    "successor",
    "unordered_count",
    "verify_event",
    "waiting",
]
