"""Browser stories run on the living dairy: loaded once a run, a fresh copy for each story."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from playwright.sync_api import Page
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from lotline.access import operations as access
from lotline.access.models import User
from lotline.access.records import Actor
from lotline.config.database import use_address
from lotline.demo import operations as dairy_factory
from lotline.demo.records import Truth
from lotline.host.records import Database

END = datetime.fromisoformat("2026-07-19T18:00:00+08:00")
PASSWORD = "Cheese-without-holes-7"
_numbers = count(1)


@pytest.fixture(scope="session")
def dairy(
    django_db_setup: None, server: Database, template: str, django_db_blocker: DjangoDbBlocker
) -> Truth:
    """The dairy, loaded once into a database of its own, with a quality manager."""
    before = dict(connection.settings_dict)
    _create(server, "dairy", template)
    with django_db_blocker.unblock():
        use_address(make_conninfo(server.serving, dbname="dairy"))
        loaded = dairy_factory.load(14, 7, END)
        access.create_first_administrator()
        access.create_user(
            Actor.system("test"), username="quality", roles=["quality_manager", "auditor"],
            display_name="质量经理", password=PASSWORD,
        )  # fmt: skip
        User.objects.update(must_change_password=False)
        connections.close_all()
    _go_back(before)
    return loaded.truth


@pytest.fixture
def committed_db(
    dairy: Truth, server: Database, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A copy of the dairy for one story."""
    before, name = dict(connection.settings_dict), f"story_{next(_numbers)}"
    _create(server, name, "dairy")
    with django_db_blocker.unblock():
        use_address(make_conninfo(server.serving, dbname=name))
        yield make_conninfo(server.owner, dbname=name)
        connections.close_all()
    _go_back(before)


@pytest.fixture
def desk(live_url: str, page: Page, built_front_end: None) -> Callable[..., Page]:
    """Open the desk as the quality manager, in a language and on a screen."""

    def opened(language: str = "zh", width: int = 1280) -> Page:
        User.objects.filter(username="quality").update(language=language)
        page.set_default_timeout(8000)
        page.set_viewport_size({"width": width, "height": 844 if width < 600 else 800})
        page.goto(live_url)
        page.get_by_test_id("login-username").fill("quality")
        page.get_by_test_id("login-password").fill(PASSWORD)
        page.get_by_test_id("login-submit").click()
        page.get_by_test_id("complaint").first.wait_for()
        return page

    return opened


@pytest.fixture(scope="session")
def built_front_end() -> None:
    """The stories need the front end built; without it they say so."""
    if not (Path(settings.WEB_ROOT) / "index.html").is_file():
        pytest.skip("the front end is not built: run python3 dev.py test, or tools/frontend.py")


def _create(server: Database, name: str, template: str) -> None:
    assert server.admin is not None
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER lotline_owner")
        admin.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO lotline_app")


def _go_back(settings_dict: dict[str, Any]) -> None:
    connection.settings_dict.clear()
    connection.settings_dict.update(settings_dict)
