"""`lotline demo`: an empty installation becomes a small living dairy."""

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from lotline.config.environment import console_language
from lotline.demo import operations as factory
from lotline.kernel.errors import Invalid, Problem
from lotline.kernel.messages import text

LOADED, NOT_LOADED = 0, 1
_STEPS = 5


def demo(
    days: Annotated[int, typer.Option(help="How many days the dairy has been running.")] = 14,
    seed: Annotated[int, typer.Option(help="The same seed tells the same story.")] = 7,
    end: Annotated[
        str | None, typer.Option(help="The moment it all leads up to (ISO 8601); now if left out.")
    ] = None,
) -> None:
    """Fill an empty installation with the demo dairy: exit 0 filled, 1 not."""
    try:
        loaded = factory.load(days, seed, _moment(end), _Progress())
    except Problem as problem:
        _say_problem(problem)
        raise typer.Exit(NOT_LOADED) from problem
    truth = loaded.truth
    _say("demo.loaded", events=loaded.events, days=days, seconds=f"{loaded.seconds:.0f}")
    _say("demo.start_here", complaint=truth.complaint, lot=truth.complaint_lot)


def _moment(end: str | None) -> datetime:
    if end is None:
        return datetime.now(UTC)
    try:
        return datetime.fromisoformat(end)
    except ValueError as error:
        raise Invalid.at("/end", "demo.end_unreadable", value=end[:60]) from error


class _Progress:
    """Says every fifth of the way how far it has come."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, total: int) -> None:
        step = done * _STEPS // total
        if step > self._said:
            self._said = step
            _say("demo.progress", percent=100 * step // _STEPS)


def _say(code: str, **params: object) -> None:
    shown = {name: str(value) for name, value in params.items()}
    typer.echo(text(code, console_language(os.environ), **shown))


def _say_problem(problem: Problem) -> None:
    found = problem.violations or [problem]
    for fault in found:
        typer.echo(text(fault.code, console_language(os.environ), **fault.params), err=True)
