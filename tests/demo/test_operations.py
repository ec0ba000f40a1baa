"""Loading the dairy: only where nothing is, and the same twice."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from lotline.demo.operations import load
from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import Conflict
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger.records import Draft

pytestmark = pytest.mark.django_db
END = datetime(2026, 7, 19, 10, 0, tzinfo=UTC)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Who did it is sealed under a salt of its own each time; the salted text says nothing of the name.
SEALED = re.compile(r'\{"sealed":"[0-9a-f]{64}"\}')
NAMED = ("lots_trace_object", "masterdata_site", "masterdata_location", "masterdata_party",
         "masterdata_product", "masterdata_equipment")  # fmt: skip


def test_a_demo_does_not_mix_with_what_is_there() -> None:
    draft = Draft(uuid7(), "genesis", "-", ("installation",), END, {"schema": "x/1"})
    ledger.append([draft], actor="somebody", clock=FixedClock(END))
    with pytest.raises(Conflict) as refused:
        load(10, 7, END)
    assert refused.value.code == "demo.not_empty"


def test_the_same_seed_and_end_record_the_same_twice() -> None:
    first, second = recorded(), recorded()
    assert len(first) > 1000
    assert first == second


def recorded() -> list[tuple[object, ...]]:
    """Load, tell what is recorded with names in place of ids, and take it all back."""
    with transaction.atomic(), connection.cursor() as cursor:
        load(10, 7, END)
        names: dict[str, str] = {}
        for table in NAMED:
            cursor.execute(f"SELECT id, code FROM {table}")
            names.update({str(found): code for found, code in cursor.fetchall()})
        # Microseconds only keep the events of one stream apart, and streams go by random ids.
        cursor.execute(
            "SELECT kind, event_time, date_trunc('second', record_time), payload FROM ledger_event"
        )
        told = [
            (
                *row[:3],
                SEALED.sub("-", UUID.sub(lambda found: names.get(found[0], "-"), row[3])),
            )
            for row in cursor.fetchall()
        ]
        transaction.set_rollback(True)
    return sorted(told, key=str)
