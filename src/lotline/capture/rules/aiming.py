"""Where the objects of an event go: pure."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine
from lotline.lots.events import INPUT_ROLES, Holder, HolderKind, Kind
from lotline.lots.records import ObjectState

INTO_UNITS: Final = frozenset({Kind.PACK, Kind.ASSEMBLE})
OUT_OF_UNITS: Final = frozenset({Kind.UNPACK, Kind.DISASSEMBLE})
_GONE: Final = frozenset({Kind.DESTROY, Kind.SAMPLE, Kind.COUNT, Kind.ADJUST})


def aimed(named: NamedRequest, entry: NamedLine, planned: PlannedLine) -> PlannedLine:
    """Give the line with the place or the unit that its object goes to, if it goes to any."""
    target = _target(named, entry, planned)
    return (
        planned if target is None else replace(planned, line=replace(planned.line, target=target))
    )


def stands_somewhere(state: ObjectState) -> bool:
    """Say whether the record knows where an object is."""
    lies = any(quantity > 0 for quantity in state.balances.values())
    return lies or state.place is not None or state.container is not None


def _target(named: NamedRequest, entry: NamedLine, planned: PlannedLine) -> Holder | None:
    kind = named.request.kind
    if kind in _GONE or named.supplier is not None or planned.line.role in INPUT_ROLES:
        return None
    if kind in INTO_UNITS:
        parent = named.parent.object if named.parent else None
        return Holder(HolderKind.UNIT, parent) if parent else None
    place = named.transit if kind is Kind.SHIP else _place(named, entry)
    return Holder(HolderKind.PLACE, place) if place else None


def _place(named: NamedRequest, entry: NamedLine) -> UUID | None:
    """Give the place that is named for the line, else for the event.

    The `place` of an output, and of what comes back, is where it was put; of all else it is where
    it was taken from.
    """
    arrives = entry.group == "outputs" or named.request.kind is Kind.RETURN
    own = entry.to_place or (entry.place if arrives else None)
    return own or named.to_place or named.place
