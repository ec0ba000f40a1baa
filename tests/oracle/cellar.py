"""What people do at the tanks of the true plant."""

from collections.abc import Mapping
from fractions import Fraction

from .plant import Parts, TrueLayer, TruePlant, TrueTank, pour, scaled
from .work import OWN_PLACES, Deed


def fill(plant: TruePlant) -> bool:
    """Let a lot into a tank of its dimension."""
    lying = [(lot, at) for lot, at in plant.lying() if lot.dimension != "count"]
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    fitting = [code for code, tank in plant.tanks.items() if tank.dimension == lot.dimension]
    if (len(fitting) < 2 and plant.rng.random() < 0.5) or not fitting:
        fitting = [plant.name("K")]
        model = plant.rng.choice(["mixed", "fifo", "lifo"])
        plant.tanks[fitting[0]] = TrueTank(model, lot.dimension)
    code = plant.rng.choice(fitting)
    tank, quantity = plant.tanks[code], plant.some_of(lot.held[holder], lot.dimension)
    plant.write("fill", tank=code, **plant.line(lot, quantity, holder[1]))
    if not tank.layers:
        tank.campaign = []
    parts = plant.take(lot, holder, quantity)
    layer = TrueLayer(lot.code, quantity, parts, lot.ancestors | {lot.code})
    tank.layers.append(layer)
    tank.campaign.append(layer)
    return True


def draw(plant: TruePlant) -> bool:
    """Take a lot out of a tank."""
    full = [code for code, tank in plant.tanks.items() if tank.layers]
    if not full:
        return False
    code = plant.rng.choice(full)
    tank = plant.tanks[code]
    volume = sum((layer.quantity for layer in tank.layers), Fraction(0))
    if volume * 10**6 % 1:
        return False
    old = [lot for lot in plant.lots.values() if lot.dimension == tank.dimension]
    again = bool(old) and plant.rng.random() < 0.15
    lot = plant.rng.choice(old) if again else plant.new_lot("D", tank.dimension)
    quantity = plant.some_of(volume, tank.dimension)
    place = plant.rng.choice(OWN_PLACES)
    plant.write("draw", tank=code, **plant.line(lot, quantity, place))
    gave = list(tank.campaign)
    parts, givers = drain(tank, quantity)
    for layer in givers if tank.model != "mixed" else gave:
        lot.ancestors |= layer.ancestors - {lot.code}
    lot.made = True
    plant.enter(lot, place, quantity, parts)
    return True


def drain(tank: TrueTank, quantity: Fraction) -> tuple[Parts, list[TrueLayer]]:
    """Take a quantity out of a tank by its model."""
    volume = sum((layer.quantity for layer in tank.layers), Fraction(0))
    pool: Parts = {}
    givers = []
    for layer in tank.layers[::-1] if tank.model == "lifo" else list(tank.layers):
        wanted = layer.quantity * quantity / volume if tank.model == "mixed" else quantity
        here = min(wanted, layer.quantity)
        if here <= 0:
            continue
        if tank.model != "mixed":
            quantity -= here
        parts = scaled(layer.parts, here / layer.quantity)
        pour(pool, parts)
        pour(layer.parts, scaled(parts, Fraction(-1)))
        layer.quantity -= here
        givers.append(layer)
    tank.layers = [layer for layer in tank.layers if layer.quantity]
    return pool, givers


def clean(plant: TruePlant) -> bool:
    """Wash a tank; what was left is lost."""
    if not plant.tanks:
        return False
    code = plant.rng.choice(sorted(plant.tanks))
    plant.write("clean", tank=code)
    plant.tanks[code].layers = []
    plant.tanks[code].campaign = []
    return True


def lose_from_tank(plant: TruePlant) -> bool:
    """Find less in a tank than the book says, with a reason."""
    full = [code for code, tank in plant.tanks.items() if tank.layers]
    if not full:
        return False
    code = plant.rng.choice(full)
    tank = plant.tanks[code]
    volume = sum((layer.quantity for layer in tank.layers), Fraction(0))
    if volume * 10**6 % 1 or volume <= 1:
        return False
    unit = {"mass": "KGM", "volume": "LTR"}[tank.dimension]
    counted = Fraction(int(volume * Fraction(plant.rng.randint(60, 99), 100)))
    plant.write("adjust", tank=code, counted=str(counted), unit=unit, reason="dip")
    drain(tank, volume - counted)
    return True


TANKS: Mapping[Deed, int] = {fill: 6, draw: 7, clean: 1, lose_from_tank: 1}
