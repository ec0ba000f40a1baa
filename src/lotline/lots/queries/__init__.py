"""Reading the lots: their states for whoever decides, lists and pages for people."""

from lotline.lots.queries.holds import under_hold
from lotline.lots.queries.lookup import exist, find, resolve, taken
from lotline.lots.queries.states import contents, open_holds, states, whereabouts

__all__ = [
    "contents",
    "exist",
    "find",
    "open_holds",
    "resolve",
    "states",
    "taken",
    "under_hold",
    "whereabouts",
]
