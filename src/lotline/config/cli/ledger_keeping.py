"""What keeps the ledger provable: checkpoints, keys, declared restores, erasures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Final
from uuid import UUID

import typer

from lotline.access.records import Actor
from lotline.kernel.canonical import canonical_text
from lotline.kernel.errors import Problem
from lotline.kernel.messages import text
from lotline.ledger import operations, queries

REFUSED, NOT_EXPORTED = 2, 1
keys_app = typer.Typer(help="The keys that sign checkpoints.", no_args_is_help=True)
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept for good.")]


def checkpoint() -> None:
    """Sign how the record stands now and export it: exit 1 where a folder did not take it."""
    with refusals():
        made = operations.checkpoint()
    last = made or queries.last_checkpoint()
    if last is None:
        typer.echo("nothing to sign, or the key lies elsewhere")
        return
    typer.echo(f"checkpoint {last.number} over {last.size} events: {last.root}"
               f"{'' if made else ' (nothing new since)'}")  # fmt: skip
    faults = {where: why for where, why in operations.export_checkpoints().items() if why}
    for folder, fault in faults.items():
        typer.echo(f"not exported to {folder}: {fault}", err=True)
    if faults:
        raise typer.Exit(NOT_EXPORTED)


@keys_app.command("rotate")
def rotate(reason: Reason) -> None:
    """Let a new key sign from now on; the old one signs it and is then removed."""
    with refusals():
        made = operations.rotate_key(Actor.system("cli"), reason=reason)
    operations.export_checkpoints()
    typer.echo(f"key {made.number}: {made.key_id}")


@keys_app.command("list")
def list_keys() -> None:
    """Print the chain of keys with their public halves."""
    for key in queries.signing_keys():
        typer.echo(f"{key.number}  {key.key_id}  {key.alg}  {key.public}  after {key.after}")


def restore_declare(reason: Reason) -> None:
    """Say that the database was restored from an older backup: a new epoch begins."""
    with refusals():
        made = operations.declare_restore(Actor.system("cli"), reason=reason)
    operations.export_checkpoints()
    typer.echo(f"epoch {made.epoch} begins with checkpoint {made.number} over {made.size} events")


def erase(
    reason: Reason,
    event: Annotated[
        list[UUID] | None, typer.Option("--event", help="An event's id; may be given again.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", help="All events that hold this value.")
    ] = None,
    pointer: Annotated[
        str, typer.Option("--field", help="The field, as a JSON pointer.")
    ] = "/operator",
) -> None:
    """Erase a personal field for good; the chain stays whole, projections are made anew."""
    asked = list(event or ())
    if value is not None:
        asked += queries.personal_of(pointer, canonical_text(value))
    with refusals():
        count = operations.erase(Actor.system("cli"), asked, pointer=pointer, reason=reason)
    operations.rebuild()
    typer.echo(f"erased {pointer} of {count} events; projections made anew")


@contextmanager
def refusals() -> Iterator[None]:
    """Say a refusal in one line and end with code 2."""
    try:
        yield
    except Problem as problem:
        typer.echo(text(problem.code, "en", **problem.params), err=True)
        raise typer.Exit(REFUSED) from problem


KEEPING: Final[tuple[Callable[..., None], ...]] = (checkpoint, restore_declare, erase)
