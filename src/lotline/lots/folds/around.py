"""What the folds have to know of the world around a lot: places, tanks, units, shipments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.step import Order


class PlaceKind(StrEnum):
    """What lying at a place means for the account of a lot (GENEALOGY R10)."""

    STOCK = "stock"
    PROCESS = "process"
    TRANSIT = "transit"
    RETURNS = "returns"
    LABORATORY = "laboratory"
    SUBCONTRACTOR = "subcontractor"
    RETAINED = "retained"
    SUPPLIER = "supplier"


class TankModel(StrEnum):
    """How what was filled in comes out again."""

    MIXED = "mixed"
    FIFO = "fifo"
    LIFO = "lifo"


class Shipment(NamedTuple):
    """Goods that left: to whom, on which order and waybill."""

    customer: UUID | None = None
    order: str | None = None
    waybill: str | None = None

    def matches(self, asked: "Shipment") -> bool:
        """Say whether it is one of those asked for; what is not said matches anything."""
        return all(want is None or want == have for want, have in zip(asked, self, strict=True))


class Stand(NamedTuple):
    """Where a logistic unit stands in the end, however deep inside others, and since when."""

    holder: Holder
    since: Order


UNPLACED: Final = Holder(HolderKind.PLACE, UUID(int=0))


class Around(Protocol):
    """What the fold of a lot asks."""

    def place_code(self, place: UUID) -> str:
        """Give the code by which places are taken in order."""
        ...

    def place_kind(self, place: UUID) -> PlaceKind:
        """Give what lying there means."""
        ...

    def stay(self, unit: UUID, key: Order) -> Holder:
        """Give the holder of what is inside a unit at that moment; a re-used unit has several."""
        ...

    def stand(self, unit: UUID, key: Order) -> Stand:
        """Give where a unit, or one of its stays, stands at that moment."""
        ...

    def shipment(self, holder: UUID) -> Shipment:
        """Give the shipment of that id."""
        ...


@dataclass(frozen=True, slots=True)
class Plant:
    """The master data that the folds read; an unknown place is stock and sorted by its id."""

    codes: Mapping[UUID, str] = field(default_factory=dict)
    kinds: Mapping[UUID, PlaceKind] = field(default_factory=dict)
    models: Mapping[UUID, TankModel] = field(default_factory=dict)

    def place_code(self, place: UUID) -> str:
        """Give the code by which places are taken in order."""
        return self.codes.get(place) or str(place)

    def place_kind(self, place: UUID) -> PlaceKind:
        """Give what lying there means."""
        return self.kinds.get(place, PlaceKind.STOCK)
