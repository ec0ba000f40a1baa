"""Which of our kinds a foreign event is (DOMAIN §3); pure.

What has no kind here (transactions, decommissioning, own words for steps) is kept as `process`:
stored with all it says, seen in the lot's history, without effect on balances.
"""

from collections.abc import Set
from typing import Final

from lotline.epcis.operations import identify
from lotline.epcis.records import EpcisEvent
from lotline.lots.events import Kind, Quality

STOCKTAKING: Final = frozenset({"cycle_counting", "stock_taking"})
_RECEIVERS: Final = ("possessing_party", "owning_party")
_WITHOUT_MOVE: Final = frozenset(
    {
        "decommissioning",
        "destroying",
        "holding",
        "sampling",
        "sensor_reporting",
        "void_shipping",
    }
)
_DELETED: Final = {
    "destroying": Kind.DESTROY,
    "sampling": Kind.SAMPLE,
    **dict.fromkeys(STOCKTAKING, Kind.ADJUST),
}
_VERDICTS: Final = {
    "conformant": Quality.CONFORMING,
    "non_conformant": Quality.NONCONFORMING,
}
_PLACE_KEY: Final = "414"


def kind_of(event: EpcisEvent, suppliers: Set[str] = frozenset()) -> Kind:
    """Say what sort of thing happened; `suppliers` are the URIs of whom we buy from."""
    if event.error_declaration is not None:
        return Kind.CORRECT
    match event.type:
        case "TransformationEvent":
            return Kind.REWORK if event.biz_step == "repairing" else Kind.TRANSFORM
        case "AggregationEvent":
            return _aggregation(event, suppliers)
        case "AssociationEvent":
            return _association(event)
        case "ObjectEvent":
            return _object(event, suppliers)
        case _:
            return Kind.PROCESS


def is_reduced(event: EpcisEvent, kind: Kind) -> bool:
    """Say whether the event means more than the kind it is kept as."""
    if kind is not Kind.PROCESS:
        return False
    return event.biz_step == "void_shipping" or event.action != "OBSERVE"


def verdict_of(event: EpcisEvent) -> Quality | None:
    """Give the verdict that an inspection set to last."""
    found = [_VERDICTS[word] for word in event.dispositions_set if word in _VERDICTS]
    return found[0] if len(found) == 1 else None


def receiver_of(event: EpcisEvent) -> str | None:
    """Give the canonical URI of whoever has the goods afterwards."""
    found = {destination.type: destination.id for destination in event.destinations}
    named = next((found[role] for role in _RECEIVERS if role in found), None)
    return None if named is None else identify(named).uri


def goes_back(event: EpcisEvent, suppliers: Set[str]) -> bool:
    """Say whether a shipment is one to a supplier of ours."""
    return event.biz_step == "shipping" and receiver_of(event) in suppliers


def _aggregation(event: EpcisEvent, suppliers: Set[str]) -> Kind:
    if event.action == "OBSERVE":
        return _observed(event, suppliers)
    if event.parent_id is None:
        return Kind.PROCESS
    return Kind.UNPACK if event.action == "DELETE" else Kind.PACK


def _association(event: EpcisEvent) -> Kind:
    """Parts in a thing; what is associated with a place is not built into anything."""
    parent = event.parent_id
    if parent is None or event.action == "OBSERVE" or identify(parent).key == _PLACE_KEY:
        return Kind.PROCESS
    if event.action == "DELETE":
        return Kind.DISASSEMBLE
    return Kind.ASSEMBLE if event.child_epcs or event.child_quantities else Kind.PROCESS


def _object(event: EpcisEvent, suppliers: Set[str]) -> Kind:
    if event.action == "ADD":
        return Kind.ADJUST if event.biz_step in STOCKTAKING else Kind.RECEIVE
    if event.action == "DELETE":
        return _DELETED.get(event.biz_step or "", Kind.PROCESS)
    return _observed(event, suppliers)


def _observed(event: EpcisEvent, suppliers: Set[str]) -> Kind:
    if event.biz_step == "receiving":
        return Kind.RETURN if event.disposition == "returned" else Kind.RECEIVE
    if event.biz_step == "shipping":
        return Kind.RETURN if goes_back(event, suppliers) else Kind.SHIP
    if event.biz_step == "inspecting":
        return Kind.INSPECT
    if event.biz_step in STOCKTAKING:
        return Kind.COUNT if _counts_something(event) else Kind.PROCESS
    if event.biz_location is None or event.biz_step in _WITHOUT_MOVE:
        return Kind.PROCESS
    return Kind.MOVE


def _counts_something(event: EpcisEvent) -> bool:
    counted = bool(event.epcs) or any(one.value is not None for one in event.quantities)
    return counted and bool(event.biz_location or event.read_point)
