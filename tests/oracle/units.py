"""Where every logistic unit stands: on its own, inside another, or gone with a shipment (R6)."""

from dataclasses import dataclass

Waybill = tuple[str, str, str]


@dataclass
class Unit:
    """A pallet or case: its parent, else its place, else the shipment it left with."""

    parent: str = ""
    place: str = ""
    gone: Waybill | None = None


class Units:
    """All logistic units of the moment."""

    def __init__(self) -> None:
        """Begin with none."""
        self.units: dict[str, Unit] = {}

    def get(self, sscc: str) -> Unit:
        """Give a unit; one never heard of stands nowhere."""
        return self.units.setdefault(sscc, Unit())

    def root(self, sscc: str) -> Unit:
        """Give the outermost unit around this one."""
        unit = self.get(sscc)
        return self.root(unit.parent) if unit.parent else unit

    def inside(self, sscc: str) -> list[str]:
        """Give the unit and all units in it, to any depth."""
        self.get(sscc)
        children = sorted(code for code, unit in self.units.items() if unit.parent == sscc)
        return [sscc, *(deep for child in children for deep in self.inside(child))]

    def stand(self, sscc: str, place: str) -> None:
        """Put a unit, with all in it, at a place of its own.

        If it had left, this is a new stay: other units that left inside it stay away.
        """
        root = self.root(sscc)
        unit = self.get(sscc)
        if root.gone is not None:
            for child in [code for code, each in self.units.items() if each.parent == sscc]:
                self.units[child] = Unit(gone=root.gone)
        unit.parent, unit.place, unit.gone = "", place, None

    def leave(self, sscc: str, waybill: Waybill) -> None:
        """Send a unit away; inside another it leaves alone."""
        unit = self.get(sscc)
        unit.parent, unit.place, unit.gone = "", "", waybill

    def come_back(self, sscc: str, place: str) -> None:
        """Take a unit back with the units in it."""
        unit = self.get(sscc)
        unit.parent, unit.place, unit.gone = "", place, None

    def nest(self, sscc: str, parent: str) -> None:
        """Put a unit into another; never into itself."""
        if parent not in self.inside(sscc):
            unit = self.get(sscc)
            unit.parent, unit.place, unit.gone = parent, "", None
