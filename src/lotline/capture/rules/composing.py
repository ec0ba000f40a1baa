"""From a capture request to the lines of the event that it tells of: pure.

Each kind says where its objects come from and where they go; one line may become several, when its
quantity lies in several places. What the record cannot cover is noted, not decided: deciding is
the gate's.
"""

from collections import ChainMap
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from lotline.capture.rules.aiming import aimed, stands_somewhere
from lotline.capture.rules.beginning import begun, nobody, supplier_line
from lotline.capture.rules.returning import comes_back, returned
from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.capture.rules.sourcing import explicit
from lotline.capture.rules.stocktaking import adjusted, counted
from lotline.capture.rules.taking import taken
from lotline.capture.rules.weighing import weighed
from lotline.lots.events import Holder, HolderKind, Kind, Line, ObjectKind, Role
from lotline.lots.records import ObjectState

OBSERVING: Final = frozenset({Kind.PROCESS, Kind.INSPECT, Kind.MOUNT, Kind.UNMOUNT, Kind.CORRECT})
_STOCKTAKING: Final = frozenset({Kind.COUNT, Kind.ADJUST})


def compose(named: NamedRequest, setting: Setting) -> list[PlannedLine]:
    """Give the planned lines of a request; lines whose object is unknown are left out."""
    planned = weighed(named.request.kind, list(_all_lines(named, setting)), setting)
    return [
        replace(entry, line=replace(entry.line, number=number))
        for number, entry in enumerate(planned, start=1)
    ]


def _all_lines(named: NamedRequest, setting: Setting) -> Iterator[PlannedLine]:
    changed: dict[UUID, ObjectState] = {}
    # What one line takes, the next one of the same event cannot take again.
    setting = replace(setting, states=ChainMap(changed, cast(Any, setting.states)))
    if named.parent is not None and named.parent.object is not None:
        yield _parent_line(named, named.parent, setting)
    for entry in named.lines:
        if entry.object is None:
            continue
        for planned in _lines(named, entry, setting):
            yield planned
            _note_taken(planned, changed, setting)
    for index, loss in enumerate(named.request.losses):
        line = Line(0, loss.role, None, loss.quantity, loss.quantity, reason=loss.reason)
        yield PlannedLine(f"/losses/{index}", line, nobody(named), existed=True)


def _note_taken(planned: PlannedLine, changed: dict[UUID, ObjectState], setting: Setting) -> None:
    state = setting.states.get(planned.state.id)
    if state is None or not planned.took:
        return
    balances = dict(state.balances)
    for holder, part in planned.took:
        balances[holder] = max(balances.get(holder, Decimal(0)) - part, Decimal(0))
    changed[state.id] = replace(state, balances=balances)


def _parent_line(named: NamedRequest, parent: NamedLine, setting: Setting) -> PlannedLine:
    """A product that comes into being with its first part is one piece; all else only holds."""
    plain = begun(named, parent, setting)
    stays = stands_somewhere(plain.state) or named.place is None
    target = None if stays else Holder(HolderKind.PLACE, cast(UUID, named.place))
    told = plain.line.birth is not None and plain.line.birth.origin == "recorded"
    is_made = named.request.kind is Kind.ASSEMBLE and not plain.existed and told
    quantity = plain.line.quantity if is_made else None
    line = replace(plain.line, role=Role.PARENT, quantity=quantity, target=target, flags=())
    return replace(plain, line=line)


def _lines(named: NamedRequest, entry: NamedLine, setting: Setting) -> Iterator[PlannedLine]:
    plain = begun(named, entry, setting)
    if entry.supplier_lot is not None and (entry.reborn or not plain.existed):
        yield supplier_line(entry, plain.line.quantity, setting)
    yield from _planned(named, entry, plain, setting)


def _planned(
    named: NamedRequest, entry: NamedLine, plain: PlannedLine, setting: Setting
) -> Iterator[PlannedLine]:
    """Choose by kind where the line takes from and goes to."""
    kind = named.request.kind
    if kind in OBSERVING:
        yield _looked_at(entry, plain)
    elif _is_whole_unit(plain):
        yield plain if kind in _STOCKTAKING else aimed(named, entry, plain)
    elif kind is Kind.COUNT:
        yield counted(named, entry, plain, setting)
    elif kind is Kind.ADJUST:
        yield from adjusted(named, entry, plain, setting)
    elif comes_back(named, entry):
        yield from returned(named, entry, plain, setting)
    elif entry.group == "outputs" and (kind is not Kind.RECEIVE or not plain.existed):
        yield aimed(named, entry, plain)
    else:
        yield from taken(named, entry, plain, setting)


def _looked_at(entry: NamedLine, plain: PlannedLine) -> PlannedLine:
    """A verdict on what lies at one place, or in one unit, is about that part of the lot."""
    found = explicit(plain.state, entry.place, entry.unit)
    return replace(plain, line=replace(plain.line, source=found[0][0])) if found else plain


def _is_whole_unit(plain: PlannedLine) -> bool:
    return plain.state.kind is ObjectKind.LOGISTIC_UNIT and plain.line.quantity is None
