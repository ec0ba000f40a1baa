"""The work bench of a batch: every lot that it names, locked and looked at once.

Each decision changes the states on the bench, so that the next item sees what the one before did.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from typing import Final
from uuid import UUID

from lotline.capture.operations.directory import open_directory
from lotline.capture.operations.naming import name_request, scans_of
from lotline.capture.operations.numbering import with_codes
from lotline.capture.operations.owning import note_owners
from lotline.capture.operations.tanks import after_event, tank_books
from lotline.capture.records import CaptureRequest, Mode, Refusal
from lotline.capture.rules.checklist import CHECKS
from lotline.capture.rules.composing import compose
from lotline.capture.rules.event import event_of, settled, subjects_of
from lotline.capture.rules.gate import GateContext, decide
from lotline.capture.rules.opening import opened, with_contents
from lotline.capture.rules.setting import NamedRequest, Setting
from lotline.capture.rules.shape import check_shape
from lotline.kernel.errors import Problem
from lotline.kernel.names import code_key
from lotline.ledger import operations as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Birth, HolderKind, TraceEvent, tank_subject
from lotline.lots.folds.around import PlaceKind, Plant
from lotline.lots.records import ObjectState
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Characteristic, Location

Decision = TraceEvent | tuple[Refusal, ...] | Problem
_NONE_BORN: Final[Mapping[UUID, Birth]] = {}


class Bench:
    """Names, locks and loads everything for a batch, then decides item by item.

    `also` is locked together with what the items name; `births` is what a corrected event had
    brought into being.
    """

    def __init__(
        self,
        items: Sequence[tuple[CaptureRequest, str]],
        now: datetime,
        *,
        also: Set[str] = frozenset(),
        births: Mapping[UUID, Birth] = _NONE_BORN,
    ) -> None:
        self.now = now
        self.named = _name_all(items, now, births)
        good = [named for named in self.named if isinstance(named, NamedRequest)]
        self.states: dict[UUID, ObjectState] = {}
        self.inside: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self.taken: set[str] = set()
        self.objects: set[UUID] = set()
        if good or also:
            self._lock(good, also)
            self.look()

    def decide(self, index: int) -> Decision:
        """Compose and decide one item; give the event, the refusals, or what was malformed."""
        named = self.named[index]
        if isinstance(named, Problem):
            return named
        named = with_contents(named, self.inside)
        named = opened(named, self._setting())
        setting = self._setting()
        planned = compose(named, setting)
        refusals = decide(CHECKS, GateContext(named, setting, tuple(planned)))
        if named.request.mode is Mode.COMMAND:
            if refusals:
                return refusals
            planned = [settled(entry) for entry in planned]
        limits = self._limits([entry.state for entry in planned])
        event = event_of(named, planned, refusals, limits, self.now)
        event = with_codes(event)
        self._note(event)
        return event

    def _lock(self, named: Sequence[NamedRequest], also: Set[str]) -> None:
        """Lock first, then read: what is read cannot change before the batch is done."""
        ids = {lot for item in named for lot in _objects(item)}
        tanks = {tank_subject(item.tank) for item in named if item.tank}
        self.codes = {code for item in named for code in _new_codes(item)}
        around = {x for xs in lots.contents(ids).values() for x in xs} | _makers(ids)
        codes = {f"code:{code_key(code)}" for code in self.codes}
        ledger.claim({*(str(lot) for lot in ids | around), *codes, *tanks, *also})
        inside = {x for xs in lots.contents(ids).values() for x in xs}
        if inside - around:
            ledger.claim(str(lot) for lot in inside)
        self.objects = ids | inside | around

    def look(self) -> None:
        """Read how everything stands that was locked; what the items did before is forgotten."""
        named = [item for item in self.named if isinstance(item, NamedRequest)]
        self.states.clear()
        self.inside.clear()
        for state in _with_holders(lots.states(self.objects)):
            self._put(state)
        self.taken = lots.taken(self.codes)
        self.places = masterdata.locations(_places(self.states, named))
        self.plant = _plant(self.places)
        self.products = masterdata.products(_products(self.states, named))
        self.characteristics = masterdata.characteristics(self.products)
        self.owned = lots.owned_parts(self.states)
        self.tanks = tank_books(item.tank for item in named if item.tank)

    def _setting(self) -> Setting:
        return Setting(
            self.now, self.states, self.products, self.places, self.inside,
            self.characteristics, frozenset(self.taken), self.owned, self.tanks,
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
            self._put(self.states[lot].after(event, self.plant))
        note_owners(self.owned, event)
        if event.tank in self.tanks:
            self.tanks[event.tank] = after_event(self.tanks[event.tank], event)

    def _put(self, state: ObjectState) -> None:
        """Put a state on the bench and note what it now lies in."""
        before = self.states.get(state.id)
        for unit in _units_of(before):
            self.inside[unit].discard(state.id)
        for unit in _units_of(state):
            self.inside[unit].add(state.id)
        self.states[state.id] = state


def _name_all(
    items: Sequence[tuple[CaptureRequest, str]], now: datetime, births: Mapping[UUID, Birth]
) -> list[NamedRequest | Problem]:
    requests = [request for request, _ in items]
    directory = open_directory(requests)
    found = lots.find(scans_of(requests))
    named: list[NamedRequest | Problem] = []
    for request, base in items:
        try:
            check_shape(request, now, base)
            named.append(name_request(request, directory, found, base, births))
        except Problem as problem:
            named.append(problem)
    return named


def _plant(places: Mapping[UUID, Location]) -> Plant:
    """Give the places as the folds know them."""
    return Plant(
        {place.id: place.code for place in places.values()},
        {place.id: PlaceKind(place.kind.value) for place in places.values()},
    )


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
