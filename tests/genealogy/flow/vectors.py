"""Questions and answers of the vectors, put to the engine."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from lotline.genealogy.records.flow import AccountLine, Blast, FlowAccount, LotShare, Lying
from lotline.genealogy.rules.flow.world import World
from lotline.kernel.decimals import plain

from .reading import Json, Names, Read, at, name_id, read


def ask(world: Json, question: Json) -> Any:
    """Answer a question in the vectors' shapes."""
    engine, known = _world(
        json.dumps(world, sort_keys=True, default=list),
        question.get("recorded"),
        question.get("happened"),
        tuple(question.get("hide", ())),
    )
    if any(name_id("lot", lot) not in engine.core.fold.states for lot in question.get("lots", ())):
        return {"error": "not_found"}
    return _ANSWERS[question["what"]](engine, known, question)


@lru_cache(maxsize=32)
def _world(
    text: str, recorded: str | None, happened: str | None, hide: tuple[str, ...]
) -> tuple[World, Read]:
    until = at(recorded) if recorded else None
    past = at(happened) if happened else None
    known = read(json.loads(text), until, past)
    engine = World(
        known.steps, known.declarations, known.plant, recorded=until, happened=past,
        hidden=frozenset(name_id("event", name) for name in hide), late_after=known.late_after,
    )  # fmt: skip
    return engine, known


def _edges(engine: World, known: Read, question: Json) -> list[list[str | None]]:
    name = known.names.known
    rows = [
        [name[h.source], name[h.target], None if h.quantity is None else plain(h.quantity)]
        for h in engine.edges()
    ]
    return sorted(rows, key=lambda row: [str(cell) for cell in row])


def _balances(engine: World, known: Read, question: Json) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in engine.balances():
        found[known.names.known[row.lot]][_where(row, known.names)] += row.quantity
    return {lot: {k: plain(q) for k, q in rows.items()} for lot, rows in found.items()}


def _where(row: Lying, names: Names) -> str:
    if row.tank is not None:
        return f"tank:{names.known[row.tank]}"
    unit = names.known[row.unit] if row.unit else None
    if row.shipment is not None:
        return f"ship:{_shipment(row, names)}" + (f"/{unit}" if unit else "")
    return f"sscc:{unit}" if unit else names.known.get(row.place, "?")  # type: ignore[arg-type]


def _shipment(row: Lying | AccountLine, names: Names) -> str:
    customer = names.known[row.customer] if row.customer else ""
    return f"{customer}/{row.order or ''}/{row.waybill or ''}"


def _findings(engine: World, known: Read, question: Json) -> Json:
    name = known.names.known
    found = engine.findings()
    return {
        "disputed": [
            [name[d.event], name[d.lot] if d.lot else None, plain(d.quantity)]
            for d in found.disputed
        ],
        "yield_gaps": [[name[g.event], g.dimension, plain(g.quantity)] for g in found.yield_gaps],
        "empty_units": [[name[e], name[u]] for e, u in found.empty_units],
        "unknown_declarations": [[name[e], name[d]] for e, d in found.unknown_declarations],
    }


def _trace(engine: World, known: Read, question: Json) -> Json:
    name = known.names.known
    found = engine.trace(
        [name_id("lot", lot) for lot in question["lots"]], _bound(question, "since"),
        _bound(question, "until"),
    )  # fmt: skip
    return {
        "backward": sorted(name[lot] for lot in found.backward.lots),
        "forward": sorted(name[lot] for lot in found.forward.lots),
        "plain_backward": sorted(name[lot] for lot in found.backward.plain),
        "plain_forward": sorted(name[lot] for lot in found.forward.plain),
        "possible_forward": sorted(name[lot] for lot in found.forward.possible),
        "possible_backward": sorted(name[lot] for lot in found.backward.possible),
        "arrival": {name[lot]: _text(when) for lot, when in found.forward.lots.items()},
        "codes": list(found.doubts.reasons),
        "complete": found.doubts.complete,
        "exact": found.doubts.exact,
    }


def _shares(engine: World, known: Read, question: Json) -> Json:
    name = known.names.known
    starts = [name_id("lot", lot) for lot in question["lots"]]
    forward = engine.shares(starts, _bound(question, "since"))
    backward = engine.backward_shares(starts[0], _bound(question, "until"))
    return {
        "dimension": forward.dimension,
        "forward": {name[lot]: _share(row) for lot, row in forward.lots.items()},
        "backward": {name[lot]: _share(row) for lot, row in backward.lots.items()},
    }


def _share(row: LotShare) -> Json:
    contribution = sum(row.contribution.values(), Decimal(0))
    return {
        "contribution": plain(contribution),
        "share": None if row.share is None else plain(row.share),
        "unknown_share": None if row.unknown is None else plain(row.unknown),
    }


def _blast(engine: World, known: Read, question: Json) -> Json:
    name = known.names.known
    starts = [name_id("lot", lot) for lot in question["lots"]]
    found: Blast = engine.blast(starts, _bound(question, "since"))
    return {
        "accounts": {name[lot]: _account(row, known) for lot, row in found.accounts.items()},
        "fate": {
            fate.dimension: {
                "suspect": plain(fate.suspect),
                "fate": {bucket: plain(part) for bucket, part in fate.parts.items()},
                "residual": plain(fate.residual),
            }
            for fate in found.fates
        },
        "units": sorted(name[unit] for unit in found.units),
        "codes": list(found.doubts.reasons),
        "complete": found.doubts.complete,
        "exact": found.doubts.exact,
    }


def _account(row: FlowAccount, known: Read) -> Json:
    out: dict[str, dict[str, Json]] = defaultdict(dict)
    for line in row.lines:
        key = _key(line, known)
        have = out[line.bucket].get(key)
        out[line.bucket][key] = _merged(have, line)
    return {
        "in": {kind: plain(amount) for kind, amount in row.inflows.items()},
        "out": {bucket: dict(lines) for bucket, lines in out.items()},
        "residual": plain(row.residual),
        "share": plain(row.share.share) if row.share and row.share.share is not None else "0",
    }


def _merged(have: Json | None, line: AccountLine) -> Json:
    suspect = {kind: Decimal(q) for kind, q in (have or {}).get("suspect", {}).items()}
    for kind, quantity in line.suspect.items():
        suspect[kind] = suspect.get(kind, Decimal(0)) + quantity
    before = have or {"quantity": "0", "affected": "0"}
    return {
        "quantity": plain(Decimal(before["quantity"]) + line.quantity),
        "affected": plain(Decimal(before["affected"]) + line.affected),
        "suspect": {kind: plain(quantity) for kind, quantity in suspect.items()},
    }


def _key(line: AccountLine, known: Read) -> str:
    name = known.names.known
    if line.bucket == "shipped":
        return _shipment(line, known.names)
    if line.tank is not None:
        return f"tank:{name[line.tank]}"
    if line.bucket == "consumed":
        return name[line.lot] if line.lot else "nothing"
    found = line.place or line.supplier
    return name.get(found, "?") if found is not None else line.reason or ""


def _bound(question: Json, key: str) -> datetime | None:
    return at(question[key]) if question.get(key) else None


def _text(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


_ANSWERS = {
    "edges": _edges,
    "balances": _balances,
    "findings": _findings,
    "trace": _trace,
    "shares": _shares,
    "blast": _blast,
}
