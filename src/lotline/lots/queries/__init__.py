"""Reading the lots: their states for whoever decides, lists and pages for people."""

from lotline.lots.queries.detail import lot
from lotline.lots.queries.exposure import Exposure, Exposures, Measured, exposed, exposures
from lotline.lots.queries.happenings import event, lot_events, recent_events
from lotline.lots.queries.holds import count_open_holds, holds_of, list_holds, under_hold
from lotline.lots.queries.lists import SORTS, list_lots
from lotline.lots.queries.lookup import exist, find, resolve, taken
from lotline.lots.queries.mentions import latest_mentions
from lotline.lots.queries.owners import owned_parts
from lotline.lots.queries.proof import verify_event
from lotline.lots.queries.quantities import count_in_stock, count_near_expiry
from lotline.lots.queries.rows import lot_refs, lot_rows
from lotline.lots.queries.search import search
from lotline.lots.queries.states import contents, open_holds, shipments, states, whereabouts
from lotline.lots.queries.steps import (
    corrections_of,
    declarations,
    effective_steps,
    events_of,
    events_of_links,
    events_of_tanks,
    steps,
)
from lotline.lots.queries.tanks import tank_standing

__all__ = [
    "SORTS",
    "Exposure",
    "Exposures",
    "Measured",
    "contents",
    "corrections_of",
    "count_in_stock",
    "count_near_expiry",
    "count_open_holds",
    "declarations",
    "effective_steps",
    "event",
    "events_of",
    "events_of_links",
    "events_of_tanks",
    "exist",
    "exposed",
    "exposures",
    "find",
    "holds_of",
    "latest_mentions",
    "list_holds",
    "list_lots",
    "lot",
    "lot_events",
    "lot_refs",
    "lot_rows",
    "open_holds",
    "owned_parts",
    "recent_events",
    "resolve",
    "search",
    "shipments",
    "states",
    "steps",
    "taken",
    "tank_standing",
    "under_hold",
    "verify_event",
    "whereabouts",
]
