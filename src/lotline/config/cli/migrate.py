"""`lotline migrate` brings the tables up to date; `prepare` makes an installation ready to serve."""

from lotline.access import operations as access
from lotline.config.cli.console import say
from lotline.config.cli.house import open_house
from lotline.config.migration import migrate as bring_up_to_date


def migrate() -> None:
    """Bring the tables up to date, after a dump of what is there."""
    with open_house() as (home, database):
        bring_up_to_date(home, database)


def prepare() -> None:
    """Bring the tables up to date and make the first user; `serve` does this at every start."""
    with open_house() as (home, database):
        bring_up_to_date(home, database)
        password = access.create_first_administrator()
        if password is not None:
            say("host.first_user", username="admin", password=password)
