"""What people do in the true plant, one deed a function; each tells whether it could be done."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from .plant import PLACES, UNKNOWN, Parts, TrueLot, TruePlant, pour, scaled

Deed = Callable[[TruePlant], bool]
OWN_PLACES = [place for place, kind in PLACES.items() if kind not in {"returns", "transit"}]


def receive(plant: TruePlant) -> bool:
    """Get raw material, mostly a new lot."""
    rng = plant.rng
    again = [lot for lot in plant.lots.values() if not lot.made]
    if again and rng.random() < 0.15:
        lot = rng.choice(again)
    else:
        lot = plant.new_lot("R", rng.choices(["mass", "volume", "count"], [6, 3, 2])[0])
    quantity = Fraction(rng.randint(1, 200))
    if lot.dimension != "count" and rng.random() < 0.3:
        quantity += Fraction(rng.randint(1, 99), 100)
    place = rng.choice(OWN_PLACES)
    plant.write("receive", **plant.line(lot, quantity, place), supplier="S1")
    plant.enter(lot, place, quantity, {(lot.code, lot.dimension): quantity})
    return True


def transform(plant: TruePlant) -> bool:
    """Use one to three lots up and make one or two new ones."""
    lying = plant.lying()
    if not lying:
        return False
    inputs = plant.rng.sample(lying, min(len(lying), plant.rng.randint(1, 3)))
    dimensions = {lot.dimension for lot, _ in inputs}
    sort = plant.rng.choice(sorted(dimensions))
    kinds = [sort]
    if plant.rng.random() < 0.3:
        kinds.append(plant.rng.choice(["mass", "volume", "count"]))
    outputs = [plant.new_lot("P", dimension) for dimension in kinds]
    make(plant, "merge" if len(inputs) > 1 else "transform", inputs, outputs)
    return True


def split(plant: TruePlant) -> bool:
    """Take parts off a lot; an item is a part of one piece."""
    lying = plant.lying()
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    there = lot.held[holder]
    parts = [plant.some_of(there, lot.dimension)]
    if lot.dimension == "count" and plant.rng.random() < 0.5:
        parts = [Fraction(1)]
    elif parts[0] > 1 and plant.rng.random() < 0.5:
        parts = [parts[0] - 1, Fraction(1)]
    outputs = [plant.new_lot("T", lot.dimension) for _ in parts]
    for new in outputs:
        new.own = lot.own
    _do(
        plant,
        "split",
        [(lot, holder, sum(parts, Fraction(0)))],
        list(zip(outputs, parts, strict=True)),
        None,
    )
    return True


def rework(plant: TruePlant) -> bool:
    """Put matter into a lot that exists: an ancestor, the lot itself, or any other."""
    lying = plant.lying()
    if not lying:
        return False
    inputs = plant.rng.sample(lying, min(len(lying), plant.rng.randint(1, 2)))
    ancestors = sorted(set().union(*(lot.ancestors for lot, _ in inputs)))
    into = [plant.lots[code] for code in ancestors] + [lot for lot, _ in inputs]
    if plant.rng.random() < 0.4:
        into = list(plant.lots.values())
    fitting = [lot for lot in into if lot.dimension == inputs[0][0].dimension]
    if not fitting:
        return False
    make(plant, "rework", inputs, [plant.rng.choice(fitting)])
    return True


def make(
    plant: TruePlant,
    kind: str,
    inputs: list[tuple[TrueLot, tuple[str, str]]],
    outputs: list[TrueLot],
) -> None:
    """Choose the quantities of a transformation and do it."""
    rng = plant.rng
    taken = [(lot, at, plant.some_of(lot.held[at], lot.dimension)) for lot, at in inputs]
    made = []
    for output in outputs:
        total = sum((q for lot, _, q in taken if lot.dimension == output.dimension), Fraction(0))
        quantity = Fraction(max(1, round(total * rng.randint(50, 105) / 100)))
        made.append((output, quantity))
    waste = None
    if rng.random() < 0.3:
        waste = Fraction(rng.randint(1, 20), 4)
    _do(plant, kind, taken, made, waste)


def _do(
    plant: TruePlant,
    kind: str,
    taken: list[tuple[TrueLot, tuple[str, str], Fraction]],
    made: list[tuple[TrueLot, Fraction]],
    waste: Fraction | None,
) -> None:
    place = plant.rng.choice(OWN_PLACES)
    inputs = [plant.line(lot, quantity, holder[1]) for lot, holder, quantity in taken]
    outputs = [plant.line(lot, quantity, place) for lot, quantity in made]
    dimension = made[0][0].dimension
    if waste is not None:
        unit = {"mass": "KGM", "volume": "LTR", "count": "H87"}[dimension]
        outputs.append({"waste": plant.rng.choice(["trim", "spill"]), "unit": unit})
        outputs[-1]["quantity"] = str(float(waste)).removesuffix(".0")
    weights = _weights(plant, made, waste, outputs)
    pool: Parts = {}
    ancestors: set[str] = set()
    for lot, holder, quantity in taken:
        pour(pool, plant.take(lot, holder, quantity))
        ancestors |= lot.ancestors | {lot.code}
    plant.write(kind, inputs=inputs, outputs=outputs)
    for (lot, quantity), weight in zip(made, weights, strict=False):
        plant.enter(lot, place, quantity, scaled(pool, weight))
        lot.ancestors |= ancestors - {lot.code}
        lot.made = True


def _weights(
    plant: TruePlant,
    made: list[tuple[TrueLot, Fraction]],
    waste: Fraction | None,
    outputs: list[dict[str, Any]],
) -> list[Fraction]:
    """Divide by quantity within one dimension, else by declared weights."""
    alike = len({lot.dimension for lot, _ in made}) == 1
    if alike and plant.rng.random() < 0.9:
        total = sum((quantity for _, quantity in made), waste or Fraction(0))
        return [quantity / total for _, quantity in made]
    rest, weights = 100, []
    for _ in outputs[1:]:
        weights.append(plant.rng.randint(0, rest - 1))
        rest -= weights[-1]
    weights.insert(0, rest)
    for line, weight in zip(outputs, weights, strict=True):
        line["weight"] = str(weight / 100)
    return [Fraction(weight, 100) for weight in weights[: len(made)]]


def adjust(plant: TruePlant) -> bool:
    """Count, or book a difference with a reason; gains are of unknown origin."""
    lying = plant.lying()
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    there = lot.held[holder]
    change = Fraction(plant.rng.randint(-3, 2))
    if there + change < 0:
        return False
    said = plant.line(lot, there + change, holder[1])
    counted = said.pop("quantity")
    if plant.rng.random() < 0.5:
        factor = 1000 if said["unit"] in {"GRM", "MLT"} else 1
        plant.write("adjust", **said, delta=str(change * factor), reason="scale")
    else:
        plant.write("adjust", **said, counted=counted, reason="count")
    if change < 0:
        plant.take(lot, holder, -change)
    elif change > 0:
        plant.enter(lot, holder[1], change, {(UNKNOWN + lot.code, lot.dimension): change})
    return True


def destroy(plant: TruePlant) -> bool:
    """Scrap, or take a sample."""
    lying = plant.lying()
    if not lying:
        return False
    lot, holder = plant.rng.choice(lying)
    quantity = plant.some_of(lot.held[holder], lot.dimension)
    reason = plant.rng.choice(["scrap", "sample", "expired"])
    plant.write("destroy", **plant.line(lot, quantity, holder[1]), reason=reason)
    plant.take(lot, holder, quantity)
    return True


MAKING: Mapping[Deed, int] = {receive: 8, transform: 8, split: 4, rework: 3}
ACCOUNTS: Mapping[Deed, int] = {adjust: 2, destroy: 2}
