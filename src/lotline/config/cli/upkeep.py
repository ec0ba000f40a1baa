"""The commands that the supervisor runs at every start; they load less than the others."""

import typer

from lotline.config.cli.house import in_house
from lotline.config.cli.migrate import migrate, prepare
from lotline.config.cli.work import work


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(migrate)
    app.command(hidden=True)(prepare)
    app.command(hidden=True)(in_house(work))
