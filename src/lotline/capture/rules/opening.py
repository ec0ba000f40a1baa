"""Units that are used up are opened: it is the lots inside that go into the event; pure."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Final
from uuid import UUID

from lotline.capture.records import LineRequest, ObjectRef
from lotline.capture.rules.aiming import OUT_OF_UNITS
from lotline.capture.rules.gate import USING_UP
from lotline.capture.rules.setting import NamedLine, NamedRequest, Setting
from lotline.lots.events import Kind, Measure, ObjectKind

_OPENING: Final = USING_UP | {Kind.DESTROY, Kind.SAMPLE}


def with_contents(named: NamedRequest, inside: Mapping[UUID, Set[UUID]]) -> NamedRequest:
    """Unpacking or taking apart without saying what takes everything out."""
    parent = named.parent.object if named.parent else None
    if named.request.kind not in OUT_OF_UNITS or named.lines or parent is None:
        return named
    lines = tuple(
        NamedLine("subjects", "/unit", LineRequest(ObjectRef(id=lot)), object=lot)
        for lot in sorted(inside.get(parent, ()))
    )
    return replace(named, lines=lines)


def opened(named: NamedRequest, setting: Setting) -> NamedRequest:
    """A pallet that is used up, destroyed or sent back to its maker is opened."""
    if named.request.kind not in _OPENING and named.supplier is None:
        return named
    lines = [line for entry in named.lines for line in _open(entry, setting)]
    return replace(named, lines=tuple(lines))


def _open(line: NamedLine, setting: Setting) -> Iterable[NamedLine]:
    state = setting.states.get(line.object) if line.object else None
    if line.group == "outputs" or state is None or state.kind is not ObjectKind.LOGISTIC_UNIT:
        return [line]
    around = (state.id, *setting.contents_of(state.id))
    found: list[NamedLine] = []
    for lot in (setting.states[inner] for inner in around):
        for holder, quantity in lot.balances.items():
            if holder.id in around and quantity > 0:
                whole = replace(line.request, quantity=Measure(quantity, lot.unit or ""))
                found.append(replace(line, request=whole, object=lot.id, unit=holder.id))
    return found or [line]
