"""Counts that are told twice: as what was found, and as the difference; pure.

DOMAIN §3: a count is an observation and an ADD or DELETE of its difference. Whoever sends both says
one thing; the count already leads to the difference, which must not be booked again.
"""

from collections.abc import Sequence
from datetime import datetime

from lotline.connectors.rules.steps import STOCKTAKING, kind_of
from lotline.epcis.operations import identify
from lotline.epcis.records import EpcisEvent
from lotline.lots.events import Kind

Counted = tuple[str, str, datetime]


def told_already(events: Sequence[EpcisEvent]) -> list[bool]:
    """Say of each event whether it only repeats the difference of a count in the same document."""
    counts = {key for event in events if kind_of(event) is Kind.COUNT for key in _keys(event)}
    return [_is_difference(event) and _keys(event) <= counts for event in events]


def _is_difference(event: EpcisEvent) -> bool:
    return event.biz_step in STOCKTAKING and event.action in {"ADD", "DELETE"}


def _keys(event: EpcisEvent) -> set[Counted]:
    place = event.biz_location or event.read_point or ""
    named = (*event.epcs, *(quantity.epc_class for quantity in event.quantities))
    return {(identify(uri).uri, place, event.event_time) for uri in named}
