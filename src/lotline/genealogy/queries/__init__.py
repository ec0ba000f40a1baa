"""Asking genealogy: the trace of a lot, its picture, and bare reach."""

from lotline.genealogy.queries.graph import graph
from lotline.genealogy.queries.reach import reach
from lotline.genealogy.queries.trace import trace

__all__ = ["graph", "reach", "trace"]
