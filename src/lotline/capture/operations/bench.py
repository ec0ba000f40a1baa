"""The work bench of a batch: every lot that it names, locked and looked at once.

Each decision changes the states on the bench, so that the next item sees what the one before did.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from lotline.capture.kinds import CHECKS
from lotline.capture.operations.directory import open_directory
from lotline.capture.operations.naming import name_request, scans_of
from lotline.capture.operations.numbering import next_codes
from lotline.capture.records import CaptureRequest, LineRequest, Mode, ObjectRef, Refusal
from lotline.capture.rules.composing import compose
from lotline.capture.rules.event import event_of, settled, subjects_of
from lotline.capture.rules.gate import GateContext, decide
from lotline.capture.rules.setting import NamedLine, NamedRequest, Setting
from lotline.capture.rules.shape import check_shape
from lotline.kernel.errors import Problem
from lotline.kernel.names import code_key
from lotline.ledger import operations as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Birth, HolderKind, Kind, ObjectKind, TraceEvent
from lotline.lots.records import ObjectState
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Characteristic

Decision = TraceEvent | tuple[Refusal, ...] | Problem


class Bench:
    """Names, locks and loads everything for a batch, then decides item by item."""

    def __init__(self, items: Sequence[tuple[CaptureRequest, str]], now: datetime) -> None:
        self.now = now
        self.named: list[NamedRequest | Problem] = self._name_all(items)
        good = [named for named in self.named if isinstance(named, NamedRequest)]
        self.states: dict[UUID, ObjectState] = {}
        self.contents: dict[UUID, tuple[UUID, ...]] = {}
        self.taken: set[str] = set()
        if good:
            self._lock_and_look(good)

    def decide(self, index: int) -> Decision:
        """Compose and decide one item; give the event, the refusals, or what was malformed."""
        named = self.named[index]
        if isinstance(named, Problem):
            return named
        named = _with_contents(named, self.states)
        setting = self._setting()
        planned = compose(named, setting)
        refusals = decide(CHECKS, GateContext(named, setting, tuple(planned)))
        if named.request.mode is Mode.COMMAND:
            if refusals:
                return refusals
            planned = [settled(entry) for entry in planned]
        limits = self._limits([entry.state for entry in planned])
        event = event_of(named, planned, refusals, limits, self.now)
        event = _with_codes(event)
        self._note(event)
        return event

    def _name_all(
        self, items: Sequence[tuple[CaptureRequest, str]]
    ) -> list[NamedRequest | Problem]:
        requests = [request for request, _ in items]
        directory = open_directory(requests)
        found = lots.find(scans_of(requests))
        named: list[NamedRequest | Problem] = []
        for request, base in items:
            try:
                check_shape(request, self.now, base)
                named.append(name_request(request, directory, found, base))
            except Problem as problem:
                named.append(problem)
        return named

    def _lock_and_look(self, named: Sequence[NamedRequest]) -> None:
        """Lock first, then read: what is read cannot change before the batch is done."""
        ids = {lot for item in named for lot in _objects(item)}
        codes = {code for item in named for code in _new_codes(item)}
        around = {x for xs in lots.contents(ids).values() for x in xs} | _makers(ids)
        self._claim(ids | around, codes)
        self.contents = lots.contents(ids)
        inside = {x for xs in self.contents.values() for x in xs}
        if inside - around:
            self._claim(inside, set())
        self.states = lots.states(ids | inside | around)
        self.taken = lots.taken(codes)
        self.places, self.whereabouts = _places(self.states, named)
        self.products = masterdata.products(_products(self.states, named))
        self.characteristics = masterdata.characteristics(self.products)

    def _claim(self, ids: set[UUID], codes: set[str]) -> None:
        ledger.claim([*(str(lot) for lot in ids), *(f"code:{code_key(code)}" for code in codes)])

    def _setting(self) -> Setting:
        return Setting(
            self.now, self.states, self.products, self.places, self.whereabouts, self.contents,
            self.characteristics, frozenset(self.taken),
        )  # fmt: skip

    def _limits(self, states: Sequence[ObjectState]) -> dict[str, Characteristic]:
        products = dict.fromkeys(state.product for state in states if state.product)
        return {
            found.kde: found
            for product in reversed(products)
            for found in self.characteristics.get(product, ())
        }

    def _note(self, event: TraceEvent) -> None:
        """Let the next item see what this one did."""
        for line in event.lines:
            if line.object is not None and line.birth is not None:
                born = ObjectState.newborn(line.object, line.birth)
                self.states.setdefault(line.object, born)
                self.taken.add(line.birth.code)
        for lot in subjects_of(event):
            self.states[lot] = self.states[lot].after(event)
        if event.kind in {Kind.PACK, Kind.UNPACK, Kind.MOVE, Kind.SHIP, Kind.RECEIVE, Kind.RETURN}:
            self._restow()

    def _restow(self) -> None:
        """Work out anew what is in which unit, and where units stand."""
        self.contents = contents_of(self.states)
        for unit in self.states:
            place = stands_at(unit, self.states)
            if place is not None:
                self.whereabouts[unit] = place


def contents_of(states: dict[UUID, ObjectState]) -> dict[UUID, tuple[UUID, ...]]:
    """Give what lies in each unit, to any depth, from the states at hand."""
    direct: dict[UUID, set[UUID]] = {}
    for state in states.values():
        if state.container is not None:
            direct.setdefault(state.container, set()).add(state.id)
        for holder, quantity in state.balances.items():
            if holder.kind is HolderKind.UNIT and quantity > 0:
                direct.setdefault(holder.id, set()).add(state.id)
    return {unit: tuple(sorted(_inside(unit, direct))) for unit in direct}


def _inside(unit: UUID, direct: dict[UUID, set[UUID]]) -> set[UUID]:
    found: set[UUID] = set()
    todo = list(direct.get(unit, ()))
    while todo:
        inner = todo.pop()
        if inner not in found:
            found.add(inner)
            todo.extend(direct.get(inner, ()))
    return found - {unit}


def stands_at(unit: UUID, states: dict[UUID, ObjectState]) -> UUID | None:
    """Give the place of a unit, through whatever it is packed in."""
    seen: set[UUID] = set()
    current = states.get(unit)
    while current is not None and current.id not in seen:
        if current.place is not None:
            return current.place
        seen.add(current.id)
        current = states.get(current.container) if current.container else None
    return None


def _objects(named: NamedRequest) -> set[UUID]:
    entries = (*named.lines, *((named.parent,) if named.parent else ()))
    found = {entry.object for entry in entries} | {entry.unit for entry in entries}
    found |= {entry.supplier_lot for entry in entries}
    return {lot for lot in found if lot is not None}


def _makers(ids: set[UUID]) -> set[UUID]:
    """A hold on a supplier's lot is a hold on what came from it: lock that lot too."""
    return {s.supplier_lot for s in lots.states(ids).values() if s.supplier_lot}


