"""The JSON shape of a trace's picture: placed cards and the lines between them."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

from lotline.access.records import Actor
from lotline.genealogy.records import Graph, Node
from lotline.genealogy.wire import TraceNamed, TraceQuantity, TraceReason


class GraphLot(Schema):
    """What stands on the card of a lot or logistic unit."""

    id: UUID
    code: str
    kind: str
    product_name: str | None
    quality: str
    on_hold: bool
    expired: bool
    quantity: TraceQuantity | None


class GraphEvent(Schema):
    """What stands on the card of a step."""

    id: UUID
    kind: str
    event_time: datetime
    place: str | None
    equipment: list[str]
    out_of_limits: int


class GraphGroup(Schema):
    """What stands on the card of alike siblings; ask again with `expand` to see them."""

    id: str
    count: int
    sum: TraceQuantity | None
    member_kind: str
    product_name: str | None
    on_hold: int
    expanded: bool


class GraphNode(Schema):
    """One card, placed in whole pixels."""

    id: str
    type: Literal[
        "lot", "supplier_lot", "logistic_unit", "item", "event", "customer", "supplier", "group"
    ]
    x: int
    y: int
    w: int
    h: int
    layer: int
    side: Literal["root", "back", "forward"]
    label: str
    sublabel: str | None
    lot: GraphLot | None
    event: GraphEvent | None
    group: GraphGroup | None
    party: TraceNamed | None
    possible: bool
    plain_only: bool

    @classmethod
    def of(cls, node: Node) -> "GraphNode":
        """Show a card."""
        return cls.model_validate({**_fields(node), "lot": _lot(node)}, from_attributes=True)


class GraphEdge(Schema):
    """One line, from what was before to what came of it."""

    id: str
    source: str
    target: str
    kind: Literal["input", "output", "pack", "ship", "supply"]
    quantity: TraceQuantity | None
    count: int
    certainty: Literal["certain", "possible", "estimated"]
    event_id: UUID | None


class GraphTotals(Schema):
    """How much the picture stands for, however much of it is folded."""

    lots: int
    units: int
    events: int
    suppliers: int
    customers: int


class GraphShown(Schema):
    """A trace drawn: materials on the left, customers on the right."""

    root: str
    complete: bool
    exact: bool
    reasons: list[TraceReason]
    took_ms: int
    totals: GraphTotals
    nodes: list[GraphNode]
    edges: list[GraphEdge]
    width: int
    height: int
    plain_more: int
    possible: int

    @classmethod
    def of(cls, graph: Graph, actor: Actor) -> "GraphShown":
        """Show a picture in the reader's language."""
        shown = {
            **_fields(graph),
            "reasons": [TraceReason.of(reason, actor.language) for reason in graph.reasons],
            "nodes": [GraphNode.of(node) for node in graph.nodes],
        }
        return cls.model_validate(shown, from_attributes=True)


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _lot(node: Node) -> dict[str, Any] | None:
    if node.lot is None:
        return None
    name = node.lot.product.name if node.lot.product else None
    return {**_fields(node.lot), "product_name": name}
