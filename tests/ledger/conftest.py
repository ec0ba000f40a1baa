"""What an attacker with the keys to the database server could do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from lotline.host.records import Database


@pytest.fixture
def as_administrator(server: Database) -> Callable[[str], AbstractContextManager[Any]]:
    """Open a test's database as the server's own administrator, past every guard."""

    @contextmanager
    def opened(owner: str) -> Iterator[psycopg.Connection[Any]]:
        assert server.admin is not None
        name = str(conninfo_to_dict(owner)["dbname"])
        with psycopg.connect(make_conninfo(server.admin, dbname=name)) as connection:
            yield connection

    return opened
