"""Steps of one lot, written short."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from lotline.lots.events import Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import PlaceKind, Plant
from lotline.lots.folds.flow import Booking
from lotline.lots.folds.lot import apply
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.units import Units

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)


def named(name: str) -> UUID:
    """The id of a name."""
    return uuid5(NAMESPACE_URL, name)


def place(name: str) -> Holder:
    """A place."""
    return Holder(HolderKind.PLACE, named(name))


def unit(name: str) -> Holder:
    """A logistic unit as a holder."""
    return Holder(HolderKind.UNIT, named(name))


LOT = named("A")
WH, LINE, RET = place("WH"), place("LINE"), place("RET")


class World:
    """One lot and the units around it; every step happens a minute after the one before."""

    def __init__(self, kinds: dict[UUID, PlaceKind] | None = None) -> None:
        codes = {named(name): name for name in ("WH", "LINE", "RET")}
        self.plant = Plant(codes, kinds or {})
        self.units = Units()
        self.state = LotState()
        self.count = 0

    place_code = property(lambda self: self.plant.place_code)
    place_kind = property(lambda self: self.plant.place_kind)
    stay = property(lambda self: self.units.stay)
    stand = property(lambda self: self.units.stand)
    shipment = property(lambda self: self.units.shipment)

    def step(self, kind: Kind, *parts: Part, **more: Any) -> Step:
        """Make a step, and let the units hear of it."""
        self.count += 1
        when = MORNING + timedelta(minutes=self.count)
        made = Step(named(f"event {self.count}"), kind, when, when, when, when, parts, **more)
        self.units.apply(made)
        return made

    def tell(self, kind: Kind, quantity: object, role: Role = Role.SUBJECT, **more: Any) -> Booking:
        """Let something happen to the lot alone."""
        about = {key: more.pop(key) for key in ("source", "target", "reason") if key in more}
        part = Part(
            1, role, LOT, quantity=None if quantity is None else Decimal(str(quantity)),
            unit="KGM", open_source="source" not in about, **about,
        )  # fmt: skip
        return apply(self.state, self.step(kind, part, **more), part, self)  # type: ignore[arg-type]

    def pack(self, into: str, quantity: object, **more: Any) -> Booking:
        """Pack some of the lot from the warehouse into a unit."""
        parent = Part(1, Role.PARENT, named(into), ObjectKind.LOGISTIC_UNIT)
        child = Part(
            2, Role.CONTENT, LOT, quantity=Decimal(str(quantity)), source=WH, target=unit(into)
        )
        step = self.step(Kind.PACK, parent, child, **more)
        return apply(self.state, step, child, self)  # type: ignore[arg-type]

    def whole(self, kind: Kind, name: str, **more: Any) -> Step:
        """Let something happen to a unit with all in it."""
        target = more.pop("target", None)
        part = Part(1, Role.SUBJECT, named(name), ObjectKind.LOGISTIC_UNIT, target=target)
        return self.step(kind, part, **more)

    @property
    def lying(self) -> dict[Holder, Decimal]:
        """How much lies where."""
        return self.state.quantities()
