"""Whoever edits the audit trail behind the system's back is found."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from lotline.access import operations, queries
from lotline.access.models import AuditEntry, AuditHead
from lotline.access.records import Actor


@pytest.fixture
def trail(committed_db: str, root: Actor) -> int:
    """Write five changes; give the number of the last."""
    return [
        operations.record_change(root, "product.changed", f"P-{number}", {"name": "酸奶"})
        for number in range(5)
    ][-1]


def _behind_the_back(owner: str, sql: str) -> None:
    """Do as somebody with the owner's rights would, who first takes the guards off."""
    with psycopg.connect(owner) as there:
        for table in ("access_audit", "access_audit_head"):
            there.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        there.execute(sql)
        for table in ("access_audit", "access_audit_head"):
            there.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def test_an_untouched_trail_verifies(trail: int) -> None:
    assert trail == 5
    assert queries.verify_audit() is None


@pytest.mark.parametrize(
    ("tampering", "first_bad"),
    [
        ("UPDATE access_audit SET detail = '{}' WHERE seq = 3", 3),
        ("UPDATE access_audit SET actor = 'somebody else' WHERE seq = 1", 1),
        ("UPDATE access_audit SET at = at - interval '1 microsecond' WHERE seq = 5", 5),
        ("UPDATE access_audit SET actor_id = gen_random_uuid() WHERE seq = 2", 2),
        ("UPDATE access_audit SET hash = repeat('a', 64) WHERE seq = 4", 4),
        ("UPDATE access_audit SET prev_hash = repeat('0', 64) WHERE seq = 4", 4),
        ("DELETE FROM access_audit WHERE seq = 3", 3),
        ("DELETE FROM access_audit WHERE seq = 5", 5),
        ("DELETE FROM access_audit WHERE seq > 2", 3),
        ("DELETE FROM access_audit", 1),
        ("UPDATE access_audit SET seq = 9 WHERE seq = 5", 5),
        ("UPDATE access_audit_head SET seq = 4", 6),
        ("DELETE FROM access_audit_head", 6),
        (
            "INSERT INTO access_audit SELECT 6, at, actor, actor_id, action, object, detail,"
            " hash, repeat('b', 64) FROM access_audit WHERE seq = 5",
            6,
        ),
    ],
)
def test_an_edit_behind_the_back_is_found_where_it_was_made(
    committed_db: str, trail: int, tampering: str, first_bad: int
) -> None:
    _behind_the_back(committed_db, tampering)
    assert queries.verify_audit() == first_bad


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE access_audit SET detail = '{}'",
        "DELETE FROM access_audit",
        "TRUNCATE access_audit",
        "DELETE FROM access_audit_head",
        "TRUNCATE access_audit_head",
        "UPDATE access_audit_head SET seq = 0",
    ],
)
def test_the_database_refuses_even_its_owner(committed_db: str, trail: int, sql: str) -> None:
    with psycopg.connect(committed_db) as there, pytest.raises(psycopg.Error, match="never"):
        there.execute(sql)
    assert queries.verify_audit() is None


def test_the_serving_role_can_add_to_the_trail(db: None, root: Actor) -> None:
    assert operations.record_change(root, "product.changed", "P-1", {}) == 1
    assert AuditHead.objects.get().seq == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE access_audit SET detail = '{}'",
        "DELETE FROM access_audit",
        "TRUNCATE access_audit",
        "DELETE FROM access_audit_head",
        "INSERT INTO access_role VALUES (gen_random_uuid(), 'x', 'x', 'x')",
        "UPDATE access_role_permission SET permission = 'ledger.verify'",
        "DELETE FROM access_user",
        "ALTER TABLE access_audit DISABLE TRIGGER ALL",
    ],
)
def test_the_serving_role_may_do_no_more_than_its_work(db: None, sql: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_serving_role_can_do_all_of_its_work(db: None, root: Actor) -> None:
    made = operations.create_user(root, username="boss", roles=["administrator", "operator"])
    person = operations.authenticate("boss", made.password, address="desk")
    operations.update_user(root, person.id, roles=["administrator"])
    issued = operations.create_token(root, username="boss", role="administrator")
    operations.revoke_token(root, issued.card.id)
    assert AuditEntry.objects.count() == 4