def _new_codes(named: NamedRequest) -> set[str]:
    entries = (*named.lines, *((named.parent,) if named.parent else ()))
    return {
        entry.birth.code
        for entry in entries
        if entry.birth is not None and entry.birth.code and entry.birth.uri is None
    }


def _products(states: dict[UUID, ObjectState], named: Sequence[NamedRequest]) -> set[UUID]:
    born = {e.birth.product for item in named for e in item.lines if e.birth and e.birth.product}
    return born | {state.product for state in states.values() if state.product}


def _places(states: dict[UUID, ObjectState], named: Sequence[NamedRequest]):  # type: ignore[no-untyped-def]
    holders = {holder for state in states.values() for holder in state.balances}
    units = {h.id for h in holders if h.kind is HolderKind.UNIT}
    units |= {s.id for s in states.values() if s.kind is ObjectKind.LOGISTIC_UNIT}
    whereabouts = lots.whereabouts(units)
    ids = {h.id for h in holders if h.kind is HolderKind.PLACE} | set(whereabouts.values())
    for item in named:
        ids |= {p for p in (item.place, item.to_place, item.transit) if p}
        ids |= {p for e in item.lines for p in (e.place, e.to_place) if p}
    return masterdata.locations(ids), whereabouts


def _with_contents(named: NamedRequest, states: dict[UUID, ObjectState]) -> NamedRequest:
    """Unpacking without saying what takes everything out."""
    request = named.request
    if request.kind is not Kind.UNPACK or named.lines or named.parent is None:
        return named
    unit = named.parent.object
    lines = tuple(
        NamedLine("subjects", "/unit", LineRequest(ObjectRef(id=state.id)), object=state.id)
        for state in states.values()
        if state.container == unit
        or any(h.id == unit and q > 0 for h, q in state.balances.items())
    )
    return replace(named, lines=lines)


def _with_codes(event: TraceEvent) -> TraceEvent:
    """Give a code to whatever came into being without one."""
    nameless = [line for line in event.lines if line.birth is not None and not line.birth.code]
    if not nameless:
        return event
    codes = iter(next_codes(event.business_date, len(nameless)))
    lines = tuple(
        replace(line, birth=_coded(line.birth, next(codes)))
        if line.birth is not None and not line.birth.code
        else line
        for line in event.lines
    )
    return replace(event, lines=lines)


def _coded(birth: Birth, code: str) -> Birth:
    return replace(birth, code=code)
