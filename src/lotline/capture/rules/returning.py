"""What comes back from a customer: taken from what was sent there, not from a place: pure.

The line says no source, unless it names the case: the fold takes from the oldest shipment that
matches (GENEALOGY R6). The gate only asks whether so much was sent under the customer, order and waybill that are named.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from lotline.capture.rules.aiming import aimed
from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.capture.rules.sourcing import Part, take
from lotline.capture.rules.taking import whole
from lotline.lots.events import Holder, HolderKind, Kind, Measure
from lotline.lots.events.shapes import order_of, waybill_of
from lotline.lots.records import ObjectState
from lotline.masterdata.records import PlaceKind


def comes_back(named: NamedRequest, entry: NamedLine) -> bool:
    """Say whether a line takes from what was shipped."""
    is_return = named.request.kind is Kind.RETURN and named.supplier is None
    return is_return and entry.group != "outputs"


def returned(
    named: NamedRequest, entry: NamedLine, plain: PlannedLine, setting: Setting
) -> Iterator[PlannedLine]:
    """Give what came back, as far as it had been sent."""
    sent = _in_the_unit(entry, plain.state) or sent_of(plain.state, named, setting)
    left = sum((part for _, part in sent), Decimal(0))
    plain = replace(whole(Kind.RETURN, plain, left), left=left)
    quantity = plain.line.quantity
    if quantity is None:
        yield aimed(named, entry, plain)
        return
    rows, short = take(sent, quantity.value)
    for source, part, missing in _by_holder(rows, quantity.value, short):
        line = replace(
            plain.line, quantity=Measure(part, quantity.unit), source=source, disputed=missing
        )
        part_of = [(holder, q) for holder, q in rows if source in {None, holder}]
        back = replace(plain, line=line, short=missing, took=tuple(part_of))
        yield aimed(named, entry, back)


def _in_the_unit(entry: NamedLine, state: ObjectState) -> list[Part]:
    """Give what lies in the case that is named: it came back out of that one."""
    if entry.unit is None:
        return []
    holder = Holder(HolderKind.UNIT, entry.unit)
    return [(holder, state.balances.get(holder, Decimal(0)))]


def sent_of(state: ObjectState, named: NamedRequest, setting: Setting) -> list[Part]:
    """Give what was shipped of a lot to the customer, under the order and the waybill named."""
    found = [
        (holder, quantity)
        for holder, quantity in state.balances.items()
        if quantity > 0 and _matches(holder, state, named, setting)
    ]
    return sorted(found, key=lambda part: str(part[0].id))


def _by_holder(
    rows: list[Part], quantity: Decimal, short: Decimal
) -> Iterator[tuple[Holder | None, Decimal, Decimal]]:
    """Where goods lie at a place or in a case that is named, say which; else the fold finds the shipment."""
    if not any(holder.kind is not HolderKind.SHIPMENT for holder, _ in rows):
        yield None, quantity, short
        return
    for index, (holder, part) in enumerate(rows):
        missing = short if index == len(rows) - 1 else Decimal(0)
        yield holder, part + missing, missing


def _matches(holder: Holder, state: ObjectState, named: NamedRequest, setting: Setting) -> bool:
    if holder.kind is HolderKind.SHIPMENT:
        sent = state.shipments.get(holder.id)
        if sent is None:
            return named.customer is None
        wanted = (named.customer, order_of(named.request.references),
                  waybill_of(named.request.references))  # fmt: skip
        return _fits(wanted, (sent.customer, sent.order, sent.waybill))
    return _is_on_the_road(holder, named.customer, setting)


def _fits(wanted: tuple[object, ...], sent: tuple[object, ...]) -> bool:
    return all(want is None or want == has for want, has in zip(wanted, sent, strict=True))


def _is_on_the_road(holder: Holder, customer: UUID | None, setting: Setting) -> bool:
    inside = holder.kind is HolderKind.UNIT
    place = setting.place_of(holder.id) if inside else setting.places.get(holder.id)
    away = place is not None and place.kind is PlaceKind.TRANSIT
    return away and (customer is None or (place is not None and place.party == customer))
