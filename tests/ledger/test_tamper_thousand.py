"""A thousand of a thousand random tamperings are found: naive ones anywhere, clever ones before the last export.

`make test` tries 150 of them, `make soak` (or LOTLINE_SOAK=1) all 1,000; LOTLINE_TAMPERINGS says another
number. Kept answers (`ledger_key`), what followers and exports remember (`ledger_follower`,
`ledger_export`) are no evidence and are left out; derived tables have tests of their own.
"""

import os
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from lotline.access import operations as access
from lotline.config.database import use_address
from lotline.host.records import Database
from lotline.kernel.canonical import canonical_text
from lotline.ledger import operations as ledger
from lotline.ledger import rules
from lotline.ledger.rules import PrivateKey
from tests.ledger import forging
from tests.ledger.conftest import ROOT, Scribe

COUNT: Final = int(
    os.environ.get("LOTLINE_TAMPERINGS") or (1000 if os.environ.get("LOTLINE_SOAK") else 150)
)
TABLES: Final = {
    "ledger_event": 8, "ledger_event_order": 3, "ledger_event_subject": 3, "ledger_subject": 2,
    "ledger_stream_head": 2, "ledger_checkpoint": 4, "ledger_signing_key": 2, "ledger_tree": 1,
    "ledger_file": 1, "ledger_personal": 2, "access_audit": 3, "access_audit_head": 1,
}  # fmt: skip
PROTECTED: Final = 280
_UUID: Final = 2950  # the type's number in PostgreSQL


@pytest.fixture
def played(scribe: Scribe, server: Database, committed_db: str) -> Iterator[Scribe]:
    """A small ledger with a bit of everything, asked as the server's own administrator."""
    for round_ in range(7):
        scribe.write(38)
        scribe.write(2, operator="Zhang Wei")
        access.record_change(ROOT, "product.changed", f"P-{round_}", {"name": "Joghurt"})
        if round_ == 3:
            ledger.rotate_key(ROOT, reason="yearly", clock=scribe.clock)
            ledger.keep_file(ROOT, b"certificate", name="coa.pdf", media_type="application/pdf",
                             clock=scribe.clock)  # fmt: skip
        scribe.sign()
    scribe.write(9)
    ledger.order_events()
    assert scribe.verify().intact
    before = dict(connection.settings_dict)
    assert server.admin is not None
    use_address(make_conninfo(server.admin, dbname=str(conninfo_to_dict(committed_db)["dbname"])))
    _drop_constraints()
    yield scribe
    connection.close()
    connection.settings_dict.update(before)


def test_every_tampering_is_found(played: Scribe) -> None:
    dice = random.Random(1000)
    missed = []
    for number in range(COUNT):
        with transaction.atomic():
            there = _unguarded()
            told = naive(there, dice) if dice.random() < 0.6 else clever(there, dice)
            if played.verify().intact:
                missed.append(f"{number}: {told}")
            transaction.set_rollback(True)
    assert missed == []
    assert played.verify().intact


def test_a_clever_rewrite_after_the_last_export_is_told_as_unprotected(played: Scribe) -> None:
    dice = random.Random(7)
    for _ in range(10):
        with transaction.atomic():
            there = _unguarded()
            victim = _event_at(there, dice.randint(PROTECTED + 1, PROTECTED + 9))
            forging.rechain(there, victim, canonical_text({"forged": True}))
            found = played.verify()
            assert (found.intact, found.unprotected) == (True, 9)
            transaction.set_rollback(True)


def naive(there: Any, dice: random.Random) -> str:
    """Change one cell, one row or two of any table, and nothing else."""
    table = dice.choices(list(TABLES), list(TABLES.values()))[0]
    rows = there.execute(f"SELECT ctid::text, * FROM {table} ORDER BY ctid").fetchall()
    columns = there.execute(f"SELECT * FROM {table} LIMIT 0").description
    row = dice.choice(rows)
    if dice.random() < 0.15:
        there.execute(f"DELETE FROM {table} WHERE ctid = %s::tid", [row[0]])
        return f"a row of {table} deleted: {row}"
    if dice.random() < 0.1 and len(rows) > 1 and table == "ledger_event_order":
        one, other = dice.sample([row[2] for row in rows[:PROTECTED]], 2)
        forging.swap(there, one, other)
        return f"positions of {one} and {other} swapped"
    at = dice.randrange(len(columns))
    is_id = columns[at].type_code == _UUID
    new = uuid4() if is_id else _other(row[at + 1], dice)
    there.execute(f"UPDATE {table} SET {columns[at].name} = %s WHERE ctid = %s::tid", [new, row[0]])
    return f"{table}.{columns[at].name}: {row[at + 1]!r} became {new!r}"


