"""The checker against a real house whose database was tampered with: every plant must be found there too."""

import psycopg
import pytest

from tests.faults.history import Attempt
from tests.faults.points import POINTS, resolve
from tests.faults.rig import Rig

MORE = (
    "UPDATE lots_balance SET quantity = quantity + 0.001 WHERE (object, holder) ="
    " (SELECT object, holder FROM lots_balance WHERE quantity > 0 LIMIT 1)"
)
RENAME = "UPDATE ledger_event SET payload = replace(payload, %s, 'k-stranger') WHERE event_id = %s"
GUARDS_OFF = "SET session_replication_role = replica"
COPY = (
    "INSERT INTO ledger_event SELECT gen_random_uuid(), kind, stream, 1000000, prev_hash, hash, alg,"
    " actor, device, event_time, record_time, spec_version, subjects, payload"
    " FROM ledger_event WHERE event_id = %s"
)


def test_what_is_planted_in_a_database_is_found(spoilt_rig: Rig) -> None:
    rig = spoilt_rig
    with rig.load() as load:
        load.wait_for(lambda: len(_items(rig, "rollback")) > 1 and len(_items(rig, None)) > 9)
    assert rig.check(proven=False) == []
    first, second, third = _items(rig, None)[:3]
    _plant(rig, MORE)
    assert {"I4", "I9"} <= _found(rig, proven=True)
    _plant(rig, "UPDATE ledger_event SET actor = 'nobody' WHERE event_id = %s", _id(first))
    assert "I5" in _found(rig, proven=True)
    _plant(rig, "DELETE FROM ledger_event WHERE event_id = %s", _id(_items(rig, "rollback")[0]))
    assert {"I1", "I8"} <= _found(rig)
    _plant(rig, RENAME, second.key, _id(second))
    assert "I2" in _found(rig)
    _plant(rig, COPY, _id(third))
    assert "I3" in _found(rig)


@pytest.mark.parametrize("point", POINTS)
def test_every_point_names_a_function_of_the_product(point: str) -> None:
    assert callable(resolve(point))


def _items(rig: Rig, mode: str | None) -> list[Attempt]:
    known = list(rig.history.attempts.values())
    return [one for one in known if one.mode == mode and one.is_acknowledged]


def _id(attempt: Attempt) -> str:
    return next(str(t.answer.event_id) for t in attempt.tries if t.answer and t.is_acknowledged)


def _found(rig: Rig, *, proven: bool = False) -> set[str]:
    return {one.invariant for one in rig.check(proven=proven)}


def _plant(rig: Rig, statement: str, *values: str) -> None:
    """Do what a database administrator with a grudge could do."""
    admin = rig.database().admin
    assert admin is not None
    address = psycopg.conninfo.make_conninfo(admin, dbname="lotline")
    with psycopg.connect(address) as connection:
        connection.execute(GUARDS_OFF)
        done = connection.execute(statement.encode(), values)
        assert done.rowcount > 0, statement
