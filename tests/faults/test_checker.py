"""Who watches the watchman: each broken invariant is planted once, and the checker must name it."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from tests.faults.checks.everything import violations
from tests.faults.checks.proof import INTACT, Proof
from tests.faults.history import Answer, Attempt, History, Try, Window
from tests.faults.stored import Stored, StoredEvent

START = datetime(2026, 3, 1, tzinfo=UTC)
Case = tuple[History, Stored, Proof]


def a_line(side: str, code: str, value: str, unit: str) -> dict[str, object]:
    lot = {"scan": code} if side == "inputs" else {"new": {"code": code}}
    return {"lot": lot, "quantity": {"value": value, "unit": unit}}


def attempt(key: str, kind: str, told: str | None = "accepted", **parts: object) -> Attempt:
    """One capture, sent once at second 1 and answered at second 2 (not at all: `told=None`)."""
    made = Attempt(key, {"kind": kind, "client_id": key, "note": key, **parts})
    answer = Answer(201, told, f"id-{key}", f"hash-{key}") if told else None
    made.tries.append(Try(1.0, 2.0, "good", answer))
    return made


def event(key: str, kind: str, seq: int, before: str = "") -> StoredEvent:
    at = START + timedelta(seconds=seq)
    return StoredEvent(f"id-{key}", kind, "P/01", seq, before, f"hash-{key}", at, key)


def sound() -> Case:
    """A receipt of 1 kg of which 250 g were used, and a batch of two: all as it must be."""
    history = History(ended={"gone": 5.0}, windows=[Window("kill", 0.0, 0.5)])
    for one in (
        attempt("a", "receive", outputs=[a_line("outputs", "A", "1", "KGM")]),
        attempt("b", "transform", inputs=[a_line("inputs", "A", "250", "GRM")],
                outputs=[a_line("outputs", "B", "0.25", "KGM")]),
        attempt("c", "receive", batch="x", outputs=[a_line("outputs", "C", "2", "LTR")]),
        attempt("d", "receive", batch="x", outputs=[a_line("outputs", "D", "2", "MLT")]),
    ):  # fmt: skip
        one.batch, one.mode = one.body.pop("batch", None), "rollback"
        history.begin(one)
    events = [event("a", "receive", 1), event("b", "transform", 2, "hash-a"),
              event("c", "receive", 3, "hash-b"), event("d", "receive", 4, "hash-c")]  # fmt: skip
    balances = {"A": [Decimal("0.5"), Decimal("0.25")], "B": [Decimal("0.250")],
                "C": [Decimal(2)], "D": [Decimal("0.002")]}  # fmt: skip
    keys = {one.key or "": one.event_id for one in events}
    return history, Stored(events, keys, balances), INTACT


def without(case: Case, key: str) -> Case:
    """Take an event with its answer and its lots out of the database."""
    history, stored, proof = case
    events = [one for one in stored.events if one.key != key]
    keys = {name: found for name, found in stored.keys.items() if name != key}
    codes = {line["lot"]["new"]["code"] for line in history.attempts[key].body["outputs"]}
    balances = {code: found for code, found in stored.balances.items() if code not in codes}
    return history, Stored(events, keys, balances), proof


def with_event(case: Case, made: StoredEvent) -> Case:
    history, stored, proof = case
    return history, replace(stored, events=[*stored.events, made]), proof


def with_balance(case: Case, code: str, *quantities: str) -> Case:
    history, stored, proof = case
    changed = {**stored.balances, code: [Decimal(quantity) for quantity in quantities]}
    return history, replace(stored, balances=changed), proof


def with_try(case: Case, key: str, one: Try) -> Case:
    case[0].attempts[key].tries.append(one)
    return case


def with_outcome(case: Case, key: str, outcome: str, status: int = 200) -> Case:
    """Have the client told something else than it was."""
    tries = case[0].attempts[key].tries
    answer = tries[0].answer
    assert answer
    tries[0] = replace(tries[0], answer=replace(answer, outcome=outcome, status=status))
    return case


def with_window(case: Case, end: float) -> Case:
    case[0].windows.append(Window("kill", 0.0, end))
    return case


def with_proof(case: Case, exit_code: int, *findings: tuple[str, str]) -> Case:
    return case[0], case[1], Proof(exit_code, findings)


def with_stored_changed(case: Case, at: int, /, **changes: object) -> Case:
    history, stored, proof = case
    events = [replace(one, **changes) if one.seq == at else one for one in stored.events]  # type: ignore[arg-type]
    return history, replace(stored, events=events), proof


def with_keys(case: Case, **keys: str) -> Case:
    history, stored, proof = case
    return history, replace(stored, keys={**stored.keys, **keys}), proof


OTHER = Answer(200, "replayed", "id-other", "hash-other")
PLANTED: dict[str, tuple[str, Callable[[Case], Case]]] = {
    "an acknowledged event is missing": ("I1", lambda c: without(c, "c")),
    "an acknowledged event has another hash": (
        "I1", lambda c: with_stored_changed(c, 4, hash="forged")),
    "an event nobody sent": ("I2", lambda c: with_event(c, event("stranger", "receive", 5, "hash-d"))),
    "an event of another kind": ("I2", lambda c: with_stored_changed(c, 1, kind="ship")),
    "a refused command is stored": ("I2", lambda c: with_outcome(c, "a", "refused", 409)),
    "two events of one key": ("I3", lambda c: with_event(c, event("d", "receive", 5, "hash-d"))),
    "an answer without its event": ("I3", lambda c: with_keys(c, ghost="id-ghost")),
    "the answer of another event": ("I3", lambda c: with_keys(c, a="id-b")),
    "another answer the second time": ("I3", lambda c: with_try(c, "a", Try(3, 4, "good", OTHER))),
    "a gram too much": ("I4", lambda c: with_balance(c, "A", "0.5", "0.251")),
    "a gram of a unit wrongly converted": ("I4", lambda c: with_balance(c, "D", "2")),
    "a negative balance": ("I4", lambda c: with_balance(c, "A", "0.8", "-0.05")),
    "a lot out of nothing": ("I4", lambda c: with_balance(c, "Z", "1")),
    "the proof finds a broken chain": ("I5", lambda c: with_proof(c, 1, ("hash", "differs"))),
    "the proof cannot tell": ("I5", lambda c: with_proof(c, 2)),
    "a gap in a stream": ("I5", lambda c: with_stored_changed(c, 4, seq=5)),
    "a link that leads elsewhere": ("I5", lambda c: with_stored_changed(c, 2, prev_hash="x")),
    "record time goes back": ("I5", lambda c: with_stored_changed(c, 3, record_time=START)),
    "a write after the right was gone": (
        "I6", lambda c: with_try(c, "a", Try(5.1, 6, "gone", Answer(200, "replayed", "id-a", "hash-a")))),
    "no write ever again": ("I7", lambda c: with_window(c, 7.0)),
    "a write after eleven seconds only": ("I7", lambda c: with_try(
        with_window(c, 7.0), "a", Try(17.9, 18, "good", Answer(200, "replayed", "id-a", "hash-a")))),
    "half a batch is stored": ("I8", lambda c: without(c, "d")),
    "an item told as not recorded is stored": (
        "I8", lambda c: with_outcome(c, "c", "not_recorded")),
    "an answer that leaves an item out": ("I8", lambda c: with_outcome(c, "c", "unsaid")),
    "a projection does not follow": ("I9", lambda c: with_proof(c, 1, ("projection", "lots"))),
    "a fault told as our own failure": (
        "answer", lambda c: with_try(c, "a", Try(3, 4, "good", Answer(500, "fault")))),
    "a fault that does not say when to come back": (
        "answer", lambda c: with_try(c, "a", Try(3, 4, "good", Answer(503, "fault")))),
}  # fmt: skip


def test_a_sound_record_has_no_violation() -> None:
    assert violations(*sound()) == []


@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_violation_is_named(plant: str) -> None:
    invariant, break_it = PLANTED[plant]
    assert invariant in {one.invariant for one in violations(*break_it(sound()))}


def test_what_never_got_an_answer_may_be_stored_or_not() -> None:
    case = sound()
    case[0].attempts["c"].tries[:] = [Try(1.0, 2.0, "good", None)]
    case[0].attempts["d"].tries[:] = [Try(1.0, 2.0, "good", None)]
    assert violations(*case) == []
    assert violations(*without(without(case, "d"), "c")) == []


def test_on_a_crowded_machine_recovery_may_take_as_much_longer() -> None:
    history, stored, proof = with_window(sound(), 7.0)
    late = Try(17.9, 18.0, "good", Answer(200, "replayed", "id-a", "hash-a"))
    history.attempts["a"].tries.append(late)
    history.crowds += [(8.0, 8 * (os.cpu_count() or 1)), (9.0, 8 * (os.cpu_count() or 1))]
    assert violations(history, stored, proof) == []


def test_every_invariant_is_planted() -> None:
    assert {f"I{n}" for n in range(1, 10)} <= {invariant for invariant, _ in PLANTED.values()}
