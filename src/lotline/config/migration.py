"""Tables brought up to date: a dump before anything old is changed, then the rights of the serving role."""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lotline.config.console import say
from lotline.config.database import use_address
from lotline.host import operations as hosting
from lotline.host.records import Database, Home
from lotline.ledger import operations as ledger
from lotline.ledger import queries as ledger_queries

_LOCK = 0x10711E
_DEFAULT_RIGHTS = """
    GRANT USAGE ON SCHEMA public TO lotline_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lotline_app;
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO lotline_app;
    REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM lotline_app;
"""


def migrate(home: Home, database: Database) -> None:
    """Bring the tables up to date as their owner; two starts at once wait for each other."""
    use_address(database.owner)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        _apply(home, database)
        grant_rights()
    finally:
        use_address(database.serving)


def grant_rights() -> None:
    """Give the serving role what each room grants it, where there is such a role."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = 'lotline_app'")
        if cursor.fetchone() is None:
            return
        for statements in (_DEFAULT_RIGHTS, *_rights_of_rooms()):
            cursor.execute(statements)


def _apply(home: Home, database: Database) -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        _upgrade(home, database, executor, len(plan))
    _refold({migration.app_label for migration, _ in plan})


def _upgrade(home: Home, database: Database, executor: MigrationExecutor, steps: int) -> None:
    if executor.loader.applied_migrations:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        target = home.backups / f"before-upgrade-{stamp}.dump"
        say("host.dumping", file=target)
        hosting.dump_database(home, database.owner, target)
    say("host.migrating", count=steps)
    call_command("migrate", verbosity=0, interactive=False)


def _refold(rooms: set[str]) -> None:
    """Fold the ledger anew into projections whose tables changed, or were left empty by a cut."""
    folded = {type(follower).__module__.split(".")[1] for follower in ledger.followers()}
    if (rooms & folded or _is_hollow()) and not ledger_queries.is_empty():
        say("host.refolding")
        ledger.rebuild()


def _rights_of_rooms() -> Iterator[str]:
    for room in apps.get_app_configs():
        rights = files(room.name) / "grants.sql"
        if rights.is_file():
            yield rights.read_text(encoding="utf-8")


def _is_hollow() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT NOT EXISTS (SELECT FROM lots_step)")
        return bool(cursor.fetchone()[0])
