"""`lotline capture FILE…`: files of partners, through the same door as everything else."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from lotline.access.records import Actor
from lotline.connectors import operations as connectors
from lotline.connectors.records import ImportResult
from lotline.kernel.errors import Problem
from lotline.kernel.messages import text

STORED, SOME_REFUSED, UNREADABLE = 0, 1, 2
_SHOWN = 20


def capture(
    files: Annotated[list[Path], typer.Argument(help="EPCIS 2.0 JSON-LD documents.")],
) -> None:
    """Record the events of files as facts: exit 0 all stored, 1 some not, 2 unreadable."""
    worst = STORED
    for file in files:
        worst = max(worst, _one(file))
    raise typer.Exit(worst)


def _one(file: Path) -> int:
    try:
        data = file.read_bytes()
        result = connectors.import_epcis(Actor.system("cli"), data, file.name)
    except OSError as error:
        typer.echo(f"{file}: cannot be read: {error.strerror}", err=True)
        return UNREADABLE
    except Problem as problem:
        _say_problem(file, problem)
        return UNREADABLE
    typer.echo(_summary(result))
    return STORED if result.all_stored else SOME_REFUSED


def _say_problem(file: Path, problem: Problem) -> None:
    typer.echo(f"{file}: {text(problem.code, 'en', **problem.params)}", err=True)
    for violation in problem.violations[:_SHOWN]:
        said = text(violation.code, "en", **violation.params)
        typer.echo(f"  {violation.pointer or '/'}: {said}", err=True)


def _summary(result: ImportResult) -> str:
    counts = Counter(event.status for event in result.events)
    said = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    lines = [f"{result.name}: {said or 'no events'}"]
    lines += [
        f"  {event.name}: {event.status}: {', '.join(event.reasons)}"
        for event in result.events
        if event.reasons
    ]
    return "\n".join(lines)
