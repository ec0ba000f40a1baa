"""`lotline trace CODE`: a lot's past and future at the terminal."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from lotline.access.records import Actor
from lotline.config.cli.naming import lot_named
from lotline.genealogy import queries as genealogy
from lotline.genealogy.records import Trace


def trace(
    code: Annotated[str, typer.Argument(help="Lot code, scan, URI or id.")],
    back: Annotated[bool, typer.Option("--back", help="Where it came from.")] = False,
    forward: Annotated[bool, typer.Option("--forward", help="Where it went.")] = False,
    both: Annotated[bool, typer.Option("--both", help="Both ways (the default).")] = False,
    product: Annotated[
        str | None, typer.Option("--product", help="Product code, where the code is not unique.")
    ] = None,
    by_id: Annotated[bool, typer.Option("--id", help="CODE is an id.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole answer as JSON.")
    ] = False,
) -> None:
    """Trace a lot both ways, without a cap."""
    start = lot_named(code, product, by_id)
    direction = "both" if both or back == forward else "back" if back else "forward"
    found = genealogy.trace(Actor.system("cli"), start, direction)  # type: ignore[arg-type]
    if as_json:
        typer.echo(json.dumps(asdict(found), default=str, ensure_ascii=False, indent=2))
    else:
        typer.echo(_as_text(found))


def _as_text(found: Trace) -> str:
    lines = [
        f"{found.start.code}  {found.start.product.name if found.start.product else ''}".rstrip()
    ]
    for direction, title in (("back", "came from"), ("forward", "went to")):
        rows = [item for item in found.lots if item.direction == direction]
        rows += [item for item in found.units if item.direction == direction]
        if found.direction in {direction, "both"}:
            lines.append(f"{title}: {len(rows)}")
            lines.extend(
                f"  {item.distance:3}  {item.row.kind:13} {item.row.code}" for item in rows
            )
    lines.extend(f"  customer  {customer.party.name}" for customer in found.customers)
    lines.append("complete" if found.complete else "NOT complete:")
    lines.extend(f"  {reason.code}: {reason.count}" for reason in found.reasons)
    lines.append(f"{found.took_ms} ms")
    return "\n".join(lines)
