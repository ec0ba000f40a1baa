"""The ledger's verbs: claim, append, order, follow, rebuild, and answers kept under keys."""

from lotline.ledger.operations.appending import append, claim
from lotline.ledger.operations.checkpointing import checkpoint, checkpoint_if_due
from lotline.ledger.operations.erasing import erase
from lotline.ledger.operations.exporting import export_checkpoints
from lotline.ledger.operations.files import keep_file
from lotline.ledger.operations.following import (
    catch_up,
    follow,
    followers,
    rebuild,
    register_followers,
)
from lotline.ledger.operations.keyring import rotate_key
from lotline.ledger.operations.keys import Answer, KeyTaken, recall, remember
from lotline.ledger.operations.ordering import order_events
from lotline.ledger.operations.restoring import declare_restore
from lotline.ledger.operations.verification import verify
from lotline.ledger.operations.verifying_here import verify_new
from lotline.ledger.operations.witnessing import register_trail

__all__ = [
    "Answer",
    "KeyTaken",
    "append",
    "catch_up",
    "checkpoint",
    "checkpoint_if_due",
    "claim",
    "declare_restore",
    "erase",
    "export_checkpoints",
    "follow",
    "followers",
    "keep_file",
    "order_events",
    "rebuild",
    "recall",
    "register_followers",
    "register_trail",
    "remember",
    "rotate_key",
    "verify",
    "verify_new",
]
