"""What the plant works with, as others may see it: products, parties, places, equipment, orders.

A draft is what a person writes down; the record of the same name is the draft once it is kept,
with its identity, its origin and the version to give back when changing it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeVar
from uuid import UUID

from lotline.masterdata.conversion import in_stock_unit

T_co = TypeVar("T_co", covariant=True)
DEFAULT_ZONE: Final = "Asia/Shanghai"


class Origin(StrEnum):
    """How a thing came to be known: written down here, or merely named by a foreign document."""

    RECORDED = "recorded"
    UNKNOWN = "unknown"


class ProductKind(StrEnum):
    """What a product is to the plant."""

    RAW = "raw"
    INTERMEDIATE = "intermediate"
    FINISHED = "finished"
    PACKAGING = "packaging"
    RETURNABLE = "returnable"


class PlaceKind(StrEnum):
    """What lying in a place means for a quantity (the buckets of GENEALOGY R10)."""

    STOCK = "stock"
    PROCESS = "process"
    RETURNS = "returns"
    TRANSIT = "transit"
    SUPPLIER = "supplier"
    LABORATORY = "laboratory"
    SUBCONTRACTOR = "subcontractor"
    RETAINED = "retained"


class TankModel(StrEnum):
    """How what is in a tank leaves it: as a mixture, first in first out, or last in first out."""

    MIXED = "mixed"
    FIFO = "fifo"
    LIFO = "lifo"


class OrderKind(StrEnum):
    """Which way an order runs."""

    PURCHASE = "purchase"
    SALES = "sales"
    WORK = "work"


class OrderStatus(StrEnum):
    """How far an order has come."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class CharacteristicKind(StrEnum):
    """Whether a characteristic is a number read off an instrument or a finding put in words."""

    MEASURED = "measured"
    OBSERVED = "observed"


@dataclass(frozen=True, kw_only=True)
class Named:
    """What every master has: the code people type, its names, its public identity."""

    code: str
    name: str
    name_en: str = ""
    active: bool = True
    uri: str | None = None

    def title(self, language: str) -> str:
        """Give the name in the reader's language, the Chinese one where there is no other."""
        return (self.name_en or self.name) if language == "en" else self.name


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a master has once it is kept."""

    id: UUID
    origin: Origin
    version: int


@dataclass(frozen=True, kw_only=True)
class SiteDraft(Named):
    """A plant or warehouse of ours, with the zone its days and shifts are counted in."""

    zone: str = DEFAULT_ZONE
    gln: str | None = None


@dataclass(frozen=True, kw_only=True)
class Site(SiteDraft, Kept):
    """A site that is kept."""


@dataclass(frozen=True, kw_only=True)
class LocationDraft(Named):
    """A place where a quantity may lie; `tank` marks a body in which what enters mixes."""

    kind: PlaceKind = PlaceKind.STOCK
    site: UUID | None = None
    parent: UUID | None = None
    tank: bool = False
    party: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Location(LocationDraft, Kept):
    """A place that is kept."""


@dataclass(frozen=True, kw_only=True)
class PartyDraft(Named):
    """A company or a part of one; it may be several things to us at once."""

    supplier: bool = False
    customer: bool = False
    carrier: bool = False
    own: bool = False
    gln: str | None = None


@dataclass(frozen=True, kw_only=True)
class Party(PartyDraft, Kept):
    """A party that is kept."""


@dataclass(frozen=True, kw_only=True)
class ProductDraft(Named):
    """Something bought, made, packed in or lent out, counted in one stock unit.

    `pieces_factor` is how many kilograms one piece weighs: the only way from pieces to mass.
    """

    kind: ProductKind
    stock_unit: str
    gtin: str | None = None
    shelf_life_days: int | None = None
    pieces_factor: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Product(ProductDraft, Kept):
    """A product that is kept."""

    def to_stock_unit(self, value: Decimal, source: str, pointer: str = "") -> Decimal:
        """Express a quantity of this product in its stock unit.

        Within one dimension by the units' factors; between mass and pieces by this product's own
        factor, and by nothing else. Raises `Invalid` where no way leads there.
        """
        return in_stock_unit(self.stock_unit, self.pieces_factor, value, source, pointer)


@dataclass(frozen=True, kw_only=True)
class EquipmentDraft(Named):
    """A machine, line or vessel that lots go through; `kind` is the plant's own word for it.

    `tank_model` says how a tank mixes (GENEALOGY R8); None where nobody said or it is no tank.
    """

    kind: str = ""
    location: UUID | None = None
    tank_model: TankModel | None = None


@dataclass(frozen=True, kw_only=True)
class Equipment(EquipmentDraft, Kept):
    """A piece of equipment that is kept."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One product of an order and how much of it."""

    product: UUID
    quantity: Decimal
    unit: str


@dataclass(frozen=True, kw_only=True)
class OrderDraft(Named):
    """A purchase, sales or work order, as far as tracing needs it."""

    kind: OrderKind
    party: UUID | None = None
    lines: tuple[OrderLine, ...] = ()
    status: OrderStatus = OrderStatus.OPEN


@dataclass(frozen=True, kw_only=True)
class Order(OrderDraft, Kept):
    """An order that is kept."""


@dataclass(frozen=True, kw_only=True)
class CharacteristicDraft(Named):
    """What is checked on a product, with its limits; any of them may be missing (one-sided).

    `kde` names the key data element a reading carries; `expected` is the finding that conforms,
    for an observed characteristic. An empty code is written as product code and kde.
    """

    code: str = ""
    product: UUID
    kde: str
    kind: CharacteristicKind = CharacteristicKind.MEASURED
    unit: str | None = None
    lower: Decimal | None = None
    target: Decimal | None = None
    upper: Decimal | None = None
    expected: str = ""


@dataclass(frozen=True, kw_only=True)
class Characteristic(CharacteristicDraft, Kept):
    """A characteristic that is kept."""

    def holds(self, value: Decimal | str) -> bool | None:
        """Say whether a reading conforms; None where nothing is demanded of it."""
        if isinstance(value, str):
            return value.strip() == self.expected if self.expected else None
        if self.lower is None and self.upper is None:
            return None
        low_enough = self.upper is None or value <= self.upper
        return low_enough and (self.lower is None or value >= self.lower)


@dataclass(frozen=True, slots=True)
class Change:
    """Which master is changed, and the version of it that the change was made upon."""

    id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Which part of a list is asked for: words to find, whether in use, how many, from where."""

    q: str = ""
    active: bool | None = None
    limit: int = 50
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """A part of a list, and the cursor to ask for the next part with."""

    items: tuple[T_co, ...]
    next: str | None