def _other(value: Any, dice: random.Random) -> Any:
    """Give another value of the same type."""
    if value is None:
        return dice.choice(["", "somebody"])
    if isinstance(value, bool | int):
        return value + dice.choice([-1, 1, 5, 1000])
    if isinstance(value, datetime):
        return value + dice.choice([-1, 1]) * timedelta(
            microseconds=dice.choice([1, 10**6, 10**10])
        )
    if not value:
        return "x"
    at = dice.randrange(len(value))
    return value[:at] + ("0" if value[at] != "0" else "1") + value[at + 1 :]


def clever(there: Any, dice: random.Random) -> str:
    """Rewrite history before the last exported checkpoint so that it agrees with itself."""
    victim = _event_at(there, dice.randint(1, PROTECTED))
    forge = dice.choice([_rewritten, _forgotten, _slipped_in, _swapped, _cut_off])
    told = forge(there, victim, dice)
    if dice.random() < 0.5:
        _grow_again(there)
        told += ", tree made anew"
    if dice.random() < 0.5:
        _sign_again(there, dice)
        told += ", checkpoints made anew"
    return f"{told} at {victim}"


def _rewritten(there: Any, victim: UUID, dice: random.Random) -> str:
    column = dice.choice(["actor", "kind", "payload"])
    if column == "payload":
        forging.rechain(there, victim, canonical_text({"forged": dice.random() > 0.5}))
    else:
        there.execute(f"UPDATE ledger_event SET {column} = 'x' WHERE event_id = %s", [victim])
        (stream,) = there.execute(
            "SELECT stream FROM ledger_event WHERE event_id = %s", [victim]
        ).fetchone()
        forging.remake(there, stream)
    return f"{column} rewritten"


def _forgotten(there: Any, victim: UUID, dice: random.Random) -> str:
    forging.forget(there, victim)
    return "forgotten"


def _slipped_in(there: Any, victim: UUID, dice: random.Random) -> str:
    forging.slip_in(there, victim)
    return "another slipped in"


def _swapped(there: Any, victim: UUID, dice: random.Random) -> str:
    other = victim
    while other == victim:
        other = _event_at(there, dice.randint(1, PROTECTED))
    forging.swap(there, victim, other)
    return f"swapped with {other}"


def _cut_off(there: Any, victim: UUID, dice: random.Random) -> str:
    """Forget the last events one by one, as a rollback that leaves no gap would."""
    for position in range(PROTECTED + 9, PROTECTED - dice.randint(1, 4), -1):
        forging.forget(there, _event_at(there, position))
    return "cut off at the end"


def _grow_again(there: Any) -> None:
    hashes = there.execute(
        "SELECT e.hash FROM ledger_event_order o JOIN ledger_event e USING (event_id)"
        " ORDER BY o.position"
    ).fetchall()
    nodes = rules.Frontier().extend([bytes.fromhex(row[0]) for row in hashes[:PROTECTED]])
    there.execute("DELETE FROM ledger_tree")
    for level, number, node in nodes:
        there.execute("INSERT INTO ledger_tree VALUES (%s, %s, %s)", [level, number, node.hex()])


def _sign_again(there: Any, dice: random.Random) -> None:
    """Replace the chain of keys and the last checkpoint by the attacker's own, or drop them."""
    if dice.random() < 0.3:
        there.execute("DELETE FROM ledger_checkpoint")
        there.execute("DELETE FROM ledger_signing_key")
        return
    key = PrivateKey.new()
    number, text = there.execute(
        "SELECT number, text FROM ledger_checkpoint ORDER BY number DESC LIMIT 1"
    ).fetchone()
    there.execute(
        "UPDATE ledger_checkpoint SET signature = %s WHERE number = %s", [key.sign(text), number]
    )


def _event_at(there: Any, position: int) -> UUID:
    row = there.execute(
        "SELECT event_id FROM ledger_event_order WHERE position = %s", [position]
    ).fetchone()
    found: UUID = row[0]
    return found


def _drop_constraints() -> None:
    """Let nothing but verification stand in the way of doubled rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype IN ('p', 'u', 'f') AND conrelid::regclass::text = ANY(%s)"
            " ORDER BY contype",
            [list(TABLES)],
        )
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name} CASCADE")


def _unguarded() -> Any:
    connection.ensure_connection()
    there = connection.connection
    there.execute("SET LOCAL session_replication_role = replica")
    return there
