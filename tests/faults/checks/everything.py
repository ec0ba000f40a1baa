"""All invariants at once."""

from collections.abc import Iterator

from tests.faults.checks import keys, moments, proof, quantities
from tests.faults.checks.violation import Violation
from tests.faults.history import History
from tests.faults.stored import Stored


def violations(history: History, stored: Stored, proven: proof.Proof | None) -> list[Violation]:
    """Check what the clients saw against what is stored and what the product proves of it."""
    return list(_all(history, stored, proven))


def _all(history: History, stored: Stored, proven: proof.Proof | None) -> Iterator[Violation]:
    yield from keys.acknowledged_is_stored(history, stored)
    yield from keys.stored_is_attempted(history, stored)
    yield from keys.one_effect_per_key(history, stored)
    yield from quantities.quantity_is_conserved(history, stored)
    yield from proof.chains_hold(stored)
    yield from moments.rights_hold(history)
    yield from moments.writes_come_back(history)
    yield from keys.batch_is_whole(history, stored)
    yield from moments.faults_are_told(history)
    if proven is not None:
        yield from proof.record_is_proven(proven)
