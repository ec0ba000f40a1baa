"""The command line of Lotline."""

import os
import sys
from importlib import import_module

import django
import typer

from lotline.config.cli.serve import serve
from lotline.config.console import say_fault
from lotline.host.records import CannotStart


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
    # The supervisor stays small: only other commands load the rooms, which Django must know first.
    if sys.argv[1:2] != ["serve"]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lotline.config.settings")
        django.setup()
        import_module("lotline.config.cli.commands").register(app)
    else:
        app.callback()(lambda: None)
    try:
        app()
    except CannotStart as fault:
        say_fault(fault)
        sys.exit(fault.exit_code)


if __name__ == "__main__":
    main()
