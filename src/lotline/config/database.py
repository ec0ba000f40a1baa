"""The database as Django sees it: the owner's address to migrate, the serving role's for all else."""

from collections.abc import Mapping
from typing import Any, Literal

from django.db import connection
from psycopg.conninfo import conninfo_to_dict

Role = Literal["owner", "serving"]

# Nothing listens there: settings can be read (by tools, by tests) before a database is known.
_NOWHERE = "host=/nonexistent user=lotline_app dbname=lotline"
_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def address(environ: Mapping[str, str], role: Role) -> str:
    """Give the address for a role: the one handed down by the supervisor, else the external one."""
    name = {"owner": "LOTLINE_OWNER_DSN", "serving": "LOTLINE_SERVING_DSN"}[role]
    return environ.get(name) or environ.get("DATABASE_URL") or _NOWHERE


def database_settings(dsn: str, timeout_seconds: int) -> dict[str, Any]:
    """Translate an address into Django's words, with a limit on how long a statement may run."""
    parts = {name: value for name, value in conninfo_to_dict(dsn).items() if value is not None}
    named = {_NAMES[name]: str(parts.pop(name)) for name in tuple(parts) if name in _NAMES}
    options = f"{parts.get('options', '')} -c statement_timeout={timeout_seconds * 1000}".strip()
    return {
        "ENGINE": "django.db.backends.postgresql",
        **named,
        "OPTIONS": {**parts, "options": options},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def use_address(dsn: str, timeout_seconds: int = 0) -> None:
    """Go on with another role or database from here."""
    connection.close()
    connection.settings_dict.update(
        {"PASSWORD": "", "PORT": "", "HOST": "", **database_settings(dsn, timeout_seconds)}
    )
