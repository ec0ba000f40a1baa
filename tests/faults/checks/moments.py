"""What depends on when: I6 rights, I7 recovery, and how a fault is told to the client."""

from collections.abc import Iterator
from typing import Final

from tests.faults.checks.violation import Violation
from tests.faults.history import History, Window

RECOVERY_SECONDS: Final = 10.0
# How long a right that was removed may still work: RELIABILITY section 3 allows 5 s, the product none.
GRACE_SECONDS: Final = 0.0
_FAULTS: Final = frozenset({503, 507})
PROBLEM: Final = "application/problem+json"


def rights_hold(history: History) -> Iterator[Violation]:
    """I6: no write begun after a right was gone is acknowledged."""
    for attempt, one in history.tries():
        ended = history.ended.get(one.token)
        if ended is not None and one.is_acknowledged and one.start > ended + GRACE_SECONDS:
            late = one.start - ended
            yield Violation("I6", f"{attempt.key} was recorded {late:.3f} s after its right ended")


def writes_come_back(history: History) -> Iterator[Violation]:
    """I7: within 10 s of a fault's end a write succeeds again; on a crowded machine, as much later."""
    for window in history.windows:
        took = recovery(history, window)
        if took is None:
            yield Violation("I7", f"no write succeeded after {window.name}")
        elif took > RECOVERY_SECONDS * history.crowding(window.end, window.end + took):
            yield Violation("I7", f"after {window.name} no write succeeded for {took:.1f} s")


def recovery(history: History, window: Window) -> float | None:
    """Give the seconds from a fault's end to the first write that was begun and acknowledged after."""
    first = history.first_success_after(window.end)
    return None if first is None else first - window.end


def faults_are_told(history: History) -> Iterator[Violation]:
    """A passing fault is a problem document with 503 or 507 that says when to come back; never 500."""
    for attempt, one in history.tries():
        answer = one.answer
        if answer is None or answer.status < 500:
            continue
        if answer.status not in _FAULTS:
            yield Violation("answer", f"{attempt.key} got a {answer.status}")
        elif answer.content_type != PROBLEM or not answer.retry_after:
            yield Violation("answer", f"{attempt.key} got a {answer.status} without Retry-After")
