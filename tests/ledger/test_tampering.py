"""Whoever edits the tables directly is found: the check an auditor runs, tried from the outside."""

import random
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from lotline.kernel.canonical import canonical_text
from lotline.ledger import operations as ledger
from lotline.quality import operations as quality
from tests.plant import ACTOR, Plant, accepted

SPARE = (
    "SET session_replication_role = replica"  # what a database administrator can do to the guards
)
EDITS: dict[str, str] = {
    "a quantity is made nicer": "UPDATE ledger_event SET payload = replace(payload, '60', '61')"
    " WHERE kind = 'transform'",
    "an operator is swapped": "UPDATE ledger_event SET actor = 'nobody' WHERE stream_seq = 1",
    "an event time is moved": "UPDATE ledger_event SET event_time = event_time - interval '1 day'"
    " WHERE kind = 'move'",
    "a record time is moved": "UPDATE ledger_event SET record_time = record_time - interval '1 s'"
    " WHERE kind = 'move'",
    "a kind is changed": "UPDATE ledger_event SET kind = 'ship' WHERE kind = 'move'",
    "an event vanishes": "DELETE FROM ledger_event WHERE kind = 'move'",
    "the last event of a stream vanishes with its traces": (
        "WITH last AS (SELECT event_id FROM ledger_event e WHERE stream_seq ="
        " (SELECT max(stream_seq) FROM ledger_event x WHERE x.stream = e.stream) LIMIT 1),"
        " s AS (DELETE FROM ledger_event_subject WHERE event_id IN (SELECT event_id FROM last)),"
        " o AS (DELETE FROM ledger_event_order WHERE event_id IN (SELECT event_id FROM last))"
        " DELETE FROM ledger_event WHERE event_id IN (SELECT event_id FROM last)"
    ),
    "a subject is struck out": "DELETE FROM ledger_event_subject WHERE version = 1",
    "an order is turned round": "UPDATE ledger_event_order SET position = -position",
    "a head is set back": "UPDATE ledger_stream_head SET seq = seq - 1 WHERE seq > 0",
    "a stock figure is made nicer": "UPDATE lots_balance SET quantity = quantity + 1",
    "a hold is lifted by hand": "UPDATE lots_hold_mark SET released_event = held_event",
    "a verdict is made nicer": "UPDATE lots_trace_object SET quality = 'conforming'",
    "an expiry is moved": "UPDATE lots_trace_object SET good_until = '2099-01-01Z'",
    "a genealogy link is cut": "DELETE FROM genealogy_event_item WHERE side = 'in'",
    "a pallet is said to stand elsewhere": "UPDATE lots_turn SET holder = gen_random_uuid()",
    "a booking is made nicer": "UPDATE lots_flow SET quantity = quantity + 1",
    "another operator is named": "UPDATE lots_step SET operator = 'nobody'",
}


@pytest.fixture
def busy_plant(committed_db: str) -> str:
    plant = Plant.build()
    lot = plant.receive("A")
    plant.receive_from("B", "SL-1")
    accepted(plant.make({"A": 60, "B": 40}, {"Y": 90}, loss=10))
    accepted(plant.move({"Y": 50}, "WH"))
    accepted(plant.pack("U", {"Y": 20}))
    accepted(plant.ship({"U": None}))
    quality.hold_lots(ACTOR, lots_held=[lot], reason="test", client_id="hold-000001")
    assert ledger.verify().intact
    return committed_db


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_past_the_guards_is_found(
    busy_plant: str, edit: str, as_administrator: Callable[[str], Any]
) -> None:
    with as_administrator(busy_plant) as connection:
        connection.execute(SPARE)
        changed = connection.execute(EDITS[edit]).rowcount
    assert changed > 0, "the edit must have changed something to be found"
    result = ledger.verify()
    assert not result.intact
    assert result.findings[0].detail


def test_an_edit_with_its_own_hash_recomputed_still_breaks_the_chain(
    busy_plant: str, as_administrator: Callable[[str], Any]
) -> None:
    with as_administrator(busy_plant) as connection:
        connection.execute(SPARE)
        row = connection.execute(
            "SELECT event_id, stream, payload FROM ledger_event WHERE stream_seq = 1"
            " AND stream IN (SELECT stream FROM ledger_event WHERE stream_seq = 2) LIMIT 1"
        ).fetchone()
        forged = canonical_text({"forged": True})
        connection.execute(
            "UPDATE ledger_event SET payload = %s, hash = %s WHERE event_id = %s",
            [forged, "f" * 64, row[0]],
        )
    found = {finding.check for finding in ledger.verify().findings}
    assert {"hash", "link"} <= found


def test_random_edits_of_random_columns_are_all_found(
    busy_plant: str, as_administrator: Callable[[str], Any]
) -> None:
    dice = random.Random(7)
    columns = ["kind", "actor", "prev_hash", "hash", "alg", "subjects", "payload", "stream"]
    for _ in range(40):
        column = dice.choice(columns)
        with as_administrator(busy_plant) as connection:
            connection.execute(SPARE)
            ids = connection.execute("SELECT event_id FROM ledger_event ORDER BY 1").fetchall()
            victim = dice.choice(ids)[0]
            before = connection.execute(
                f"SELECT {column} FROM ledger_event WHERE event_id = %s",
                [victim],
            ).fetchone()[0]
            at = dice.randrange(len(before))
            edited = before[:at] + ("0" if before[at] != "0" else "1") + before[at + 1 :]
            _set(connection, column, edited, victim)
        assert not ledger.verify(projections=False).intact, (column, before, edited)
        with as_administrator(busy_plant) as connection:
            connection.execute(SPARE)
            _set(connection, column, before, victim)
    assert ledger.verify().intact


def _set(connection: psycopg.Connection[Any], column: str, value: str, event: object) -> None:
    sql = f"UPDATE ledger_event SET {column} = %s WHERE event_id = %s"
    connection.execute(sql, [value, event])  # type: ignore[arg-type]


def test_rebuilding_gives_the_same_rows(busy_plant: str) -> None:
    assert ledger.rebuild() > 0
    assert ledger.verify().intact
