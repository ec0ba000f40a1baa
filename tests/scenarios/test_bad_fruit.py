"""A complaint about one case of yoghurt is traced to one lot of fruit, and to all it touched."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from lotline.access.records import Actor
from lotline.demo.operations import Loaded, load
from lotline.demo.story import truth
from lotline.genealogy import queries as genealogy
from lotline.ledger import operations as ledger
from lotline.lots import queries as lots
from lotline.lots.events import from_payload

ACTOR = Actor.system("quality")
END = datetime(2026, 7, 19, 10, 0, tzinfo=UTC)
DAYS, SEED = 14, 7


@pytest.fixture(scope="module")
def dairy(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Loaded]:
    """Load the dairy once for all these tests, and take it back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(DAYS, SEED, END)
        transaction.set_rollback(True)


def lot(code: str) -> UUID:
    [found] = lots.find([code])[code]
    return found


def rows(sql: str, *values: Any) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[object, ...]] = cursor.fetchall()
        return found


def test_the_complaint_leads_to_the_lot_and_its_reading_out_of_limits(dairy: Loaded) -> None:
    found = rows(
        "SELECT DISTINCT o.code, o.quality FROM lots_event_reference r"
        " JOIN genealogy_event_item i USING (event) JOIN lots_trace_object o ON o.id = i.object"
        " WHERE r.type = 'complaint' AND r.ref = %s",
        dairy.truth.complaint,
    )
    assert found == [(dairy.truth.complaint_lot, "nonconforming")]


def test_back_from_the_complaint_stands_the_bad_fruit(dairy: Loaded) -> None:
    back = genealogy.trace(ACTOR, lot(dairy.truth.complaint_lot), "back")
    codes = {entry.row.code for entry in back.lots}
    assert dairy.truth.supplier_lot in codes
    assert codes & dairy.truth.fruit_lots
    assert codes & dairy.truth.mix_lots
    assert back.complete
    assert back.exact


def test_forward_from_the_bad_fruit_stands_all_it_touched_and_nothing_else(dairy: Loaded) -> None:
    told = dairy.truth
    forward = genealogy.trace(ACTOR, lot(told.supplier_lot), "forward")
    assert {entry.row.code for entry in forward.lots} == (
        told.fruit_lots | told.mix_lots | told.finished_lots
    )
    assert {customer.party.code for customer in forward.customers} == told.customers
    assert forward.complete
    assert forward.exact
    assert all(customer.orders and customer.waybills for customer in forward.customers)


def test_some_of_it_is_still_here_and_nothing_is_on_hold(dairy: Loaded) -> None:
    states = lots.states(map(lot, dairy.truth.finished_lots | dairy.truth.fruit_lots))
    units = {holder.id for state in states.values() for holder in state.balances}
    places = set(lots.whereabouts(units).values())
    here = rows("SELECT code FROM masterdata_location WHERE id = ANY(%s)", list(places))
    assert ("COLD",) in here
    assert not any(state.holds for state in states.values())


def test_only_the_story_lies_outside_its_limits(dairy: Loaded) -> None:
    outside = []
    for kind, payload in rows(
        "SELECT kind, payload::json FROM ledger_event WHERE kind <> 'genesis'"
    ):
        event = from_payload(payload)  # type: ignore[arg-type]
        outside += [(kind, r.kde) for r in event.readings if r.within is False]
    assert sorted(outside) == [
        ("inspect", "seal"), ("inspect", "yeast_mould"), ("process", "temperature"),
    ]  # fmt: skip


def test_the_dairy_came_through_the_door_without_a_refusal_or_a_guess(dairy: Loaded) -> None:
    assert rows("SELECT count(*) FROM capture_attempt") == [(0,)]
    assert rows("SELECT count(*) FROM lots_trace_object WHERE origin <> 'recorded'") == [(0,)]
    assert rows("SELECT count(*) FROM lots_line WHERE NOT flags <@ ARRAY['place_implied']") == [
        (0,)
    ]
    assert rows("SELECT count(*) FROM lots_flow WHERE origin = 'disputed'") == [(0,)]


def test_the_chain_is_intact_and_begins_by_saying_that_it_is_a_simulation(dairy: Loaded) -> None:
    assert ledger.verify().intact
    [(kind, simulated)] = rows(
        "SELECT kind, payload::json->>'simulated' FROM ledger_event ORDER BY record_time LIMIT 1"
    )
    assert (kind, simulated) == ("genesis", "true")


def test_the_truth_can_be_told_without_a_database(dairy: Loaded) -> None:
    assert truth(DAYS, SEED, END) == dairy.truth
