"""Many clients at one lot: whatever they try, it is never used twice."""

import threading
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from django.db import connection

from lotline.capture import operations as door
from lotline.capture.records import Accepted, Corrected, MasterRef, Outcome
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import Conflict
from lotline.ledger import operations as ledger
from lotline.lots.events import Kind
from tests.plant import ACTOR, Plant, accepted, made, used

CLIENTS = 16
T = TypeVar("T")


@pytest.fixture
def plant(committed_db: str) -> Plant:
    return Plant.build()


def at_once(work: Callable[[int], T]) -> list[T]:
    """Let all clients start together, each with a connection of its own."""
    gate, outcomes = threading.Barrier(CLIENTS), list[T]()

    def client(number: int) -> None:
        try:
            gate.wait()
            outcomes.append(work(number))
        finally:
            connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


def test_sixteen_clients_racing_on_one_lot_never_overdraw_it(plant: Plant) -> None:
    plant.receive("A")

    def use_ten(number: int) -> Outcome:
        request = plant.request(
            Kind.TRANSFORM, inputs=used({"A": 10}), outputs=made({f"Y{number}": 10}, "MIX"),
            place=MasterRef(code="LINE"),
        )  # fmt: skip
        return door.capture(ACTOR, request, clock=SystemClock())

    outcomes = at_once(use_ten)
    assert sum(isinstance(outcome, Accepted) for outcome in outcomes) == 10
    assert len(outcomes) == CLIENTS
    assert plant.left("A") == {}
    assert ledger.verify().intact


def test_one_request_sent_sixteen_times_at_once_is_one_event(plant: Plant) -> None:
    plant.receive("A")
    request = plant.request(Kind.MOVE, subjects=used({"A": 5}), to_place=MasterRef(code="LINE"))
    outcomes = at_once(lambda _: door.capture(ACTOR, request, clock=SystemClock()))
    assert len({outcome.event_id for outcome in outcomes if isinstance(outcome, Accepted)}) == 1
    assert len(outcomes) == CLIENTS
    assert plant.left("A") == {"WH": Decimal(95), "LINE": Decimal(5)}


def test_lots_taken_crosswise_end_without_anybody_stuck(plant: Plant) -> None:
    plant.receive("A")
    plant.receive("B")

    def cross(number: int) -> Outcome:
        pair = {"A": 1, "B": 1} if number % 2 else {"B": 1, "A": 1}
        request = plant.request(
            Kind.TRANSFORM, inputs=used(pair), outputs=made({f"Z{number}": 2}, "MIX"),
            place=MasterRef(code="LINE"),
        )  # fmt: skip
        return door.capture(ACTOR, request, clock=SystemClock())

    assert all(isinstance(outcome, Accepted) for outcome in at_once(cross))
    assert plant.left("A") == {"WH": Decimal(100 - CLIENTS)}


def test_new_codes_are_given_once_under_a_race(plant: Plant) -> None:
    def receive(number: int) -> Outcome:
        request = plant.request(
            Kind.RECEIVE, outputs=made({"": 1}, "RAW"), place=MasterRef(code="WH")
        )
        return door.capture(ACTOR, request, clock=SystemClock())

    outcomes = at_once(receive)
    codes = [o.lots[0].code for o in outcomes if isinstance(o, Accepted)]
    assert len(codes) == len(set(codes)) == CLIENTS


def test_many_who_correct_the_same_event_at_once_make_one_correction(plant: Plant) -> None:
    plant.receive("A")
    wrong = accepted(plant.make({"A": 60}, {"Y": 50})).event_id
    instead = plant.request(
        Kind.TRANSFORM, inputs=used({"A": 40}), outputs=made({"Y2": 40}, "MIX"),
        place=MasterRef(code="LINE"),
    )  # fmt: skip

    def correct(number: int) -> Corrected | str:
        try:
            return door.correct(
                ACTOR, wrong, client_id=f"correct-{number % 2}", reason="other", note="x",
                replacement=instead, clock=SystemClock(),
            )  # fmt: skip
        except Conflict as conflict:
            return conflict.code

    outcomes = at_once(correct)
    done = [outcome for outcome in outcomes if isinstance(outcome, Corrected)]
    assert len(outcomes) == CLIENTS
    assert len({outcome.correction.event_id for outcome in done}) == 1
    assert {code for code in outcomes if isinstance(code, str)} == {"event.already_corrected"}
    assert plant.left("A") == {"WH": Decimal(60)}
    assert ledger.verify().intact
