"""What one step says of where logistic units stand: pure, one saying for each unit it names."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from lotline.lots.events import OUTPUT_ROLES, Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.shipment import shipment_of
from lotline.lots.folds.step import Part, Step


class Way(StrEnum):
    """How a unit came to stand somewhere."""

    PACKED = "packed"
    SEEN = "seen"
    PUT_IN = "put_in"
    TAKEN_OUT = "taken_out"
    GONE = "gone"
    BACK = "back"


class Told(NamedTuple):
    """A unit and where it is said to stand; None where only other units can tell.

    `perhaps` is where the unit stands if nothing better is known.
    """

    unit: UUID
    way: Way
    holder: Holder | None
    perhaps: Holder | None = None


_HOLDING: Final = frozenset({ObjectKind.LOGISTIC_UNIT, ObjectKind.ITEM})
_INTO: Final = frozenset({Kind.PACK, Kind.ASSEMBLE})
_OUT_OF: Final = frozenset({Kind.UNPACK, Kind.DISASSEMBLE})


def told(step: Step) -> Iterator[Told]:
    """Give what a step says of units and of products with parts inside, parents first."""
    if all(part.object_kind not in _HOLDING for part in step.parts):
        return
    parent = next((part for part in step.parts if part.role is Role.PARENT), None)
    if parent is not None and parent.object is not None:
        yield from _of_parent(step, parent, parent.object)
    for part in step.parts:
        if part.object is not None and part.object_kind in _HOLDING and part is not parent:
            yield from _of_part(step, part, part.object, parent)


def _of_parent(step: Step, part: Part, unit: UUID) -> Iterator[Told]:
    sources = (child.source for child in step.parts if child.role is Role.CONTENT)
    perhaps = next((s for s in sources if s is not None and s.kind is HolderKind.PLACE), None)
    if part.object_kind is ObjectKind.ITEM:
        yield Told(unit, Way.SEEN, part.target, perhaps)
    else:
        way = Way.PACKED if step.kind in _INTO else Way.SEEN
        yield Told(unit, way, part.target or _place(step), perhaps)


def _of_part(step: Step, part: Part, unit: UUID, parent: Part | None) -> Iterator[Told]:
    target = part.target or _place(step)
    if part.role is Role.CONTENT and step.kind in _INTO and parent is not None and parent.object:
        yield Told(unit, Way.PUT_IN, Holder(HolderKind.UNIT, parent.object))
    elif part.role is Role.CONTENT and step.kind in _OUT_OF:
        yield Told(unit, Way.TAKEN_OUT, target)
    elif step.kind is Kind.SHIP:
        inside = step.customer is None and part.target is not None
        yield Told(unit, Way.GONE, part.target if inside else shipment_of(step))
    elif (step.kind is Kind.RETURN and step.supplier is None and part.role is Role.SUBJECT) or (
        step.kind is Kind.RECEIVE and part.role is Role.SUBJECT
    ):
        yield Told(unit, Way.BACK, target)
    elif step.kind is Kind.MOVE or part.role in OUTPUT_ROLES:
        yield Told(unit, Way.TAKEN_OUT, target)


def _place(step: Step) -> Holder | None:
    return Holder(HolderKind.PLACE, step.place) if step.place else None
