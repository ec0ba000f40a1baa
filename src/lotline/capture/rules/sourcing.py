"""Where a quantity is taken from when a lot lies in several places: pure (GENEALOGY R6)."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from lotline.capture.rules.setting import Setting
from lotline.lots.events import Holder, HolderKind, Kind
from lotline.lots.records import ObjectState
from lotline.masterdata.records import PlaceKind

_OWN = frozenset({PlaceKind.STOCK, PlaceKind.PROCESS, PlaceKind.LABORATORY, PlaceKind.RETAINED,
                  PlaceKind.SUBCONTRACTOR})  # fmt: skip
Part = tuple[Holder, Decimal]


def candidates(kind: Kind, state: ObjectState, setting: Setting) -> list[Part]:
    """Give the holders to take from, in order: own places by code, then what is in units.

    What is received is taken from the road first. What lies in a tank or has been shipped is no
    longer anybody's to take.
    """
    ranked = [(_rank(kind, holder, setting), holder, q) for holder, q in state.balances.items()]
    usable = [(rank, holder, q) for rank, holder, q in ranked if rank is not None and q > 0]
    usable.sort(key=lambda entry: (entry[0], str(entry[1].id)))
    return [(holder, quantity) for _, holder, quantity in usable]


def take(parts: Iterable[Part], wanted: Decimal) -> tuple[list[Part], Decimal]:
    """Take a quantity from holders in order; give the parts taken and what could not be had."""
    taken: list[Part] = []
    for holder, available in parts:
        if wanted <= 0:
            break
        part = min(available, wanted)
        taken.append((holder, part))
        wanted -= part
    return taken, wanted


def explicit(state: ObjectState, place: UUID | None, unit: UUID | None) -> list[Part] | None:
    """Give the one holder that was named, with what lies there; None where none was named."""
    if unit is not None:
        holder = Holder(HolderKind.UNIT, unit)
    elif place is not None:
        holder = Holder(HolderKind.PLACE, place)
    else:
        return None
    return [(holder, state.balances.get(holder, Decimal(0)))]


def _rank(kind: Kind, holder: Holder, setting: Setting) -> tuple[int, str] | None:
    if holder.kind in {HolderKind.TANK, HolderKind.SHIPMENT}:
        on_the_road = kind is Kind.RECEIVE and holder.kind is HolderKind.SHIPMENT
        return (0, "") if on_the_road else None
    inside = holder.kind is HolderKind.UNIT
    place = setting.place_of(holder.id) if inside else setting.places.get(holder.id)
    if place is None:
        return (8, "")
    away = place.kind is PlaceKind.TRANSIT
    if kind is Kind.RECEIVE:  # from the road, or from a partner's place; else it is new inflow
        return (0 if away else 5, place.code) if away or place.site is None else None
    if place.kind in _OWN:
        return (3 if inside else 0, place.code)
    return (6, place.code) if not away else None
