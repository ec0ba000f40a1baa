"""Which EPCIS 2.0 event each of our kinds is, so that what we hold can leave as standard EPCIS.

The table of DOMAIN §3 in the words of EPCIS 2.0 §7.4 and CBV 2.0 §7; where the standard has no
word (holding is lifted, a tank is filled), the step is a URI of ours. A `count` is one observation:
how much its difference is, and so whether it adds or deletes, only the fold can say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from lotline.lots.events.event import (
    INPUT_ROLES,
    OUTPUT_ROLES,
    Kind,
    Quality,
    Reference,
    Role,
    TraceEvent,
)

OWN_STEP: Final = "urn:lotline:step:"
OBJECT: Final = "ObjectEvent"
AGGREGATION: Final = "AggregationEvent"
ASSOCIATION: Final = "AssociationEvent"
TRANSFORMATION: Final = "TransformationEvent"
# CBV 2.0 §7.3: the types of business transaction that name a shipment, beside our own words.
ORDERS: Final = frozenset({"order", "sales_order", "po", "poc"})
WAYBILLS: Final = frozenset({"waybill", "bol", "desadv"})


@dataclass(frozen=True, slots=True)
class EpcisShape:
    """The dimensions of an EPCIS event that follow from the kind of ours.

    `lists` says in which list of the event the lines of a role stand; `companions` are further
    events that tell the rest of the same thing; `declares_error` marks an error declaration.
    """

    type: str
    action: str | None = None
    biz_step: str | None = None
    disposition: str | None = None
    dispositions_set: tuple[str, ...] = ()
    dispositions_unset: tuple[str, ...] = ()
    lists: Mapping[Role, str] = field(default_factory=dict)
    companions: tuple["EpcisShape", ...] = ()
    declares_error: bool = False


_ABOUT: Final[Mapping[Role, str]] = dict.fromkeys(Role, "epc")
_CONTAINED: Final[Mapping[Role, str]] = {Role.PARENT: "parent", Role.CONTENT: "child"}
_STEP: Final[Mapping[Role, str]] = {
    **dict.fromkeys(INPUT_ROLES, "input"),
    **dict.fromkeys(OUTPUT_ROLES, "output"),
}


def epcis_shape(event: TraceEvent, corrected: TraceEvent | None = None) -> EpcisShape:
    """Give the EPCIS shape of an event; a correction takes that of the event it is about."""
    if event.kind is Kind.CORRECT:
        return _declaration(corrected)
    plain = _PLAIN.get(event.kind)
    return plain if plain is not None else _BY_CONTENT[event.kind](event)


def order_of(references: Iterable[Reference]) -> str | None:
    """Give the order under which goods were shipped or came back."""
    return _first(references, ORDERS)


def waybill_of(references: Iterable[Reference]) -> str | None:
    """Give the waybill with which goods were shipped or came back."""
    return _first(references, WAYBILLS)


def _first(references: Iterable[Reference], types: frozenset[str]) -> str | None:
    return next((reference.id for reference in references if reference.type in types), None)


def _seen(step: str, disposition: str | None = None, action: str = "OBSERVE") -> EpcisShape:
    return EpcisShape(OBJECT, action, step, disposition, lists=_ABOUT)


def _stepped(step: str, disposition: str | None = None) -> EpcisShape:
    return EpcisShape(TRANSFORMATION, None, step, disposition, lists=_STEP)


def _held(kind: str, action: str, step: str) -> EpcisShape:
    return EpcisShape(kind, action, step, lists=_CONTAINED)


def _mounted(action: str, step: str) -> EpcisShape:
    """The parent is the machine, which stands in the event and not in its lines."""
    return EpcisShape(ASSOCIATION, action, step, lists={Role.SUBJECT: "child"})


def _declaration(corrected: TraceEvent | None) -> EpcisShape:
    if corrected is not None and corrected.kind is Kind.SHIP:
        return _seen("void_shipping")
    if corrected is None:
        return replace(_seen(f"{OWN_STEP}correct"), declares_error=True)
    return replace(epcis_shape(corrected), declares_error=True)


def _receiving(event: TraceEvent) -> EpcisShape:
    """What has no identity that others could use is commissioned here first."""
    births = [line.birth for line in event.lines if line.role in OUTPUT_ROLES and line.birth]
    is_ours = any(birth.uri is None for birth in births)
    first = _seen("commissioning", "active", action="ADD")
    return replace(_seen("receiving", "in_progress"), companions=(first,) if is_ours else ())


def _making(event: TraceEvent) -> EpcisShape:
    """The first quantity of a lot commissions it; more of it creates an instance of its class."""
    new = any(line.birth for line in event.lines if line.role in OUTPUT_ROLES)
    return _stepped("commissioning" if new else "creating_class_instance")


def _judging(event: TraceEvent) -> EpcisShape:
    good, bad = ("conformant",), ("non_conformant",)
    lasting = {
        Quality.CONFORMING: (good, bad),
        Quality.CONCEDED: (good, bad),
        Quality.NONCONFORMING: (bad, good),
    }
    into, out = lasting.get(event.verdict or Quality.PENDING, ((), ()))
    return replace(_seen("inspecting"), dispositions_set=into, dispositions_unset=out)


def _coming_back(event: TraceEvent) -> EpcisShape:
    if event.supplier is not None:
        return _seen("shipping", "returned")
    if any(line.role in OUTPUT_ROLES for line in event.lines):
        return _stepped("commissioning", "returned")
    return _seen("receiving", "returned")


def _adjusting(event: TraceEvent) -> EpcisShape:
    change = sum((line.quantity.value for line in event.lines if line.quantity), Decimal(0))
    return _seen("cycle_counting", action="DELETE" if change < 0 else "ADD")


_LASTING: Final = ("unavailable",)
_PLAIN: Final[Mapping[Kind, EpcisShape]] = {
    Kind.PROCESS: _seen(f"{OWN_STEP}process", "in_progress"),
    Kind.PACK: _held(AGGREGATION, "ADD", "packing"),
    Kind.UNPACK: _held(AGGREGATION, "DELETE", "unpacking"),
    Kind.ASSEMBLE: _held(ASSOCIATION, "ADD", "assembling"),
    Kind.DISASSEMBLE: _held(ASSOCIATION, "DELETE", "disassembling"),
    Kind.MOVE: _seen("storing", "in_progress"),
    Kind.SHIP: _seen("shipping", "in_transit"),
    Kind.HOLD: replace(_seen("holding"), dispositions_set=_LASTING),
    Kind.RELEASE: replace(_seen(f"{OWN_STEP}release"), dispositions_unset=_LASTING),
    Kind.REWORK: _stepped("repairing"),
    Kind.DESTROY: _seen("destroying", "destroyed", action="DELETE"),
    Kind.SAMPLE: replace(
        _seen("sampling"), companions=(_seen("sampling", "destroyed", action="DELETE"),)
    ),
    Kind.COUNT: _seen("cycle_counting"),
    Kind.MOUNT: _mounted("ADD", "installing"),
    Kind.UNMOUNT: _mounted("DELETE", "removing"),
    Kind.FILL: _stepped(f"{OWN_STEP}fill"),
    Kind.DRAW: _stepped(f"{OWN_STEP}draw"),
    Kind.CLEAR: _seen(f"{OWN_STEP}clear"),
}
_BY_CONTENT: Final = {
    Kind.RECEIVE: _receiving,
    Kind.TRANSFORM: _making,
    Kind.SPLIT: _making,
    Kind.MERGE: _making,
    Kind.INSPECT: _judging,
    Kind.RETURN: _coming_back,
    Kind.ADJUST: _adjusting,
}
