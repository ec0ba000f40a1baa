"""How a line begins, whatever its kind: its object, its quantity in the object's own unit: pure."""

from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.capture.records import Refusal
from lotline.capture.rules.setting import NamedLine, NamedRequest, PlannedLine, Setting
from lotline.kernel.errors import Problem
from lotline.kernel.units import UNITS, convert
from lotline.lots.events import Birth, Kind, Line, Measure, ObjectKind, Role
from lotline.lots.records import ObjectState

_ROLES: Final = {
    "inputs": Role.INPUT,
    "outputs": Role.OUTPUT,
    "subjects": Role.SUBJECT,
    "unit": Role.PARENT,
}
_HOLDING: Final = frozenset({Kind.PACK, Kind.UNPACK, Kind.ASSEMBLE, Kind.DISASSEMBLE})
_UNCOUNTED: Final = frozenset({Kind.PROCESS, Kind.INSPECT, Kind.MOUNT, Kind.UNMOUNT, Kind.CORRECT})
_NOT_BY_PIECE: Final = _UNCOUNTED | {Kind.ADJUST}
_OWNED: Final = frozenset({Kind.RECEIVE, Kind.SPLIT})


def begun(named: NamedRequest, entry: NamedLine, setting: Setting) -> PlannedLine:
    """Give a line that neither takes from anywhere nor goes anywhere yet."""
    state, existed = _state(entry, setting)
    quantity, problem = own_quantity(entry, state, setting)
    if entry.request.quantity is None and named.request.kind not in _NOT_BY_PIECE:
        quantity = _one_piece(state)
    request, is_unit = entry.request, state.kind is ObjectKind.LOGISTIC_UNIT
    line = Line(
        0, _role(named, entry, is_unit), entry.object, quantity, request.quantity,
        second_quantity=request.second_quantity, certainty=request.certainty,
        birth=_birth(entry, existed),
        flags=() if quantity or is_unit else _why_unbooked(named, entry),
        weight=request.weight, quality=request.quality, owner=_owner(named, entry),
    )  # fmt: skip
    return PlannedLine(entry.pointer, line, state, existed, problem=problem)


def supplier_line(entry: NamedLine, quantity: Measure | None, setting: Setting) -> PlannedLine:
    """Give the maker's own lot as what went into the delivery."""
    lot, birth = entry.supplier_lot, entry.supplier_birth
    assert lot is not None
    state = setting.states.get(lot)
    made = birth if state is None or entry.reborn else None
    assert state is not None or birth is not None
    known = state or ObjectState.newborn(lot, birth)  # type: ignore[arg-type]
    line = Line(0, Role.INPUT, lot, quantity, birth=made)
    return PlannedLine(entry.pointer, line, known, state is not None)


def own_quantity(
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
        violation = problem.violations[0]
        at = f"{entry.pointer}/quantity/unit"
        return None, Refusal(violation.code, at, violation.params)
    return Measure(value, own), None


def _one_piece(state: ObjectState) -> Measure | None:
    """An item without a quantity is one piece (EPCIS 2.0 §7.3.3.3)."""
    unit = state.unit or "C62"
    counted = unit in UNITS and UNITS[unit].dimension == "count"
    return Measure(Decimal(1), unit) if state.kind is ObjectKind.ITEM and counted else None


def nobody(named: NamedRequest) -> ObjectState:
    """Stand in for the object of a line that has none."""
    return ObjectState(named.event_id, ObjectKind.LOT, "", None, None)


def _role(named: NamedRequest, entry: NamedLine, is_unit: bool) -> Role:
    if is_unit and named.request.kind is Kind.RECEIVE:
        return Role.SUBJECT
    if named.request.kind in _HOLDING and entry.group == "subjects":
        return Role.CONTENT
    return entry.request.role or _ROLES[entry.group]


def _why_unbooked(named: NamedRequest, entry: NamedLine) -> tuple[str, ...]:
    if named.request.kind in _UNCOUNTED:
        return ()
    return ("unit_mismatch",) if entry.request.quantity else ("quantity_missing",)


def _owner(named: NamedRequest, entry: NamedLine) -> UUID | None:
    """What is received for somebody, or split from what is somebody's, is theirs."""
    if entry.owner is None and named.request.kind in _OWNED:
        return named.owner
    return entry.owner


def _state(entry: NamedLine, setting: Setting) -> tuple[ObjectState, bool]:
    assert entry.object is not None
    state = setting.states.get(entry.object)
    if state is not None:
        return state, True
    assert entry.birth is not None
    return ObjectState.newborn(entry.object, entry.birth), False


def _birth(entry: NamedLine, existed: bool) -> Birth | None:
    """Say what comes into being; without a product the first quantity gives the unit."""
    if entry.birth is None or (existed and not entry.reborn):
        return None
    entered = entry.request.quantity
    return replace(entry.birth, unit=entry.birth.unit or (entered.unit if entered else None))
