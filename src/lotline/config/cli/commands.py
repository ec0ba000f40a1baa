"""Every command but `serve`; they need the rooms, so they are loaded only when one of them is asked for."""

import typer

from lotline.config.cli.capture import capture
from lotline.config.cli.house import in_house
from lotline.config.cli.ledger import rebuild, verify
from lotline.config.cli.migrate import migrate, prepare
from lotline.config.cli.trace import trace
from lotline.config.cli.work import work


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(migrate)
    app.command(hidden=True)(prepare)
    for command in (capture, trace, verify, rebuild):
        app.command()(in_house(command))
    app.command(hidden=True)(in_house(work))
