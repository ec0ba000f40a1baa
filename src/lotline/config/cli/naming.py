"""Lots as people name them at the terminal: one code, one lot, or a list of candidates."""

from uuid import UUID

import typer

from lotline.lots import queries as lots
from lotline.lots.records import ObjectState
from lotline.masterdata import queries as masterdata

FOUND, NOT_FOUND, AMBIGUOUS = 0, 1, 2


def lot_named(code: str, product: str | None, by_id: bool) -> UUID:
    """Give the lot that a code means; leave with 1 where it means none and 2 where several."""
    candidates = [UUID(code)] if by_id else list(lots.find([code])[code])
    states = lots.states(candidates)
    if product is not None:
        known = masterdata.products_by_code([product])
        wanted = known[product].id if product in known else None
        states = {lot: state for lot, state in states.items() if state.product == wanted}
    if len(states) == 1:
        return next(iter(states))
    if not states:
        typer.echo(f"nothing is known by {code!r}", err=True)
        raise typer.Exit(NOT_FOUND)
    _say_candidates(code, states)
    raise typer.Exit(AMBIGUOUS)


def _say_candidates(code: str, states: dict[UUID, ObjectState]) -> None:
    typer.echo(f"{code!r} may be any of these; say which with --product or --id:", err=True)
    products = masterdata.products(s.product for s in states.values() if s.product)
    for state in states.values():
        name = products[state.product].code if state.product in products else "-"
        typer.echo(f"  {state.id}  {state.kind.value:13} {state.code}  {name}", err=True)
