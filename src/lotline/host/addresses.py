"""Where the running database is, left in the home for other commands and for the next start."""

import contextlib
import json
import os
import shutil
from pathlib import Path

import psycopg

from lotline.host.cluster import OWNER, SERVING
from lotline.host.records import Database, Home

NAME = "lotline"


def embedded_addresses(runtime: Path) -> Database:
    """Give the addresses of the embedded database behind its socket folder."""

    def address(role: str, name: str) -> str:
        return psycopg.conninfo.make_conninfo(host=str(runtime), user=role, dbname=name)

    return Database(
        owner=address(OWNER, NAME),
        serving=address(SERVING, NAME),
        embedded=True,
        admin=address("postgres", "postgres"),
        runtime=runtime,
    )


def leave_address(home: Home, runtime: Path, *, shared: bool) -> None:
    """Write down where the database is, and whether other commands may use it while it runs."""
    draft = home.run / f"database.{os.getpid()}"
    draft.write_text(json.dumps({"runtime": str(runtime), "shared": shared}), encoding="utf-8")
    draft.replace(home.run / "database.json")


def found_address(home: Home) -> Database | None:
    """Give the database that runs for this home now, if it may be shared and answers."""
    runtime, shared = _recorded(home)
    if runtime is None or not shared:
        return None
    database = embedded_addresses(runtime)
    return database if answers(database.owner) else None


def forget_address(home: Home) -> None:
    """Remove the socket folder and the note about it, after the database has ended."""
    runtime, _ = _recorded(home)
    if runtime is not None and runtime.name.startswith("lotline-"):
        shutil.rmtree(runtime, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        (home.run / "database.json").unlink()


def answers(dsn: str) -> bool:
    """Tell whether a database answers at an address."""
    try:
        with psycopg.connect(dsn, connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False


def _recorded(home: Home) -> tuple[Path | None, bool]:
    try:
        note = json.loads((home.run / "database.json").read_text(encoding="utf-8"))
        return Path(note["runtime"]), bool(note["shared"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, False
