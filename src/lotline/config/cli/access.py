"""`lotline user …` and `lotline token …`: for whoever sits at the installation itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Annotated

import typer

from lotline.access import operations, queries
from lotline.access.records import Actor
from lotline.kernel.clock import SystemClock
from lotline.kernel.errors import Problem
from lotline.kernel.messages import text

REFUSED = 2
user_app = typer.Typer(help="Users of this installation.", no_args_is_help=True)
token_app = typer.Typer(help="Bearer tokens for programs.", no_args_is_help=True)


@user_app.command("create")
def create_user(
    username: Annotated[str, typer.Argument(help="The name to sign in with.")],
    role: Annotated[list[str], typer.Option("--role", help="A role; may be given again.")],
    name: Annotated[str, typer.Option("--name", help="The name shown to others.")] = "",
    language: Annotated[str, typer.Option("--language", help="zh or en.")] = "zh",
) -> None:
    """Make a user and print the first password, once; it is changed at the first sign-in."""
    with _refusals():
        made = operations.create_user(
            Actor.system("cli"),
            username=username,
            roles=role,
            display_name=name,
            language="en" if language == "en" else "zh",
        )
        typer.echo(made.password)


@user_app.command("reset")
def reset_user(username: Annotated[str, typer.Argument(help="The user's name.")]) -> None:
    """Print a new first password, once; the user's sessions and tokens end."""
    with _refusals():
        person = queries.person_named(username)
        typer.echo(operations.reset_password(Actor.system("cli"), person.id).password)


@token_app.callback()
def tokens() -> None:
    """Bearer tokens for programs."""


@token_app.command("create")
def create_token(
    user: Annotated[str, typer.Option("--user", help="Whom the program acts for.")],
    role: Annotated[str, typer.Option("--role", help="The one role the token carries.")],
    label: Annotated[str, typer.Option("--label", help="What the token is for.")] = "",
    days: Annotated[
        int | None, typer.Option("--days", min=1, max=3650, help="Days to live.")
    ] = None,
) -> None:
    """Print a bearer token, once; only its hash is kept."""
    with _refusals():
        issued = operations.create_token(
            Actor.system("cli"),
            username=user,
            role=role,
            label=label,
            expires_at=SystemClock().now() + timedelta(days=days) if days else None,
        )
        typer.echo(issued.secret)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        reasons = problem.violations or (problem,)
        for reason in reasons:
            typer.echo(text(reason.code, "en", **reason.params), err=True)
        raise typer.Exit(REFUSED) from problem
