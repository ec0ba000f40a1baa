"""`lotline scope CODE…`: the blast radius of suspect lots at the terminal."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from lotline.access.records import Actor
from lotline.config.cli.naming import lot_named
from lotline.genealogy import queries as genealogy
from lotline.genealogy.records import Fate, Scope, ScopeQuestion
from lotline.lots.records import Amount

_TIMES = ["%Y-%m-%dT%H:%M:%S%z"]


def scope(
    codes: Annotated[list[str], typer.Argument(help="Suspect lots: codes, scans, URIs or ids.")],
    since: Annotated[
        datetime | None,
        typer.Option("--since", formats=_TIMES, help="Suspect from then on, with its offset."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Do not trust recorded times: follow every link.")
    ] = False,
    product: Annotated[
        str | None, typer.Option("--product", help="Product code, where a code is not unique.")
    ] = None,
    by_id: Annotated[bool, typer.Option("--id", help="The codes are ids.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole answer as JSON.")
    ] = False,
) -> None:
    """Tell what suspect lots have become, where all of it is now, and who has it."""
    lots = tuple(dict.fromkeys(lot_named(code, product, by_id) for code in codes))
    found = genealogy.scope(Actor.system("cli"), ScopeQuestion(lots, since, plain))
    if as_json:
        typer.echo(json.dumps(asdict(found), default=str, ensure_ascii=False, indent=2))
    else:
        typer.echo(_as_text(found))


def _as_text(found: Scope) -> str:
    suspects = ", ".join(lot.code for lot in found.suspects)
    lines = [f"suspect: {suspects}", f"affected: {_sum(found.affected)} in {found.lots} lots"]
    if found.possible:
        lines.append(f"  of these {found.possible} only possibly")
    if found.plain_more:
        lines.append(f"  {found.plain_more} more if recorded times are not trusted")
    for fate in found.fates:
        lines.extend(_fate(fate))
    for reach in found.customers:
        papers = " ".join(filter(None, (reach.order, reach.waybill)))
        lines.append(f"customer  {reach.customer.name}  {papers}  {_sum(reach.affected)}")
    lines.extend(f"place     {row.place.name}  {_sum(row.affected)}" for row in found.places)
    lines.append("complete" if found.complete else "NOT complete:")
    lines.extend(f"  {reason.code}: {reason.count}" for reason in found.reasons)
    lines.append(f"{found.took_ms} ms")
    return "\n".join(lines)


def _fate(fate: Fate) -> list[str]:
    head = f"equivalent: {fate.suspect.value} {fate.suspect.unit} ({fate.dimension})"
    parts = [
        f"  {part.bucket:20} {part.quantity.value:>18} {part.quantity.unit}  {part.percent:>6} %"
        for part in fate.parts
    ]
    return [head, *parts, f"  {'residual':20} {fate.residual.value:>18} {fate.residual.unit}"]


def _sum(amounts: tuple[Amount, ...]) -> str:
    return " + ".join(f"{amount.value} {amount.unit}" for amount in amounts) or "0"
