"""The picture of a trace: folded, placed, named."""

from collections.abc import Mapping
from time import perf_counter
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.cards import Cards, cards_of
from lotline.genealogy.queries.trace import elapsed, reasons_of, walk_and_rows
from lotline.genealogy.records import NOW, AsOf, Direction, Edge, Graph, Node, Totals
from lotline.genealogy.rules.found import Walk
from lotline.genealogy.rules.grouping import grouped
from lotline.genealogy.rules.layout import Spot, layout
from lotline.genealogy.rules.reasons import is_complete, is_exact
from lotline.genealogy.rules.sketch import Arrow, Dot, Sketch, sketch
from lotline.kernel.decimals import plain
from lotline.lots.events import Measure, ObjectKind
from lotline.lots.records import Amount, LotRow


def graph(
    actor: Actor,
    start: UUID,
    direction: Direction = "both",
    expand: frozenset[str] = frozenset(),
    as_of: AsOf = NOW,
) -> Graph:
    """Draw the trace of a lot or logistic unit; `expand` names the groups to show open."""
    access.require(actor, "trace.read")
    began = perf_counter()
    walk, rows = walk_and_rows(actor, start, direction, as_of)
    whole = sketch(walk, rows)
    shown = grouped(whole, expand)
    spots = layout(shown)
    cards = cards_of(shown, rows, actor.language)
    why = reasons_of(walk, rows)
    codes = [reason.code for reason in why]
    return Graph(
        root=whole.root,
        complete=is_complete(codes),
        exact=is_exact(codes),
        reasons=why,
        took_ms=elapsed(began),
        totals=_totals(walk, whole, rows),
        nodes=tuple(_node(dot, spots[dot.id], cards, walk) for dot in shown.dots.values()),
        edges=tuple(_edge(arrow) for arrow in shown.arrows),
        width=max(spot.x + spot.w for spot in spots.values()),
        height=max(spot.y + spot.h for spot in spots.values()),
        plain_more=walk.plain_more,
        possible=len(walk.possible & walk.lots),
    )


def _totals(walk: Walk, whole: Sketch, rows: Mapping[UUID, LotRow]) -> Totals:
    types = [dot.type for dot in whole.dots.values()]
    unit = ObjectKind.LOGISTIC_UNIT.value
    found = walk.lots | walk.units
    units = sum(rows[lot].kind == unit for lot in found)
    return Totals(
        lots=len(found) - units,
        units=units,
        events=len({row.event for row in walk.incidences}),
        suppliers=types.count("supplier"),
        customers=types.count("customer"),
    )


def _node(dot: Dot, spot: Spot, cards: Cards, walk: Walk) -> Node:
    card = cards.card(dot)
    return Node(
        dot.id, dot.type, spot.x, spot.y, spot.w, spot.h, spot.layer, dot.side, card.label,
        card.sublabel, card.lot, card.event, card.group, card.party,
        dot.subject in walk.possible, dot.subject in walk.plain_only,
    )  # fmt: skip


def _edge(arrow: Arrow) -> Edge:
    return Edge(
        f"{arrow.source}>{arrow.target}:{arrow.kind}", arrow.source, arrow.target, arrow.kind,
        _amount(arrow.quantity), arrow.count, arrow.certainty, arrow.event,
    )  # fmt: skip


def _amount(quantity: Measure | None) -> Amount | None:
    return Amount(plain(quantity.value), quantity.unit) if quantity else None
