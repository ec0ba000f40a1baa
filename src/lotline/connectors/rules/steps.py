"""Which of our kinds a foreign event is (DOMAIN §3); pure.

What has no kind here yet (destroying, associations, transactions, counts) is kept as `process`:
stored with all it says, seen in the lot's history, without effect on balances.
"""

from typing import Final

from lotline.epcis.records import EpcisEvent
from lotline.lots.events import Kind, Quality

_WITHOUT_MOVE: Final = frozenset(
    {
        "cycle_counting",
        "decommissioning",
        "destroying",
        "holding",
        "sampling",
        "sensor_reporting",
        "stock_taking",
        "void_shipping",
    }
)
_VERDICTS: Final = {
    "conformant": Quality.CONFORMING,
    "non_conformant": Quality.NONCONFORMING,
}


def kind_of(event: EpcisEvent) -> Kind:
    """Say what sort of thing happened."""
    if event.error_declaration is not None:
        return Kind.PROCESS
    match event.type:
        case "TransformationEvent":
            return Kind.TRANSFORM
        case "AggregationEvent":
            return _aggregation(event)
        case "ObjectEvent":
            return _object(event)
        case _:
            return Kind.PROCESS


def is_reduced(event: EpcisEvent, kind: Kind) -> bool:
    """Say whether the event means more than the kind it is kept as."""
    if kind is not Kind.PROCESS:
        return False
    return event.error_declaration is not None or event.action != "OBSERVE"


def verdict_of(event: EpcisEvent) -> Quality | None:
    """Give the verdict that an inspection set to last."""
    found = [_VERDICTS[word] for word in event.dispositions_set if word in _VERDICTS]
    return found[0] if len(found) == 1 else None


def _aggregation(event: EpcisEvent) -> Kind:
    if event.action == "OBSERVE":
        return _observed(event)
    if event.parent_id is None:
        return Kind.PROCESS
    return Kind.UNPACK if event.action == "DELETE" else Kind.PACK


def _object(event: EpcisEvent) -> Kind:
    if event.action == "ADD":
        return Kind.RECEIVE
    return Kind.PROCESS if event.action == "DELETE" else _observed(event)


def _observed(event: EpcisEvent) -> Kind:
    if event.biz_step == "receiving":
        return Kind.RETURN if event.disposition == "returned" else Kind.RECEIVE
    if event.biz_step == "shipping":
        return Kind.SHIP
    if event.biz_step == "inspecting":
        return Kind.INSPECT
    if event.biz_location is None or event.biz_step in _WITHOUT_MOVE:
        return Kind.PROCESS
    return Kind.MOVE
