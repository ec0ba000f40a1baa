"""`lotline correct EVENT`: an event is declared in error, and what really happened takes its place."""

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from lotline.access.records import Actor
from lotline.capture import kinds, operations
from lotline.capture.records import Accepted, CaptureRequest
from lotline.kernel import strict_json
from lotline.kernel.errors import Problem
from lotline.kernel.ids import uuid7
from lotline.kernel.messages import text

DONE, REFUSED, UNREADABLE = 0, 1, 2


def correct(
    event: Annotated[str, typer.Argument(help="The id of the event that is wrong.")],
    reason: Annotated[str, typer.Option(help="did_not_occur, incorrect_data or other.")],
    note: Annotated[str, typer.Option(help="Why, in words.")],
    replacement: Annotated[
        Path | None, typer.Option(help="JSON of the capture that takes its place.")
    ] = None,
    client_id: Annotated[
        str | None, typer.Option(help="Your key: the same one again gives the same answer.")
    ] = None,
) -> None:
    """Declare an event in error: exit 0 recorded, 1 refused, 2 unreadable."""
    try:
        wrong, instead = UUID(event), _read(replacement)
    except (OSError, ValueError, Problem) as error:
        _say(error)
        raise typer.Exit(UNREADABLE) from None
    try:
        outcome = operations.correct(
            Actor.system("cli"), wrong, client_id=client_id or str(uuid7()), reason=reason,
            note=note, replacement=instead,
        )  # fmt: skip
    except Problem as problem:
        _say(problem)
        raise typer.Exit(REFUSED) from None
    typer.echo(_line("declared in error by", outcome.correction))
    if outcome.replacement is not None:
        typer.echo(_line("replaced by", outcome.replacement))


def _read(file: Path | None) -> CaptureRequest | None:
    if file is None:
        return None
    body: Any = strict_json.loads(file.read_bytes())
    return kinds.read_capture(body, "cli")


def _line(what: str, receipt: Accepted) -> str:
    flags = f" ({', '.join(receipt.warnings)})" if receipt.warnings else ""
    return f"{what} {receipt.event_id} {receipt.stream}#{receipt.stream_seq}{flags}"


def _say(error: Exception) -> None:
    if not isinstance(error, Problem):
        typer.echo(str(error), err=True)
        return
    typer.echo(text(error.code, "en", **error.params), err=True)
    for violation in error.violations:
        said = text(violation.code, "en", **violation.params)
        typer.echo(f"  {violation.pointer or '/'}: {said}", err=True)
