"""What part of the inputs each output is, where units differ but the products say what a piece weighs: pure.

Cups in pieces and trimmings in kilograms have no common unit of their own; by the product's factor
they do, and then the division is known and need not be assumed (GENEALOGY R5). A lost piece weighs
what a made one does. Where the outputs declare their parts, losses have none.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lotline.capture.rules.setting import PlannedLine, Setting
from lotline.kernel.units import UNITS
from lotline.lots.events import OUTPUT_ROLES, Kind, Role

_DIVIDING: Final = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK})
_LOST: Final = frozenset({Role.WASTE, Role.LOSS})
_QUANTUM: Final = Decimal("0.000000001")


def weighed(kind: Kind, planned: Sequence[PlannedLine], setting: Setting) -> list[PlannedLine]:
    """Give the lines with the parts of the outputs, where these can be told and are not plain."""
    at = [number for number, entry in enumerate(planned) if _comes_out(entry)]
    lines = [planned[number] for number in at]
    if kind not in _DIVIDING or not lines:
        return list(planned)
    parts = _parts(lines, setting)
    found = list(planned)
    for number, part in zip(at, parts, strict=True):
        found[number] = replace(found[number], line=replace(found[number].line, weight=part))
    return found


def _parts(lines: Sequence[PlannedLine], setting: Setting) -> list[Decimal | None]:
    declared = [entry.line.weight for entry in lines]
    made = [entry for entry in lines if entry.line.role not in _LOST]
    if made and all(entry.line.weight is not None for entry in made):
        return [weight if weight is not None else Decimal(0) for weight in declared]
    factors = [factor for entry in made if (factor := _factor(entry, setting))]
    usual = factors[0] if factors else None
    masses = [_kilograms(entry, _factor(entry, setting) or usual) for entry in lines]
    units = {entry.line.quantity.unit for entry in lines if entry.line.quantity}
    dimensions = {UNITS[unit].dimension if unit in UNITS else unit for unit in units}
    known = [mass for mass in masses if mass is not None]
    if len(dimensions) < 2 or len(known) < len(masses) or not sum(known):
        return declared
    return list(_divided(known))


def _divided(masses: Sequence[Decimal]) -> list[Decimal]:
    """Give parts that add up to one; the largest takes what rounding leaves."""
    whole = sum(masses, Decimal(0))
    parts = [(mass / whole).quantize(_QUANTUM) for mass in masses]
    parts[masses.index(max(masses))] += 1 - sum(parts)
    return parts


def _factor(entry: PlannedLine, setting: Setting) -> Decimal | None:
    product = setting.products.get(entry.state.product) if entry.state.product else None
    return product.pieces_factor if product else None


def _kilograms(entry: PlannedLine, factor: Decimal | None) -> Decimal | None:
    quantity = entry.line.quantity
    unit = UNITS.get(quantity.unit) if quantity else None
    if quantity is None or unit is None:
        return None
    if unit.dimension == "mass":
        return quantity.value * unit.factor
    if unit.dimension == "count" and factor:
        return quantity.value * unit.factor * factor
    return None


def _comes_out(entry: PlannedLine) -> bool:
    return entry.line.role in OUTPUT_ROLES or entry.line.role in _LOST
