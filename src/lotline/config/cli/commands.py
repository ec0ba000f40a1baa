"""Every command but `serve`; they need the rooms, so they are loaded only when one of them is asked for."""

from collections.abc import Callable

import typer

from lotline.config.cli import upkeep
from lotline.config.cli.access import token_app, user_app
from lotline.config.cli.capture import capture
from lotline.config.cli.correct import correct
from lotline.config.cli.demo import demo
from lotline.config.cli.house import in_house
from lotline.config.cli.ledger import rebuild, verify
from lotline.config.cli.ledger_keeping import KEEPING, keys_app
from lotline.config.cli.scope import scope
from lotline.config.cli.trace import trace


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    upkeep.register(app)
    commands: tuple[Callable[..., None], ...] = (
        capture, correct, demo, trace, scope, verify, rebuild, *KEEPING,
    )  # fmt: skip
    for command in commands:
        app.command()(in_house(command))
    for group, name in ((user_app, "user"), (token_app, "token"), (keys_app, "keys")):
        app.add_typer(_all_in_house(group), name=name)


def _all_in_house(group: typer.Typer) -> typer.Typer:
    """Open the house around every command of a group."""
    for command in group.registered_commands:
        if command.callback is not None:
            command.callback = in_house(command.callback)
    return group
