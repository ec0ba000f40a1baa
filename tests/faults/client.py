"""The recording client: writes down what it sends before it sends it, and what it was told."""

import random
import time
from collections.abc import Sequence
from typing import Any, Final

from tests.faults.history import Answer, Attempt, History, Try
from tests.faults.wire import LineBroken, Reply, Wire

_SINGLE: Final = {200: "replayed", 201: "accepted", 409: "refused", 422: "invalid"}
_SEEN: Final = {"content-type": "content_type", "retry-after": "retry_after"}


class Client:
    """Sends captures over one line, and again under the same key while their outcome is unclear."""

    def __init__(self, history: History, port: int, token: str) -> None:
        self.history, self.token = history, token
        self.wire = Wire(port)

    def send(self, attempts: Sequence[Attempt]) -> bool:
        """Send one capture, or several as a batch; tell whether a final answer came."""
        for attempt in attempts:
            self.history.begin(attempt)
        start = time.monotonic()
        try:
            reply = self._posted(attempts)
        except LineBroken:
            answers: list[Answer | None] = [None] * len(attempts)
        else:
            answers = [*_answers(attempts, reply)]
        end = time.monotonic()
        for attempt, answer in zip(attempts, answers, strict=True):
            self.history.add(attempt, Try(start, end, self.token, answer))
        return all(answer is not None and answer.is_final for answer in answers)

    def deliver(self, attempts: Sequence[Attempt], seconds: float = 60.0) -> bool:
        """Send until the outcome is known, at most for some seconds."""
        deadline, pause = time.monotonic() + seconds, 0.02
        while not self.send(attempts):
            if time.monotonic() > deadline or _is_hopeless(attempts):
                return False
            time.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(0.5, pause * 1.5)
        return True

    def _posted(self, attempts: Sequence[Attempt]) -> Reply:
        first = attempts[0]
        if first.batch is None:
            return self.wire.ask("POST", "/api/v1/captures", self.token, first.body)
        body = {"mode": first.mode, "items": [attempt.body for attempt in attempts]}
        return self.wire.ask("POST", "/api/v1/captures/batch", self.token, body)


def _is_hopeless(attempts: Sequence[Attempt]) -> bool:
    """Tell whether we were turned away at the door: sending again would not help."""
    last = attempts[0].tries[-1].answer
    return last is not None and last.status in {401, 403}


def _answers(attempts: Sequence[Attempt], reply: Reply) -> list[Answer]:
    seen = {name: reply.headers.get(header) for header, name in _SEEN.items()}
    if attempts[0].batch is None:
        outcome = _SINGLE.get(reply.status, "fault")
        return [_answer(reply.status, outcome, reply.body, seen)]
    if reply.status == 422:
        return [_answer(422, "invalid", {}, seen) for _ in attempts]
    if reply.status != 200:
        return [_answer(reply.status, "fault", {}, seen) for _ in attempts]
    said = {item["index"]: item for item in reply.body["items"]}
    return [_item_answer(said.get(index), seen) for index in range(len(attempts))]


def _item_answer(item: dict[str, Any] | None, seen: dict[str, Any]) -> Answer:
    if item is None:
        return _answer(200, "unsaid", {}, seen)
    return _answer(200, item["status"], item.get("receipt") or {}, seen)


def _answer(status: int, outcome: str, receipt: dict[str, Any], seen: dict[str, Any]) -> Answer:
    told = {name: value for name, value in seen.items() if value is not None}
    return Answer(status, outcome, receipt.get("event_id"), receipt.get("hash"), **told)
