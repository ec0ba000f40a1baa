"""What the clients did and what they were told: the one witness that is not the product itself.

Times are seconds of the machine's monotonic clock, which no fault here can move.
"""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

ACKNOWLEDGED = frozenset({"accepted", "replayed"})
REFUSED = frozenset({"refused", "invalid", "not_recorded"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request was told about one capture."""

    status: int
    outcome: str
    event_id: str | None = None
    hash: str | None = None
    content_type: str = ""
    retry_after: str | None = None

    @property
    def is_final(self) -> bool:
        """Tell whether the client knows now what became of it."""
        return self.outcome in ACKNOWLEDGED | REFUSED


@dataclass(frozen=True, slots=True)
class Try:
    """One sending of one capture: no answer means that the line broke or nobody answered in time."""

    start: float
    end: float
    token: str
    answer: Answer | None

    @property
    def is_acknowledged(self) -> bool:
        """Tell whether the product said that it is recorded."""
        return self.answer is not None and self.answer.outcome in ACKNOWLEDGED


@dataclass(slots=True)
class Attempt:
    """One capture under its key, however often it was sent."""

    key: str
    body: dict[str, Any]
    batch: str | None = None
    mode: str | None = None
    tries: list[Try] = field(default_factory=list)

    @property
    def is_acknowledged(self) -> bool:
        """Tell whether any sending was acknowledged."""
        return any(one.is_acknowledged for one in self.tries)

    @property
    def is_unclear(self) -> bool:
        """Tell whether some sending may have been recorded without the client's knowing."""
        return any(one.answer is None or not one.answer.is_final for one in self.tries)


@dataclass(frozen=True, slots=True)
class Window:
    """A fault, from its beginning to its end."""

    name: str
    start: float
    end: float


@dataclass(slots=True)
class History:
    """Everything that was tried, with the faults meanwhile and the rights of the tokens."""

    attempts: dict[str, Attempt] = field(default_factory=dict)
    windows: list[Window] = field(default_factory=list)
    # when a token's right to write was certainly gone; -inf for one that never had it
    ended: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    acknowledged: int = 0
    # (moment, how many tasks of the whole machine wanted a core then)
    crowds: list[tuple[float, int]] = field(default_factory=list)

    def begin(self, attempt: Attempt) -> Attempt:
        """Write an attempt down before it is sent for the first time."""
        with self.lock:
            return self.attempts.setdefault(attempt.key, attempt)

    def note_fault(self, name: str, start: float, end: float) -> None:
        """Write a fault down."""
        self.windows.append(Window(name, start, end))

    def add(self, attempt: Attempt, one: Try) -> None:
        """Write down what one sending of an attempt was told."""
        with self.lock:
            self.acknowledged += one.is_acknowledged and not attempt.is_acknowledged
            attempt.tries.append(one)

    def crowding(self, start: float, end: float) -> float:
        """Give how much slower than alone everything was, because others worked on this machine too.

        Two tasks a core are our own clients and servers.
        """
        seen = [tasks for moment, tasks in self.crowds if start <= moment <= end]
        return max(1.0, sum(seen) / len(seen) / (2 * (os.cpu_count() or 1))) if seen else 1.0

    def tries(self) -> Iterator[tuple[Attempt, Try]]:
        """Give every sending with its attempt."""
        with self.lock:
            known = list(self.attempts.values())
        for attempt in known:
            for one in list(attempt.tries):
                yield attempt, one

    def until(self, moment: float) -> "History":
        """Give what the clients had sent and heard at a moment; what was under way has no answer."""
        seen = History(ended=self.ended)
        for attempt, one in self.tries():
            if one.start > moment:
                continue
            known = seen.begin(replace(attempt, tries=[]))
            seen.add(known, one if one.end <= moment else replace(one, answer=None))
        return seen

    def first_success_after(self, moment: float) -> float | None:
        """Give when the first write that was begun after a moment was acknowledged."""
        ends = [t.end for _, t in self.tries() if t.is_acknowledged and t.start >= moment]
        return min(ends, default=None)
