"""The command line of Lotline."""

import os
import sys
from importlib import import_module

import django
import typer

from lotline.config.cli.serve import serve
from lotline.config.console import say_fault
from lotline.host.records import CannotStart

# What the supervisor runs at every start.
UPKEEP = ("migrate", "prepare", "work")


def main() -> None:
    """Run one command; what cannot be started is told in one line and exit code 2."""
    app = typer.Typer(
        name="lotline",
        help="批脉 Lotline – production-lot traceability.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.command()(serve)
    _load(app, sys.argv[1] if len(sys.argv) > 1 else "")
    try:
        app()
    except CannotStart as fault:
        say_fault(fault)
        sys.exit(fault.exit_code)


def _load(app: typer.Typer, asked: str) -> None:
    """Load the rooms only where they are needed: the supervisor stays small and starts at once."""
    if asked == "serve":
        app.callback()(lambda: None)
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
    django.setup()
    group = "upkeep" if asked in UPKEEP else "commands"
    import_module(f"lotline.config.cli.{group}").register(app)


if __name__ == "__main__":
    main()
