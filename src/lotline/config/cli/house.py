"""The house around a command: its home and its database, opened before and left as found."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps

from django.conf import settings

from lotline.config.database import use_address
from lotline.config.environment import read_environment
from lotline.host import operations as hosting
from lotline.host.records import Database, Home


def in_house(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command run with the database at hand, in the serving role."""

    @wraps(command)
    def inside(*args: object, **named: object) -> None:
        with open_house():
            command(*args, **named)

    return inside


@contextmanager
def open_house() -> Iterator[tuple[Home, Database]]:
    """Open the home and its database: handed down by the supervisor, running, external, or our own."""
    asked = read_environment(os.environ)
    home = hosting.open_home(asked.home)
    settings.SECRET_KEY = hosting.secret_key(home)
    settings.LOTLINE_HOME = str(home.root)
    with _database(home, asked.database_url) as database:
        use_address(database.serving, settings.STATEMENT_SECONDS)
        yield home, database


@contextmanager
def _database(home: Home, url: str) -> Iterator[Database]:
    owner, serving = (os.environ.get(f"LOTLINE_{who}_DSN") for who in ("OWNER", "SERVING"))
    if owner and serving:
        yield Database(owner, serving, embedded=not url)
        return
    with hosting.database(home, url) as database:
        yield database
