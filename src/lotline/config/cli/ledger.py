"""`lotline verify` and `lotline rebuild`: proof of the record, and its projections made anew."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lotline.ledger import operations as ledger
from lotline.ledger.records import Finding, Verification

INTACT, TAMPERED, CANNOT_TELL = 0, 1, 2


def verify(
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    chains_only: Annotated[
        bool, typer.Option("--chains-only", help="Leave out the replay of the projections.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Look at everything again, not only at what is new.")
    ] = False,
    against: Annotated[
        list[Path] | None,
        typer.Option("--against", help="A copy of exported checkpoints; may be given again."),
    ] = None,
) -> None:
    """Prove that the record is as it was written: exit 0 intact, 1 tampered, 2 cannot tell."""
    try:
        result = ledger.verify(
            projections=not chains_only, full=full, against=against or (), with_exports=True,
            remember=True,
        )  # fmt: skip
    except Exception as error:
        typer.echo(f"cannot tell: {error}", err=True)
        raise typer.Exit(CANNOT_TELL) from error
    typer.echo(as_json_text(result) if as_json else as_text(result))
    raise typer.Exit(INTACT if result.intact else TAMPERED)


def rebuild() -> None:
    """Drop all derived tables and fold the whole ledger into them again."""
    count = ledger.rebuild()
    typer.echo(f"rebuilt {len(ledger.followers())} projections from {count} events")


def as_json_text(result: Verification) -> str:
    """Write a verification as JSON."""
    body = {
        "intact": result.intact,
        "events": result.events,
        "streams": result.streams,
        "projections": result.followers,
        "findings": [asdict(finding) for finding in result.findings],
        "first_bad": asdict(result.first_bad) if result.first_bad else None,
        "window": asdict(result.window) if result.window else None,
        "unprotected": result.unprotected,
        "notes": result.notes,
        "looked_at": asdict(result.scope) if result.scope else None,
        "seconds": round(result.seconds, 3),
    }
    return json.dumps(body, default=str, ensure_ascii=False, indent=2)


def as_text(result: Verification) -> str:
    """Write a verification for a terminal."""
    head = f"{'intact' if result.intact else 'TAMPERED'}: {_head(result)}"
    lines = [head, *(_line(finding) for finding in result.findings)]
    if result.window:
        window = result.window
        lines.append(
            f"  changed after the checkpoint over {window.after} events ({window.after_at or '-'}),"
            f" before the one over {window.before or '-'} ({window.before_at or '-'})"
        )
    if result.unprotected:
        lines.append(f"  {result.unprotected} events after the last exported checkpoint:"
                     " not protected yet")  # fmt: skip
    return "\n".join([*lines, *(f"  note: {note}" for note in result.notes)])


def _head(result: Verification) -> str:
    scope = result.scope
    looked = (
        f"{scope.hashed} hashed again, {scope.trusted} verified before,"
        f" {scope.checkpoints} checkpoints, " if scope else ""
    )  # fmt: skip
    return (
        f"{result.events} events in {result.streams} streams, {looked}"
        f"{len(result.followers)} projections replayed, {result.seconds:.2f} s"
    )


def _line(finding: Finding) -> str:
    where = f" {finding.stream}#{finding.stream_seq}" if finding.stream else ""
    position = f" position {finding.position}" if finding.position else ""
    event = f" event {finding.event_id}" if finding.event_id else ""
    return f"  {finding.check}:{position}{where}{event}: {finding.detail}"
