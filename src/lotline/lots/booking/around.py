"""The world around a lot as the tables have it, looked up only where a fold asks."""

from uuid import UUID

from lotline.lots.events import Holder
from lotline.lots.folds.around import PlaceKind, Shipment, Stand
from lotline.lots.folds.step import Order
from lotline.lots.folds.units import Units
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Location


class StoredAround:
    """Places from the masters, units from their turns."""

    def __init__(self, units: Units) -> None:
        """Begin with no place looked up."""
        self.units = units
        self._places: dict[UUID, Location | None] = {}

    def place_code(self, place: UUID) -> str:
        """Give the code by which places are taken in order."""
        found = self._place(place)
        return found.code if found else str(place)

    def place_kind(self, place: UUID) -> PlaceKind:
        """Give what lying there means; an unknown place is stock."""
        found = self._place(place)
        return PlaceKind(found.kind.value) if found else PlaceKind.STOCK

    def stay(self, unit: UUID, key: Order) -> Holder:
        """Give the holder of what is inside a unit at that moment."""
        return self.units.stay(unit, key)

    def stand(self, unit: UUID, key: Order) -> Stand:
        """Give where a unit or a stay stands at that moment."""
        return self.units.stand(unit, key)

    def shipment(self, holder: UUID) -> Shipment:
        """Give the shipment of that id."""
        return self.units.shipment(holder)

    def _place(self, place: UUID) -> Location | None:
        if place not in self._places:
            self._places[place] = masterdata.locations([place]).get(place)
        return self._places[place]
