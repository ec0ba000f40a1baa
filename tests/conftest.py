"""The ground every test stands on: one database server a run, a fresh copy for whoever commits, a browser."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from django.test.testcases import LiveServerThread
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from lotline.config.database import use_address
from lotline.config.migration import migrate
from lotline.host import operations as hosting
from lotline.host.records import Database, Home

_numbers = count(1)
_CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def scratch_home() -> Iterator[Home]:
    """A home of this test run alone; several runs may go on at the same time."""
    root = Path(tempfile.mkdtemp(prefix="lotline-test-"))
    root.chmod(0o755)
    yield hosting.open_home(root)
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="session")
def server(scratch_home: Home) -> Iterator[Database]:
    """The embedded database server of this run, as the product starts it."""
    with hosting.database(scratch_home) as database:
        yield database


@pytest.fixture(scope="session")
def template(
    server: Database, scratch_home: Home, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A database with every table and right, never served itself: fresh copies are made of it."""
    settings.LOTLINE_HOME = str(scratch_home.root)
    with django_db_blocker.unblock():
        migrate(scratch_home, server)
        connections.close_all()
    yield "lotline"


@pytest.fixture(scope="session")
def django_db_setup(
    server: Database, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """One copy for all tests that roll back, used in the serving role like the product itself."""
    with django_db_blocker.unblock(), _copy(server, template) as name:
        use_address(make_conninfo(server.serving, dbname=name))
        yield
        connections.close_all()


@pytest.fixture
def committed_db(
    django_db_setup: None, server: Database, template: str, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A database of this test alone, where commits stay; gives its owner's address."""
    before = dict(connection.settings_dict)
    with django_db_blocker.unblock(), _copy(server, template) as name:
        use_address(make_conninfo(server.serving, dbname=name))
        yield make_conninfo(server.owner, dbname=name)
        connections.close_all()
        connection.settings_dict.clear()
        connection.settings_dict.update(before)


@pytest.fixture
def live_url(committed_db: str) -> Iterator[str]:
    """The whole product on loopback, on this test's own database."""
    thread = LiveServerThread("127.0.0.1", _without_static, connections_override={}, port=0)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium; without one, browser stories are skipped and say so."""
    path = os.environ.get("LOTLINE_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium: install the Debian package chromium or set LOTLINE_CHROMIUM")
    # Playwright's event loop lives in the test's own thread, where tests also ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {**browser_type_launch_args, "executable_path": path, "args": list(_CHROMIUM_FLAGS)}


@contextmanager
def _copy(server: Database, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    assert server.admin is not None
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER lotline_owner")
        admin.execute(f"GRANT CONNECT ON DATABASE {name} TO lotline_app")
    yield name
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _without_static(application: Any) -> Any:
    """Leave static files to the product's own middleware."""
    return application
