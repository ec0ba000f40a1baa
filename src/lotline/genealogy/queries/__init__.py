"""Asking genealogy: the trace of a lot, its picture, its reasons, shares and blast radius."""

from lotline.genealogy.queries.facets import scope_facets
from lotline.genealogy.queries.graph import graph
from lotline.genealogy.queries.reach import reach
from lotline.genealogy.queries.scope import scope
from lotline.genealogy.queries.trace import trace
from lotline.genealogy.queries.why import shares, why

__all__ = ["graph", "reach", "scope", "scope_facets", "shares", "trace", "why"]
