"""A trace drawn: cards in layers and the lines between them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from lotline.genealogy.records.trace import Reason
from lotline.lots.records import Amount, LotRow, Named

Side = Literal["root", "back", "forward"]


@dataclass(frozen=True, slots=True)
class EventCard:
    """A step as the picture shows it."""

    id: UUID
    kind: str
    event_time: datetime
    place: str | None
    equipment: tuple[str, ...]
    out_of_limits: int


@dataclass(frozen=True, slots=True)
class GroupCard:
    """Alike siblings folded into one card; expand it by its id."""

    id: str
    count: int
    sum: Amount | None
    member_kind: str
    product_name: str | None
    on_hold: int
    expanded: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One card of the picture, placed."""

    id: str
    type: str
    x: int
    y: int
    w: int
    h: int
    layer: int
    side: Side
    label: str
    sublabel: str | None = None
    lot: LotRow | None = None
    event: EventCard | None = None
    group: GroupCard | None = None
    party: Named | None = None
    possible: bool = False
    plain_only: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the picture, from what was before to what came of it."""

    id: str
    source: str
    target: str
    kind: str
    quantity: Amount | None
    count: int
    certainty: str
    event_id: UUID | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a picture stands for, however much of it is folded."""

    lots: int
    units: int
    events: int
    suppliers: int
    customers: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A trace drawn: nodes in layers, materials on the left, customers on the right."""

    root: str
    complete: bool
    exact: bool
    reasons: tuple[Reason, ...]
    took_ms: int
    totals: Totals
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    plain_more: int = 0
    possible: int = 0
