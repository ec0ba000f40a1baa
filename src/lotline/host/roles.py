"""The two roles of the database: the owner migrates, the serving role may do only what it is granted."""

import psycopg
from psycopg import sql

from lotline.host.addresses import NAME
from lotline.host.cluster import OWNER, SERVING
from lotline.host.records import CannotStart, Database

_OLDEST = 160000


def make_embedded(database: Database) -> None:
    """Make the roles and the database of a fresh cluster; leave them as they are in an old one."""
    assert database.admin is not None
    with psycopg.connect(database.admin, autocommit=True) as connection:
        for role in (OWNER, SERVING):
            if not _known(connection, "pg_roles", "rolname", role):
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        if not _known(connection, "pg_database", "datname", NAME):
            names = (sql.Identifier(NAME), sql.Identifier(OWNER))
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))
            connection.execute(
                sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(names[0]),
            )
        # Temporary tables: verification folds the ledger into them beside the real ones.
        grant = sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}")
        connection.execute(grant.format(sql.Identifier(NAME), sql.Identifier(SERVING)))


def join_external(url: str) -> Database:
    """Use a database that others run: check its age and take the serving role there, if that may be made."""
    try:
        with psycopg.connect(url, autocommit=True, connect_timeout=10) as connection:
            if connection.info.server_version < _OLDEST:
                found = connection.info.server_version // 10000
                raise CannotStart("host.database_old", found=found)
            restricted = _serving_role(connection)
    except psycopg.OperationalError as fault:
        reason = str(fault).strip().splitlines()[-1]
        raise CannotStart("host.database_unreachable", fault=reason) from fault
    return Database(owner=url, serving=_as_role(url) if restricted else url, embedded=False)


def _serving_role(connection: psycopg.Connection) -> bool:
    """Make the serving role where this user may; tell whether it can be taken on."""
    try:
        if not _known(connection, "pg_roles", "rolname", SERVING):
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(SERVING)))
        member = connection.execute("SELECT pg_has_role(%s, 'SET')", [SERVING]).fetchone()
        if not (member and member[0]):
            grant = sql.SQL("GRANT {} TO CURRENT_USER WITH SET TRUE")
            connection.execute(grant.format(sql.Identifier(SERVING)))
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def _as_role(url: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(url)
    options = f"{parts.get('options') or ''} -c role={SERVING}".strip()
    return psycopg.conninfo.make_conninfo(url, options=options)


def _known(connection: psycopg.Connection, table: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s")
    return (
        connection.execute(
            query.format(sql.Identifier(table), sql.Identifier(column)), [name]
        ).fetchone()
        is not None
    )
