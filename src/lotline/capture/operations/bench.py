"""The work bench of a batch: every lot that it names, locked and looked at once.

Each decision changes the states on the bench, so that the next item sees what the one before did.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from lotline.capture.operations.directory import open_directory
from lotline.capture.operations.naming import name_request, scans_of
from lotline.capture.operations.numbering import next_codes
from lotline.capture.records import CaptureRequest, LineRequest, Mode, ObjectRef, Refusal
from lotline.capture.rules.checklist import CHECKS
from lotline.capture.rules.composing import compose
from lotline.capture.rules.event import event_of, settled, subjects_of
from lotline.capture.rules.gate import USING_UP, GateContext, decide
from lotline.capture.rules.setting import NamedLine, NamedRequest, Setting
from lotline.capture.rules.shape import check_shape
from lotline.kernel.errors import Problem
from lotline.kernel.names import code_key
from lotline.ledger import operations as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Birth, HolderKind, Kind, Measure, ObjectKind, TraceEvent
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
        self.inside: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self.taken: set[str] = set()
        if good:
            self._lock_and_look(good)

    def decide(self, index: int) -> Decision:
        """Compose and decide one item; give the event, the refusals, or what was malformed."""
        named = self.named[index]
        if isinstance(named, Problem):
            return named
        named = _with_contents(named, self.inside)
        named = _opened(named, self._setting())
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
        inside = {x for xs in lots.contents(ids).values() for x in xs}
        if inside - around:
            self._claim(inside, set())
        for state in _with_holders(lots.states(ids | inside | around)):
            self._put(state)
        self.taken = lots.taken(codes)
        self.places = masterdata.locations(_places(self.states, named))
        self.products = masterdata.products(_products(self.states, named))
        self.characteristics = masterdata.characteristics(self.products)

    def _claim(self, ids: set[UUID], codes: set[str]) -> None:
        ledger.claim([*(str(lot) for lot in ids), *(f"code:{code_key(code)}" for code in codes)])

    def _setting(self) -> Setting:
        return Setting(
            self.now, self.states, self.products, self.places, self.inside,
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
            self._put(self.states[lot].after(event))

    def _put(self, state: ObjectState) -> None:
        """Put a state on the bench and note what it now lies in."""
        before = self.states.get(state.id)
        for unit in _units_of(before):
            self.inside[unit].discard(state.id)
        for unit in _units_of(state):
            self.inside[unit].add(state.id)
        self.states[state.id] = state


def _units_of(state: ObjectState | None) -> set[UUID]:
    """Give the units that an object lies in directly."""
    if state is None:
        return set()
    found = {h.id for h, q in state.balances.items() if h.kind is HolderKind.UNIT and q > 0}
    return found | ({state.container} if state.container else set())


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


def _with_holders(found: dict[UUID, ObjectState]) -> Iterable[ObjectState]:
    """Add the units that things lie in, and the units those are packed in, to tell where they are."""
    states = dict(found)
    while missing := {u for s in states.values() for u in _units_of(s)} - set(states):
        around = lots.states(missing)
        if not around:
            break
        states.update(around)
    return states.values()


def _places(states: dict[UUID, ObjectState], named: Sequence[NamedRequest]) -> set[UUID]:
    ids = {h.id for s in states.values() for h in s.balances if h.kind is HolderKind.PLACE}
    ids |= {state.place for state in states.values() if state.place}
    for item in named:
        ids |= {p for p in (item.place, item.to_place, item.transit) if p}
        ids |= {p for e in item.lines for p in (e.place, e.to_place) if p}
    return ids


def _with_contents(named: NamedRequest, inside: Mapping[UUID, Set[UUID]]) -> NamedRequest:
    """Unpacking without saying what takes everything out."""
    request, parent = named.request, named.parent
    if request.kind is not Kind.UNPACK or named.lines or parent is None or parent.object is None:
        return named
    lines = tuple(
        NamedLine("subjects", "/unit", LineRequest(ObjectRef(id=lot)), object=lot)
        for lot in sorted(inside.get(parent.object, ()))
    )
    return replace(named, lines=lines)


def _opened(named: NamedRequest, setting: Setting) -> NamedRequest:
    """A pallet that is used up is opened: it is the lots inside that go into the step."""
    if named.request.kind not in USING_UP:
        return named
    lines = [opened for line in named.lines for opened in _open(line, setting)]
    return replace(named, lines=tuple(lines))


def _open(line: NamedLine, setting: Setting) -> Iterable[NamedLine]:
    state = setting.states.get(line.object) if line.object else None
    if line.group != "inputs" or state is None or state.kind is not ObjectKind.LOGISTIC_UNIT:
        return [line]
    around = (state.id, *setting.contents_of(state.id))
    found: list[NamedLine] = []
    for lot in (setting.states[inner] for inner in around):
        for holder, quantity in lot.balances.items():
            if holder.id in around and quantity > 0:
                whole = replace(line.request, quantity=Measure(quantity, lot.unit or ""))
                found.append(replace(line, request=whole, object=lot.id, unit=holder.id))
    return found or [line]


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
