"""Where a quantity is taken from when it leaves, moves or comes back (GENEALOGY R4, R6): pure."""

from collections.abc import Iterable
from uuid import UUID

from lotline.lots.events import Holder, HolderKind, Kind
from lotline.lots.folds.around import UNPLACED, Around, Shipment
from lotline.lots.folds.flow import DISPUTED, Booking, End, Flow
from lotline.lots.folds.shipment import shipment_named
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order, Part, Step

_PLACE_ASSUMED = frozenset({"place_assumed"})
_SHIPMENT_ASSUMED = frozenset({"shipment_assumed"})
_NO_FLAGS: frozenset[str] = frozenset()
Sources = tuple[list[Holder], frozenset[str]]


def leave(state: LotState, sources: Sources, destination: End, amount: int) -> Booking:
    """Take in full: what is not there is disputed, and whoever was said to get it has it."""
    flows, short = _taken(state, sources[0], destination, amount)
    if short:
        flows.append(Flow(DISPUTED, destination, short))
    return Booking(tuple(flows), 0, sources[1])


def carry(state: LotState, sources: Sources, destination: End, amount: int) -> Booking:
    """Take only what is there; the rest is listed and booked nowhere."""
    flows, short = _taken(state, sources[0], destination, amount)
    return Booking(tuple(flows), short, sources[1])


def places(state: LotState, part: Part, around: Around, key: Order) -> Sources:
    """Give where a line takes from: the holder named, else places where the lot lies, by code.

    After the places come the logistic units that are here: what is on a pallet lies there too.
    """
    if part.source is not None and not part.open_source:
        return [resolved(part.source, around, key)], _NO_FLAGS
    lying = [holder for holder in state.balances if _is_here(holder, around, key)]
    if len(lying) < 2:
        return lying, _NO_FLAGS
    lying.sort(key=lambda holder: _rank(holder, around))
    return lying, _PLACE_ASSUMED


def shipments(state: LotState, step: Step, part: Part, around: Around) -> Sources:
    """Give the shipments that goods can have come back from, the oldest first."""
    if part.source is not None and not part.open_source:
        return [resolved(part.source, around, step.key)], _NO_FLAGS
    found = sorted(
        _matching(state, shipment_named(step), around, step.key), key=lambda row: (row[0], row[1])
    )
    flags = _SHIPMENT_ASSUMED if len(found) > 1 else _NO_FLAGS
    return [holder for *_, holder in found], flags


def destination(step: Step, part: Part, around: Around) -> Holder:
    """Give where a line says that its quantity went: its own place, else that of the event."""
    if part.target is not None:
        return resolved(part.target, around, step.key)
    return Holder(HolderKind.PLACE, step.place) if step.place else UNPLACED


def resolved(holder: Holder, around: Around, key: Order) -> Holder:
    """Give the stay of a unit for the unit itself; any other holder is what it is."""
    return around.stay(holder.id, key) if holder.kind is HolderKind.UNIT else holder


def late_flags(step: Step, holder: Holder, around: Around) -> frozenset[str]:
    """Say whether something is packed into a unit that has left already (GENEALOGY R6)."""
    if step.kind is not Kind.PACK or holder.kind is not HolderKind.UNIT:
        return _NO_FLAGS
    left = around.stand(holder.id, step.key).holder.kind is HolderKind.SHIPMENT
    return frozenset({"packed_after_shipping"}) if left else _NO_FLAGS


def _is_here(holder: Holder, around: Around, key: Order) -> bool:
    if holder.kind is HolderKind.UNIT:
        return around.stand(holder.id, key).holder.kind is HolderKind.PLACE
    return holder.kind is HolderKind.PLACE


def _rank(holder: Holder, around: Around) -> tuple[bool, str, UUID]:
    if holder.kind is HolderKind.PLACE:
        return False, around.place_code(holder.id), holder.id
    return True, "", holder.id


def _matching(
    state: LotState, asked: Shipment, around: Around, key: Order
) -> Iterable[tuple[Order, str, Holder]]:
    for holder in state.balances:
        if holder.kind is HolderKind.SHIPMENT:
            opened, shipment = state.opened[holder], holder
        elif holder.kind is HolderKind.UNIT:
            stand = around.stand(holder.id, key)
            if stand.holder.kind is not HolderKind.SHIPMENT:
                continue
            opened, shipment = stand.since, stand.holder
        else:
            continue
        if around.shipment(shipment.id).matches(asked):
            yield opened, str(shipment.id), holder


def _taken(
    state: LotState, sources: Iterable[Holder], destination: End, amount: int
) -> tuple[list[Flow], int]:
    flows: list[Flow] = []
    for holder in sources:
        if not amount:
            break
        there = min(state.balances.get(holder, 0), amount)
        if there:
            flows.append(Flow(holder, destination, there))
            amount -= there
    return flows, amount
