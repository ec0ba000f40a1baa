"""Reading the ledger: single events, a subject's events, all in order, and where it stands."""

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
from lotline.ledger.queries.single import verify_event
from lotline.ledger.queries.standing import follower_lag, unordered_count

__all__ = [
    "count_events",
    "event",
    "events",
    "follower_lag",
    "head",
    "in_order",
    "is_empty",
    "of_subject",
    "recent",
    "successor",
    "unordered_count",
    "verify_event",
    "waiting",
]
