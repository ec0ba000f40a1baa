"""From which places and units a line takes its quantity: pure (GENEALOGY R4, R6)."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from lotline.capture.records import Mode
from lotline.capture.rules.aiming import OUT_OF_UNITS, aimed
from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.capture.rules.sourcing import Part, candidates, explicit, take
from lotline.lots.events import Holder, HolderKind, Kind, Line, Measure, Role
from lotline.lots.records import ObjectState

WHOLE_BY_DEFAULT: Final = frozenset(
    {Kind.MOVE, Kind.SHIP, Kind.PACK, Kind.UNPACK, Kind.RETURN, Kind.ASSEMBLE, Kind.DISASSEMBLE}
)
# Nothing goes anywhere in these: the place of the event is where the quantity lies.
_GONE: Final = frozenset({Kind.DESTROY, Kind.SAMPLE})
_ON_THE_SPOT: Final = _GONE | {Kind.COUNT, Kind.ADJUST}


def taken(
    named: NamedRequest, entry: NamedLine, plain: PlannedLine, setting: Setting
) -> Iterator[PlannedLine]:
    """Split the line by the holders that its quantity is taken from."""
    kind, state = named.request.kind, plain.state
    parts, is_named = holders(named, entry, state, setting)
    left = sum((part for _, part in parts), Decimal(0))
    plain = whole(kind, plain, left)
    quantity = plain.line.quantity
    if quantity is None:
        yield aimed(named, entry, plain)
        return
    rows, short = take(parts, quantity.value)
    is_open = kind is not Kind.RECEIVE and not is_named
    plain = replace(plain, existed=True, left=left)
    for line, missing in _cut(kind, plain.line, rows, short, parts):
        flags = doubt(line.source, several=len(parts) > 1) if is_open else ()
        told = replace(line, flags=(*line.flags, *flags))
        cut = replace(plain, line=told, short=missing, took=took(line, missing))
        yield aimed(named, entry, cut)


def holders(
    named: NamedRequest, entry: NamedLine, state: ObjectState, setting: Setting
) -> tuple[list[Part], bool]:
    """Give the holders to take from, and whether somebody named them."""
    if named.request.kind in OUT_OF_UNITS and named.parent is not None:
        return explicit(state, None, named.parent.object) or [], True
    found = explicit(state, entry.place, entry.unit)
    if found is None and named.request.kind in _ON_THE_SPOT:
        found = explicit(state, named.place, None)
        # Whoever tells of the past may err about the place: then it is looked for elsewhere.
        errs = named.request.kind in _GONE and named.request.mode is Mode.FACT
        if found and not found[0][1] and errs:
            found = None
    if found is not None:
        return found, True
    return candidates(named.request.kind, state, setting), False


def whole(kind: Kind, plain: PlannedLine, left: Decimal) -> PlannedLine:
    """Without a quantity, some kinds mean all that is there."""
    uncounted = plain.line.quantity is None and plain.problem is None
    if not (uncounted and left > 0 and kind in WHOLE_BY_DEFAULT):
        return plain
    flags = tuple(flag for flag in plain.line.flags if flag != "quantity_missing")
    measure = Measure(left, plain.state.unit or "")
    return replace(plain, line=replace(plain.line, quantity=measure, flags=flags))


def took(line: Line, missing: Decimal) -> tuple[Part, ...]:
    """Give what a line takes from its source, without what is missing there."""
    if line.source is None or line.quantity is None:
        return ()
    return ((line.source, abs(line.quantity.value) - missing),)


def doubt(source: Holder | None, *, several: bool) -> tuple[str, ...]:
    """Say how sure a source is that nobody named: one of several, or the only one there was.

    Among places the folds choose again; what was taken from a unit stays taken from that unit.
    """
    if source is None:
        return ()
    if source.kind is HolderKind.UNIT:
        return ("unit_assumed",) if several else ()
    return ("place_assumed",) if several else ("place_implied",)


def _cut(
    kind: Kind, base: Line, taken: list[Part], short: Decimal, parts: list[Part]
) -> Iterator[tuple[Line, Decimal]]:
    """Give one line to each holder; what is missing goes with the last, or stands alone."""
    unit = base.quantity.unit if base.quantity else ""
    if kind is Kind.RECEIVE:
        yield from _received(base, taken, short, unit)
        return
    rows: list[tuple[Holder | None, Decimal]] = [*taken]
    if not rows:
        rows = [(parts[0][0] if parts else None, Decimal(0))]
    for index, (source, part) in enumerate(rows):
        missing = short if index == len(rows) - 1 else Decimal(0)
        shown = base.entered if len(rows) == 1 else None
        quantity = Measure(part + missing, unit)
        line = replace(base, quantity=quantity, entered=shown, source=source, disputed=missing)
        yield line, missing


def _received(
    base: Line, taken: list[Part], short: Decimal, unit: str
) -> Iterator[tuple[Line, Decimal]]:
    """What was on its way arrives; the rest is new here."""
    for holder, part in taken:
        if part > 0:
            line = replace(base, quantity=Measure(part, unit), source=holder, role=Role.SUBJECT)
            yield line, Decimal(0)
    if short > 0:
        yield replace(base, quantity=Measure(short, unit)), Decimal(0)
