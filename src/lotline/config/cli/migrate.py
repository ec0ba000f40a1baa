"""`lotline migrate` brings the tables up to date; `prepare` makes an installation ready to serve."""

import os

from django.db import transaction

from lotline.access import operations as access
from lotline.config.cli.demo import demo
from lotline.config.cli.house import open_house
from lotline.config.console import say
from lotline.config.environment import read_environment
from lotline.config.migration import migrate as bring_up_to_date
from lotline.config.preparation import remember_prepared
from lotline.ledger import queries as ledger


def migrate() -> None:
    """Bring the tables up to date, after a dump of what is there."""
    with open_house() as (home, database):
        bring_up_to_date(home, database)


def prepare() -> None:
    """Bring the tables up to date; the first time, make the first user and fill in the demo."""
    with open_house() as (home, database):
        bring_up_to_date(home, database)
        password = _first_time()
        if password is not None:
            say("host.first_user", username="admin", password=password)
        remember_prepared(database.owner)


@transaction.atomic
def _first_time() -> str | None:
    """Make the first user and, where wanted, the demo: both or neither."""
    password = access.create_first_administrator()
    wanted = read_environment(os.environ).demo
    if password is not None and wanted and ledger.is_empty():
        say("host.step_demo")
        demo()
    return password
