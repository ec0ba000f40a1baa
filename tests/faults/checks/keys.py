"""I1 acknowledged ⊆ stored · I2 stored ⊆ attempted · I3 one effect per key · I8 a batch is all, or says which."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.faults.checks.violation import Violation
from tests.faults.history import Attempt, History
from tests.faults.stored import Stored


def acknowledged_is_stored(history: History, stored: Stored) -> Iterator[Violation]:
    """I1: what a client was told is recorded, is there, as it was told."""
    known = {(event.event_id, event.hash, event.key) for event in stored.events}
    for attempt, one in history.tries():
        answer = one.answer
        if answer is None or not one.is_acknowledged:
            continue
        if (answer.event_id, answer.hash, attempt.key) not in known:
            yield Violation(
                "I1", f"{attempt.key} was acknowledged as {answer.event_id}, not stored"
            )


def stored_is_attempted(history: History, stored: Stored) -> Iterator[Violation]:
    """I2: nothing is recorded that nobody sent, or that everybody was told is not recorded."""
    for event in stored.events:
        attempt = history.attempts.get(event.key or "")
        if attempt is None:
            yield Violation("I2", f"event {event.event_id} was never attempted")
        elif event.kind != attempt.body["kind"]:
            yield Violation("I2", f"{attempt.key} was sent as {attempt.body['kind']}")
        elif not (attempt.is_acknowledged or attempt.is_unclear or attempt.batch):
            yield Violation("I2", f"{attempt.key} was refused and is stored all the same")


def one_effect_per_key(history: History, stored: Stored) -> Iterator[Violation]:
    """I3: however often a key was sent, there is one event, and one answer that names it."""
    counted = Counter(event.key for event in stored.events if event.key)
    yield from (Violation("I3", f"{k} has {n} events") for k, n in counted.items() if n > 1)
    by_key = {event.key: event.event_id for event in stored.events}
    for key, event_id in stored.keys.items():
        if by_key.get(key) != event_id:
            yield Violation("I3", f"the answer kept under {key} names {event_id}, not its event")
    for key in sorted(stored.recorded_keys() - set(stored.keys)):
        yield Violation("I3", f"{key} has an event, but no answer is kept under it")
    for attempt in list(history.attempts.values()):
        told = {(t.answer.event_id, t.answer.hash) for t in attempt.tries
                if t.answer and t.is_acknowledged}  # fmt: skip
        if len(told) > 1:
            yield Violation("I3", f"{attempt.key} got {len(told)} different answers")


def batch_is_whole(history: History, stored: Stored) -> Iterator[Violation]:
    """I8: all or none of a batch is recorded, or its answer says of each item what became of it."""
    recorded, batches = stored.recorded_keys(), defaultdict[str, list[Attempt]](list)
    for attempt in list(history.attempts.values()):
        if attempt.batch:
            batches[attempt.batch].append(attempt)
    for name, items in batches.items():
        there = [item.key in recorded for item in items]
        if items[0].mode == "rollback" and any(there) and not all(there):
            yield Violation("I8", f"{sum(there)} of {len(there)} items of {name} are stored")
        for item, is_there in zip(items, there, strict=True):
            yield from _told_rightly(item, is_there)


def _told_rightly(item: Attempt, is_there: bool) -> Iterator[Violation]:
    if any(one.answer and one.answer.outcome == "unsaid" for one in item.tries):
        yield Violation("I8", f"the answer to {item.batch} does not say what became of {item.key}")
    if is_there and not item.is_acknowledged and not item.is_unclear:
        yield Violation("I8", f"{item.key} was told as not recorded, but it is stored")
    if not is_there and item.is_acknowledged:
        yield Violation("I8", f"{item.key} was told as recorded, but it is not stored")
