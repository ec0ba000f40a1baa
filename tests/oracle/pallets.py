"""What people do with pallets and cases in the true plant."""

from collections.abc import Mapping
from fractions import Fraction

from .logistics import load, new_waybill
from .plant import PLACES, TruePlant, TrueUnit
from .work import Deed


def _here(plant: TruePlant) -> list[str]:
    """Give units of our own, outermost, that have not left."""
    return [c for c, unit in plant.units.items() if not unit.parent and unit.gone is None]


def pack(plant: TruePlant) -> bool:
    """Put lots of one place into a unit, a new one or one that stands there."""
    lying = plant.lying()
    if not lying:
        return False
    place = plant.rng.choice(lying)[1][1]
    here = [c for c in _here(plant) if plant.units[c].place == place]
    sscc = plant.rng.choice(here) if here and plant.rng.random() < 0.4 else plant.name("U")
    plant.units.setdefault(sscc, TrueUnit(place=place))
    there = [(lot, at) for lot, at in lying if at == ("place", place)]
    chosen = plant.rng.sample(there, min(len(there), plant.rng.randint(1, 3)))
    loads = [(lot, at, plant.some_of(lot.held[at], lot.dimension)) for lot, at in chosen]
    children = [plant.line(lot, quantity, place) for lot, _, quantity in loads]
    plant.write("pack", sscc=sscc, place=place, children=children)
    for lot, at, quantity in loads:
        plant.put(lot, ("unit", sscc), quantity, plant.take(lot, at, quantity))
    return True


def nest(plant: TruePlant) -> bool:
    """Put a unit into another that stands at the same place."""
    here = _here(plant)
    if len(here) < 2:
        return False
    child, parent = plant.rng.sample(here, 2)
    place = plant.units[parent].place
    if plant.units[child].place != place:
        return False
    plant.write("pack", sscc=parent, place=place, children=[{"sscc": child}])
    plant.units[child] = TrueUnit(parent=parent)
    return True


def unpack(plant: TruePlant) -> bool:
    """Take a lot out of a unit, where the unit stands."""
    packed = [(lot, at) for lot, at in plant.lying("unit") if plant.root(at[1]).gone is None]
    if not packed:
        return False
    lot, holder = plant.rng.choice(packed)
    place = plant.root(holder[1]).place
    quantity = plant.some_of(lot.held[holder], lot.dimension)
    plant.write("unpack", sscc=holder[1], place=place, children=[plant.line(lot, quantity)])
    plant.put(lot, ("place", place), quantity, plant.take(lot, holder, quantity))
    return True


def unnest(plant: TruePlant) -> bool:
    """Take a unit out of another."""
    inner = [c for c, unit in plant.units.items() if unit.parent and plant.root(c).gone is None]
    if not inner:
        return False
    child = plant.rng.choice(inner)
    place = plant.root(child).place
    parent = plant.units[child].parent
    plant.write("unpack", sscc=parent, place=place, children=[{"sscc": child}])
    plant.units[child] = TrueUnit(place=place)
    return True


def move_unit(plant: TruePlant) -> bool:
    """Carry a unit with all in it."""
    here = _here(plant)
    if not here:
        return False
    sscc = plant.rng.choice(here)
    to = plant.rng.choice(sorted(PLACES))
    plant.write("move", sscc=sscc, to=to)
    plant.units[sscc].place = to
    return True


def ship_unit(plant: TruePlant) -> bool:
    """Send a unit with something in it."""
    here = [
        code
        for code in _here(plant)
        if any(at[1] in plant.inside(code) for _, at in plant.lying("unit"))
    ]
    if not here:
        return False
    sscc = plant.rng.choice(here)
    waybill = new_waybill(plant)
    customer, order, bill = waybill
    plant.write("ship", sscc=sscc, customer=customer, order=order, waybill=bill)
    for unit in plant.inside(sscc):
        for lot, at in plant.lying("unit"):
            if at[1] == unit:
                quantity = lot.held[at]
                load(lot, (*waybill, unit), quantity, plant.take(lot, at, quantity))
    plant.units[sscc] = TrueUnit(gone=waybill)
    return True


def take_unit_back(plant: TruePlant) -> bool:
    """Take a unit back with what is still in it."""
    gone = [code for code, unit in plant.units.items() if unit.gone is not None]
    if not gone:
        return False
    sscc = plant.rng.choice(gone)
    customer, order, bill = plant.units[sscc].gone or ("", "", "")
    plant.write("return", sscc=sscc, customer=customer, order=order, waybill=bill, place="RET")
    for unit in plant.inside(sscc):
        for lot in plant.lots.values():
            quantity, body = lot.shipped.pop((customer, order, bill, unit), (Fraction(0), {}))
            if quantity:
                plant.put(lot, ("unit", unit), quantity, body)
    plant.units[sscc] = TrueUnit(place="RET")
    return True


UNITS: Mapping[Deed, int] = {
    pack: 5,
    nest: 2,
    unpack: 3,
    unnest: 1,
    move_unit: 2,
    ship_unit: 3,
    take_unit_back: 2,
}
