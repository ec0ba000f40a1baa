"""The ledger's verbs: claim, append, order, follow, rebuild, and answers kept under keys."""

from lotline.ledger.operations.appending import append, claim
from lotline.ledger.operations.following import (
    catch_up,
    follow,
    followers,
    rebuild,
    register_followers,
)
from lotline.ledger.operations.keys import Answer, KeyTaken, recall, remember
from lotline.ledger.operations.ordering import order_events
from lotline.ledger.operations.verification import verify

__all__ = [
    "Answer",
    "KeyTaken",
    "append",
    "catch_up",
    "claim",
    "follow",
    "followers",
    "order_events",
    "rebuild",
    "recall",
    "register_followers",
    "remember",
    "verify",
]
