"""All that composing and deciding may look at: names turned into identities, lots as they stand.

Filled by the operation under the lots' locks; from here on everything is pure.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from lotline.capture.records import CaptureRequest, LineRequest, Refusal
from lotline.lots.events import Birth, Holder, HolderKind, Line
from lotline.lots.records import ObjectState
from lotline.masterdata.records import Characteristic, Location, Product


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line whose names have been turned into identities.

    `object` is None where nothing was found; then `refusal` says why. `group` is the list of the
    body that it stands in: inputs, outputs or subjects. `reborn` marks what a corrected event had
    brought into being and this one brings into being in its place.
    """

    group: str
    pointer: str
    request: LineRequest
    object: UUID | None = None
    birth: Birth | None = None
    refusal: Refusal | None = None
    place: UUID | None = None
    to_place: UUID | None = None
    unit: UUID | None = None
    supplier_lot: UUID | None = None
    supplier_birth: Birth | None = None
    owner: UUID | None = None
    reborn: bool = False


@dataclass(frozen=True, slots=True)
class NamedRequest:
    """A capture request whose names have been turned into identities."""

    request: CaptureRequest
    event_id: UUID
    business_date: date
    lines: tuple[NamedLine, ...]
    parent: NamedLine | None = None
    site: UUID | None = None
    place: UUID | None = None
    to_place: UUID | None = None
    customer: UUID | None = None
    transit: UUID | None = None
    owner: UUID | None = None
    equipment: tuple[UUID, ...] = ()
    supplier: UUID | None = None
    tank: UUID | None = None


@dataclass(frozen=True, slots=True)
class TankBook:
    """How much the record says is in a tank, in the unit of what was filled in last."""

    quantity: Decimal = Decimal(0)
    unit: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """The world at the moment of decision.

    `inside` is what lies directly in each unit, `owned` how much of a lot belongs to whom by holder
    and owner, `tanks` what the tanks hold.
    """

    now: datetime
    states: Mapping[UUID, ObjectState]
    products: Mapping[UUID, Product]
    places: Mapping[UUID, Location]
    inside: Mapping[UUID, Set[UUID]]
    characteristics: Mapping[UUID, tuple[Characteristic, ...]]
    codes_taken: frozenset[str]
    owned: Mapping[UUID, Mapping[tuple[UUID, UUID], Decimal]] = field(default_factory=dict)
    tanks: Mapping[UUID, TankBook] = field(default_factory=dict)

    def place_of(self, unit: UUID) -> Location | None:
        """Give the place where a unit or product stands, through whatever it is packed in."""
        seen: set[UUID] = set()
        current = self.states.get(unit)
        while current is not None and current.id not in seen:
            seen.add(current.id)
            place, container = _standing(current)
            if place is not None:
                return self.places.get(place)
            current = self.states.get(container) if container else None
        return None

    def contents_of(self, unit: UUID) -> tuple[UUID, ...]:
        """Give everything inside a logistic unit, to any depth."""
        found: set[UUID] = set()
        todo = list(self.inside.get(unit, ()))
        while todo:
            inner = todo.pop()
            if inner not in found and inner != unit:
                found.add(inner)
                todo.extend(self.inside.get(inner, ()))
        return tuple(sorted(found))


def _standing(state: ObjectState) -> tuple[UUID | None, UUID | None]:
    """Give the place or the unit that an object stands in; a product stands where it lies."""
    if state.place is not None or state.container is not None:
        return state.place, state.container
    for holder, quantity in state.balances.items():
        if quantity > 0 and holder.kind is HolderKind.PLACE:
            return holder.id, None
        if quantity > 0 and holder.kind is HolderKind.UNIT:
            return None, holder.id
    return None, None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line of the event to be, with what the gate wants to know about it.

    `short` is what the record cannot cover and `left` what it has, both in the lot's own unit;
    `took` is what the line takes from each holder.
    """

    pointer: str
    line: Line
    state: ObjectState
    existed: bool
    short: Decimal = Decimal(0)
    left: Decimal = Decimal(0)
    problem: Refusal | None = None
    took: tuple[tuple[Holder, Decimal], ...] = ()
