"""From a capture request to the lines of the event that it tells of: pure.

Each kind says where its objects come from and where they go; one line may become several, when its
quantity lies in several places. What the record cannot cover is noted, not decided: deciding is
the gate's.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lotline.capture.records import Mode, Refusal
from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.capture.rules.sourcing import Part, candidates, explicit, take
from lotline.kernel.errors import Problem
from lotline.kernel.units import convert
from lotline.lots.events import Birth, Holder, HolderKind, Kind, Line, Measure, ObjectKind, Role
from lotline.lots.records import ObjectState

_ROLES = {"inputs": Role.INPUT, "outputs": Role.OUTPUT, "subjects": Role.SUBJECT}
_OBSERVING = frozenset({Kind.PROCESS, Kind.INSPECT})


def compose(named: NamedRequest, setting: Setting) -> list[PlannedLine]:
    """Give the planned lines of a request; lines whose object is unknown are left out."""
    planned = list(_all_lines(named, setting))
    return [
        replace(entry, line=replace(entry.line, number=number))
        for number, entry in enumerate(planned, start=1)
    ]


def _all_lines(named: NamedRequest, setting: Setting) -> Iterator[PlannedLine]:
    if named.parent is not None and named.parent.object is not None:
        yield _parent_line(named, named.parent, setting)
    for entry in named.lines:
        if entry.object is not None:
            yield from _lines(named, entry, setting)
    for index, loss in enumerate(named.request.losses):
        line = Line(0, loss.role, None, loss.quantity, loss.quantity, reason=loss.reason)
        yield PlannedLine(f"/losses/{index}", line, _nothing(named), existed=True)


def _parent_line(named: NamedRequest, parent: NamedLine, setting: Setting) -> PlannedLine:
    state, existed = _state(parent, setting)
    stands = state.place is not None or state.container is not None
    target = None if stands or named.place is None else Holder(HolderKind.PLACE, named.place)
    line = Line(0, Role.PARENT, parent.object, target=target, birth=_birth(parent, existed))
    return PlannedLine(parent.pointer, line, state, existed)


def _lines(named: NamedRequest, entry: NamedLine, setting: Setting) -> Iterator[PlannedLine]:
    state, existed = _state(entry, setting)
    quantity, problem = _own_quantity(entry, state, setting)
    base = _base_line(named, entry, state, existed, quantity)
    if entry.supplier_lot is not None and not existed:
        yield _supplier_line(entry, quantity, setting)
    if _moves_as_a_whole(state, quantity):
        yield PlannedLine(
            entry.pointer, _aimed(named, entry, base), state, existed, problem=problem
        )
    elif named.request.kind in _OBSERVING:
        yield PlannedLine(entry.pointer, base, state, existed, problem=problem)
    elif entry.group == "outputs" and (not existed or named.request.kind is not Kind.RECEIVE):
        yield PlannedLine(
            entry.pointer, _aimed(named, entry, base), state, existed, problem=problem
        )
    else:
        yield from _taken(named, entry, base, state, setting, problem)


def _taken(
    named: NamedRequest,
    entry: NamedLine,
    base: Line,
    state: ObjectState,
    setting: Setting,
    problem: Refusal | None,
) -> Iterator[PlannedLine]:
    """Split the line by the holders that its quantity is taken from."""
    kind = named.request.kind
    parts = _holders(named, entry, state, setting)
    left = sum((part for _, part in parts), Decimal(0))
    if base.quantity is None and problem is None and left > 0 and kind in _WHOLE_BY_DEFAULT:
        base = replace(base, quantity=Measure(left, state.unit or ""))
    if base.quantity is None:
        yield PlannedLine(entry.pointer, _aimed(named, entry, base), state, True, problem=problem)
        return
    taken, short = take(parts, base.quantity.value)
    assumed = len(taken) > 1 or (len(parts) > 1 and not _is_named(entry))
    flags = ("place_assumed",) if assumed and kind is not Kind.RECEIVE else ()
    for line, missing in _cut(kind, base, taken, short, parts):
        aimed = _aimed(named, entry, replace(line, flags=flags))
        yield PlannedLine(entry.pointer, aimed, state, True, missing, left, problem)


_WHOLE_BY_DEFAULT = frozenset({Kind.MOVE, Kind.SHIP, Kind.PACK, Kind.UNPACK, Kind.RETURN})


def _cut(
    kind: Kind, base: Line, taken: list[Part], short: Decimal, parts: list[Part]
) -> Iterator[tuple[Line, Decimal]]:
    """Give one line to each holder; what is missing goes with the last, or stands alone."""
    unit = base.quantity.unit if base.quantity else ""
    entered = base.entered
    if kind is Kind.RECEIVE:
        for holder, part in taken:
            line = replace(base, quantity=Measure(part, unit), source=holder, role=Role.SUBJECT)
            yield line, Decimal(0)
        if short > 0:
            yield replace(base, quantity=Measure(short, unit)), Decimal(0)
        return
    rows: list[tuple[Holder | None, Decimal]] = [*taken]
    if not rows:
        rows = [(parts[0][0] if parts else None, Decimal(0))]
    for index, (source, part) in enumerate(rows):
        missing = short if index == len(rows) - 1 else Decimal(0)
        shown = entered if len(rows) == 1 else None
        quantity = Measure(part + missing, unit)
        line = replace(base, quantity=quantity, entered=shown, source=source, disputed=missing)
        yield line, missing


def _holders(
    named: NamedRequest, entry: NamedLine, state: ObjectState, setting: Setting
) -> list[Part]:
    kind = named.request.kind
    if kind is Kind.UNPACK and named.parent is not None:
        return explicit(state, None, named.parent.object) or []
    found = explicit(state, entry.place, entry.unit)
    return found if found is not None else candidates(kind, state, setting)


def _is_named(entry: NamedLine) -> bool:
    return entry.place is not None or entry.unit is not None


def _aimed(named: NamedRequest, entry: NamedLine, line: Line) -> Line:
    """Say where the object goes."""
    kind = named.request.kind
    if kind in _OBSERVING or line.role in {Role.INPUT, Role.REWORK}:
        return line
    if kind is Kind.PACK and named.parent is not None and named.parent.object is not None:
        return replace(line, target=Holder(HolderKind.UNIT, named.parent.object))
    place = named.transit if kind is Kind.SHIP else entry.to_place or named.to_place or named.place
    if kind not in {Kind.SHIP, Kind.MOVE} and entry.to_place is None and entry.group == "outputs":
        place = entry.place or place
    return replace(line, target=Holder(HolderKind.PLACE, place)) if place else line


def _base_line(
    named: NamedRequest,
    entry: NamedLine,
    state: ObjectState,
    existed: bool,
    quantity: Measure | None,
) -> Line:
    packing = named.request.kind in {Kind.PACK, Kind.UNPACK}
    role = entry.request.role or (Role.CONTENT if packing else _ROLES[entry.group])
    if state.kind is ObjectKind.LOGISTIC_UNIT and named.request.kind is Kind.RECEIVE:
        role = Role.SUBJECT
    flags = (
        () if quantity or state.kind is ObjectKind.LOGISTIC_UNIT else _why_unbooked(named, entry)
    )
    return Line(
        0, role, entry.object, quantity, entry.request.quantity,
        second_quantity=entry.request.second_quantity, certainty=entry.request.certainty,
        birth=_birth(entry, existed), flags=flags,
    )  # fmt: skip


def _why_unbooked(named: NamedRequest, entry: NamedLine) -> tuple[str, ...]:
    if named.request.kind in _OBSERVING:
        return ()
    return ("unit_mismatch",) if entry.request.quantity else ("quantity_missing",)


def _supplier_line(entry: NamedLine, quantity: Measure | None, setting: Setting) -> PlannedLine:
    state = setting.states.get(entry.supplier_lot) if entry.supplier_lot else None
    birth = None if state else entry.supplier_birth
    known = state or ObjectState.newborn(entry.supplier_lot, entry.supplier_birth)  # type: ignore[arg-type]
    line = Line(0, Role.INPUT, entry.supplier_lot, quantity, birth=birth)
    return PlannedLine(entry.pointer, line, known, state is not None)


def _own_quantity(
    entry: NamedLine, state: ObjectState, setting: Setting
) -> tuple[Measure | None, Refusal | None]:
    """Express what was entered in the lot's own unit; say why where that cannot be done."""
    entered = entry.request.quantity
    if entered is None or state.kind is ObjectKind.LOGISTIC_UNIT:
        return None, None
    own = state.unit or entered.unit
    product = setting.products.get(state.product) if state.product else None
    try:
        if product is not None and product.stock_unit == own:
            value = product.to_stock_unit(entered.value, entered.unit)
        else:
            value = convert(entered.value, entered.unit, own)
    except Problem as problem:
        return None, _unit_refusal(entry, problem)
    return Measure(value, own), None


def _unit_refusal(entry: NamedLine, problem: Problem) -> Refusal:
    violation = problem.violations[0]
    return Refusal(violation.code, f"{entry.pointer}/quantity/unit", violation.params)


def _state(entry: NamedLine, setting: Setting) -> tuple[ObjectState, bool]:
    assert entry.object is not None
    state = setting.states.get(entry.object)
    if state is not None:
        return state, True
    assert entry.birth is not None
    return ObjectState.newborn(entry.object, entry.birth), False


def _birth(entry: NamedLine, existed: bool) -> Birth | None:
    """Say what comes into being; without a product the first quantity gives the unit."""
    if existed or entry.birth is None:
        return None
    entered = entry.request.quantity
    return replace(entry.birth, unit=entry.birth.unit or (entered.unit if entered else None))


def _moves_as_a_whole(state: ObjectState, quantity: Measure | None) -> bool:
    return state.kind is ObjectKind.LOGISTIC_UNIT and quantity is None


def _nothing(named: NamedRequest) -> ObjectState:
    return ObjectState(named.event_id, ObjectKind.LOT, "", None, None)


def is_fact(named: NamedRequest) -> bool:
    """Say whether the request tells of something that has happened, whatever the record says."""
    return named.request.mode is Mode.FACT
