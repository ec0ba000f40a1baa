"""Suspect amounts as they are told: by dimension, in the suspects' own unit where they share one."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from uuid import UUID

from lotline.genealogy.rules.flow.measure import BASE_UNITS, from_base, measured
from lotline.genealogy.rules.flow.vectors import Vector
from lotline.lots.folds.amount import decimal_of


class Shown:
    """Tells amounts that are kept in base units."""

    def __init__(self, suspects: Iterable[UUID], own_unit: Mapping[UUID, str]) -> None:
        """Find the unit of each dimension."""
        named: dict[str, set[str]] = {}
        for lot in suspects:
            unit = own_unit.get(lot)
            if unit is not None:
                named.setdefault(measured(unit).dimension, set()).add(unit)
        self.units = {
            dimension: units.pop() if len(units) == 1 else BASE_UNITS.get(dimension, dimension)
            for dimension, units in named.items()
        }

    def unit(self, dimension: str) -> str:
        """Give the unit in which a dimension is told."""
        return self.units.get(dimension) or BASE_UNITS.get(dimension, dimension)

    def amount(self, dimension: str, amount: int) -> Decimal:
        """Tell one amount."""
        return decimal_of(from_base(amount, self.unit(dimension)))

    def suspect(self, vector: Vector) -> dict[str, Decimal]:
        """Tell what there is of each dimension."""
        return {kind: self.amount(kind, amount) for kind, amount in vector.items() if amount}
