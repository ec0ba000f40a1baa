"""What people do with pallets, trucks and returned goods in the true plant."""

from collections.abc import Mapping
from fractions import Fraction

from .plant import PLACES, Parts, TrueLot, TruePlant, pour, scaled
from .work import Deed

Key = tuple[str, str, str, str]


def move(plant: TruePlant) -> bool:
    """Carry a part of a lot to another place; a road is a place of kind transit."""
    lying = plant.lying()
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    to = plant.rng.choice([place for place in PLACES if place != holder[1]])
    quantity = plant.some_of(lot.held[holder], lot.dimension)
    plant.write("move", **plant.line(lot, quantity, holder[1]), to=to)
    plant.put(lot, ("place", to), quantity, plant.take(lot, holder, quantity))
    return True


def ship(plant: TruePlant) -> bool:
    """Send part of a lot to a customer; now and then on the waybill of an earlier one."""
    lying = plant.lying()
    if not lying:
        return False
    again = [(lot, at) for lot, at in lying if lot.shipped]
    lot, holder = plant.rng.choice(again if again and plant.rng.random() < 0.5 else lying)
    quantity = plant.some_of(lot.held[holder], lot.dimension)
    waybill = new_waybill(plant)
    if lot.shipped and plant.rng.random() < 0.2:
        waybill = plant.rng.choice(sorted(lot.shipped))[:3]
    customer, order, bill = waybill
    line = plant.line(lot, quantity, holder[1])
    plant.write("ship", **line, customer=customer, order=order, waybill=bill)
    load(lot, (*waybill, ""), quantity, plant.take(lot, holder, quantity))
    return True


def new_waybill(plant: TruePlant) -> tuple[str, str, str]:
    return plant.rng.choice(["C1", "C1", "C2"]), plant.name("O"), plant.name("W")


def load(lot: TrueLot, key: Key, quantity: Fraction, parts: Parts) -> None:
    before, body = lot.shipped.get(key, (Fraction(0), {}))
    pour(body, parts)
    lot.shipped[key] = (before + quantity, body)


def take_back(plant: TruePlant) -> bool:
    """Take goods back, all or some, now and then as a new lot."""
    sent = [(lot, key) for lot in plant.lots.values() for key in lot.shipped]
    sent = [(lot, key) for lot, key in sent if lot.shipped[key][0]]
    sent = [(lot, key) for lot, key in sent if _is_clear(lot, key)]
    if not sent:
        return False
    often = [(lot, key) for lot, key in sent if len(lot.shipped) > 1]
    lot, key = plant.rng.choice(often if often and plant.rng.random() < 0.6 else sent)
    there, body = lot.shipped[key]
    quantity = plant.some_of(there, lot.dimension)
    parts = scaled(body, quantity / there)
    line = plant.line(lot, quantity, "RET")
    customer, order, bill, _ = key
    said = {**line, "customer": customer, "order": order, "waybill": bill}
    pour(body, scaled(parts, Fraction(-1)))
    lot.shipped[key] = (there - quantity, body)
    if plant.rng.random() < 0.3:
        new = plant.new_lot("N", lot.dimension)
        new.own = line["unit"]
        plant.write("return", **said, as_lot=new.code)
        plant.enter(new, "RET", quantity, parts)
        new.ancestors = lot.ancestors | {lot.code}
        new.made = True
    else:
        plant.write("return", **said)
        plant.put(lot, ("place", "RET"), quantity, parts)
    return True


def _is_clear(lot: TrueLot, key: Key) -> bool:
    """Tell whether the waybill names one body of the lot."""
    return sum(1 for k, (q, _) in lot.shipped.items() if q and k[:3] == key[:3]) == 1


def give_back(plant: TruePlant) -> bool:
    """Send goods back to a supplier."""
    lying = plant.lying()
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    quantity = plant.some_of(lot.held[holder], lot.dimension)
    plant.write("return", **plant.line(lot, quantity, holder[1]), supplier="S1")
    plant.take(lot, holder, quantity)
    return True


ROADS: Mapping[Deed, int] = {move: 3, ship: 4, take_back: 3, give_back: 1}
