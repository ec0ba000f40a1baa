"""Whether a database was already made ready for this very code, so that a later start need not look again."""

import contextlib
import hashlib
from pathlib import Path

import psycopg
from psycopg import sql

_PACKAGE = Path(__file__).resolve().parent.parent


def is_prepared(dsn: str) -> bool:
    """Tell whether these tables and rights are the ones this code wants."""
    query = (
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database"
        " WHERE datname = current_database()"
    )
    with psycopg.connect(dsn) as connection:
        return connection.execute(query).fetchone() == (_mark(),)


def remember_prepared(dsn: str) -> None:
    """Write on the database what it was made ready for; a restored or foreign one does not carry it."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        name = sql.Identifier(connection.info.dbname)
        # Whoever may not write there prepares at every start; that is slower, not wrong.
        with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
            connection.execute(comment.format(name, sql.Literal(_mark())))


def _mark() -> str:
    found = hashlib.sha256()
    for path in sorted((*_PACKAGE.glob("*/migrations/*.py"), *_PACKAGE.glob("*/grants.sql"))):
        found.update(f"{path.relative_to(_PACKAGE)}\0".encode())
        found.update(path.read_bytes())
    return f"lotline {found.hexdigest()}"
