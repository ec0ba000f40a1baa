"""What others may know of genealogy: a trace with its truth about itself, and its picture."""

from lotline.genealogy.records.picture import Edge, EventCard, Graph, GroupCard, Node, Side, Totals
from lotline.genealogy.records.trace import (
    CustomerTotal,
    Direction,
    Incidence,
    Reason,
    ReasonCode,
    Stay,
    SupplierTotal,
    Trace,
    TraceLot,
    Way,
    ref_of,
)

__all__ = [
    "CustomerTotal",
    "Direction",
    "Edge",
    "EventCard",
    "Graph",
    "GroupCard",
    "Incidence",
    "Node",
    "Reason",
    "ReasonCode",
    "Side",
    "Stay",
    "SupplierTotal",
    "Totals",
    "Trace",
    "TraceLot",
    "Way",
    "ref_of",
]
