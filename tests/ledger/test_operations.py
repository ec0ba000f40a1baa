"""Appending, ordering, following: what the ledger promises to the rooms above."""

from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from django.db import DatabaseError, connection

from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import Conflict
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.ledger.records import Draft

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


def draft(*subjects: str, site: str = "P1") -> Draft:
    return Draft(uuid7(), "note", site, subjects, AT, {"schema": "test/1"})


def test_numbers_in_a_stream_have_no_gap_and_each_event_points_to_the_one_before() -> None:
    receipts = [ledger.append([draft("a")], actor="t")[0] for _ in range(3)]
    assert [receipt.stream_seq for receipt in receipts] == [1, 2, 3]
    stored = [history.event(receipt.event_id) for receipt in receipts]
    assert [event.prev_hash for event in stored if event][1:] == [r.hash for r in receipts[:-1]]


def test_whoever_decided_on_an_old_state_is_told_so_and_nothing_is_written() -> None:
    version = ledger.claim(["a"])
    ledger.append([draft("a")], actor="t", expect=version)
    with pytest.raises(Conflict, match="ledger.moved"):
        ledger.append([draft("a"), draft("b")], actor="t", expect=version)
    assert history.count_events() == 1


def test_record_time_never_goes_back_even_if_the_clock_does() -> None:
    clock = FixedClock(AT)
    first = ledger.append([draft("a", "b")], actor="t", clock=clock)[0]
    clock.advance(timedelta(hours=-5))
    second = ledger.append([draft("b")], actor="t", clock=clock)[0]
    assert second.record_time > first.record_time


def test_positions_are_gap_free_and_keep_every_subject_in_order() -> None:
    clock = FixedClock(AT)
    for step in range(6):
        clock.advance(timedelta(seconds=-step))
        ledger.append(
            [draft("a", f"x{step}"), draft(f"x{step}", site="P2")], actor="t", clock=clock
        )
    last = ledger.order_events()
    events = history.in_order(after=0, limit=100)
    assert [event.position for event in events] == list(range(1, last + 1))
    seen: dict[str, int] = {}
    for event in events:
        for subject, version in event.subjects:
            assert version == seen.get(subject, 0) + 1
            seen[subject] = version


def test_a_following_projection_reads_each_event_once_and_catches_up() -> None:
    follower = Counting()
    for _ in range(5):
        ledger.append([draft("a")], actor="t")
    assert ledger.follow(follower, limit=3) == 3
    assert ledger.follow(follower, limit=3) == 2
    assert ledger.follow(follower) == 0
    assert len(set(follower.seen)) == len(follower.seen) == 5


class Counting:
    """A follower that remembers what it was given."""

    name: ClassVar[str] = "counting"
    inline: ClassVar[bool] = False
    tables: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        self.seen: list[object] = []

    def apply(self, events) -> None:  # type: ignore[no-untyped-def]
        self.seen.extend(event.event_id for event in events)


def test_answers_are_kept_by_principal_and_key() -> None:
    ledger.remember("ann", [ledger.Answer("k", "f1", "yes")], AT)
    assert ledger.recall("ann", {"k": "f1"}) == {"k": "yes"}
    assert ledger.recall("bob", {"k": "f1"}) == {}
    assert isinstance(ledger.recall("ann", {"k": "f2"})["k"], Conflict)


def test_one_key_is_answered_once() -> None:
    ledger.remember("ann", [ledger.Answer("k", "f1", "yes")], AT)
    with pytest.raises(ledger.KeyTaken):
        ledger.remember("ann", [ledger.Answer("k", "f1", "no")], AT)


@pytest.mark.parametrize("table", ["ledger_event", "ledger_event_subject", "ledger_event_order"])
@pytest.mark.parametrize(
    "verb", ["UPDATE {} SET event_id = event_id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_the_database_itself_refuses_to_change_the_past(table: str, verb: str) -> None:
    ledger.append([draft("a")], actor="t")
    ledger.order_events()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="append-only|permission denied"):
            cursor.execute(verb.format(table))
