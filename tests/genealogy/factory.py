"""Random factories for tests, and a walker that knows nothing of the one in the house.

The walker lives through the factory minute by minute: at each minute it knows what lies in what,
and it follows materials along events until nothing new turns up.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from lotline.genealogy.projection import GenealogyFollower
from lotline.kernel.ids import uuid_of_uri
from lotline.ledger.records import StoredEvent
from lotline.lots.events import Birth, Kind, Line, ObjectKind, Role, TraceEvent, to_payload
from lotline.lots.projection import LotsFollower

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
LOTS = tuple(f"L{number}" for number in range(9))
UNITS = tuple(f"U{number}" for number in range(4))
_STEPS = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.RECEIVE})


@dataclass(frozen=True)
class Happening:
    """One thing that happens in a random factory: what goes in, what comes out or is moved."""

    kind: Kind
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    unit: str = ""
    campaign: str | None = None


def some(names: Sequence[str], least: int = 1, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    """Give a few different names."""
    return st.lists(st.sampled_from(names), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def packings(draw: st.DrawFn) -> Happening:
    """Pack or unpack lots and smaller units; a unit goes only into a later one."""
    kind = draw(st.sampled_from((Kind.PACK, Kind.PACK, Kind.UNPACK)))
    number = draw(st.integers(0, len(UNITS) - 1))
    inside = draw(some((*LOTS[:5], *UNITS[:number])))
    return Happening(kind, (), inside, UNITS[number])


def steps() -> st.SearchStrategy[Happening]:
    """Turn some lots into others, the same ones included: loops are allowed."""
    kinds = st.sampled_from((Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE))
    campaigns = st.sampled_from((None, None, "C"))
    made = some(LOTS)
    return st.builds(Happening, kinds, some(LOTS, 0), made, st.just(""), campaigns)


def receipts() -> st.SearchStrategy[Happening]:
    """Receive a lot of a supplier's lot."""
    return st.builds(
        Happening, st.just(Kind.RECEIVE), some(("S0", "S1"), 0, 1), some(LOTS[:3], 1, 1)
    )


def departures() -> st.SearchStrategy[Happening]:
    """Ship lots and units."""
    return st.builds(
        Happening, st.just(Kind.SHIP), st.just(()), some((*LOTS, *UNITS)),
        st.sampled_from(("C1", "C2")),
    )  # fmt: skip


def factories() -> st.SearchStrategy[list[Happening]]:
    """Give whole histories."""
    found = st.one_of(steps(), steps(), steps(), packings(), packings(), receipts(), departures())
    return st.lists(found, min_size=4, max_size=25)


def id_of(name: str) -> UUID:
    """Give the identity of a thing or company."""
    return uuid_of_uri(f"urn:test:{name}")


def record(history: Sequence[Happening]) -> None:
    """Put a history into the projections, each thing once as born and never seen to arrive."""
    named = {*LOTS, *UNITS, "S0", "S1"}
    born: set[str] = set()
    stored = []
    for minute, happening in enumerate(history):
        lines = list(_lines(happening, born))
        born |= {*happening.inputs, *happening.outputs, happening.unit} & named
        stored.append(_stored(minute, happening, tuple(lines)))
    rest = tuple(
        Line(number, Role.SUBJECT, id_of(name), birth=_birth(name))
        for number, name in enumerate(sorted(named - born), 1)
    )
    if rest:
        stored.append(_stored(len(history), Happening(Kind.INSPECT), rest))
    for follower in (LotsFollower(), GenealogyFollower()):
        follower.apply(stored)


def _lines(happening: Happening, born: set[str]) -> Iterable[Line]:
    packing = happening.kind in {Kind.PACK, Kind.UNPACK}
    moved = (
        Role.CONTENT if packing else Role.SUBJECT if happening.kind is Kind.SHIP else Role.OUTPUT
    )
    told = [(Role.PARENT, happening.unit)] if packing else []
    told += [(Role.INPUT, name) for name in happening.inputs]
    told += [(moved, name) for name in happening.outputs]
    seen = set(born)
    for number, (role, name) in enumerate(told, 1):
        yield Line(number, role, id_of(name), birth=None if name in seen else _birth(name))
        seen.add(name)


def _birth(name: str) -> Birth:
    kinds = {"L": ObjectKind.LOT, "U": ObjectKind.LOGISTIC_UNIT, "S": ObjectKind.SUPPLIER_LOT}
    return Birth(kinds[name[0]], name, unit="KGM" if name[0] != "U" else None)


def _stored(minute: int, happening: Happening, lines: tuple[Line, ...]) -> StoredEvent:
    at = START + timedelta(minutes=minute)
    event = TraceEvent(
        event_id=id_of(f"event{minute}"), kind=happening.kind, mode="fact", channel="api",
        event_time=at, offset="+08:00", business_date=at.date(), lines=lines,
        customer=id_of(happening.unit) if happening.kind is Kind.SHIP else None,
        link=happening.campaign,
    )  # fmt: skip
    subjects = tuple((str(line.object), minute + 1) for line in lines)
    return StoredEvent(
        event.event_id, event.kind.value, "-", minute + 1, "", "", "", "test", None, at, at, None,
        "", to_payload(event), subjects, minute + 1,
    )  # fmt: skip


class Walker:
    """Follows a history naively."""

    def __init__(self, history: Sequence[Happening]) -> None:
        """Live through the history once."""
        self.history = history
        self.hops: set[tuple[str, str]] = set()
        for step in self._whole_steps():
            self.hops |= {(x, y) for h in step for x in h.inputs for g in step for y in g.outputs}
        self.minutes = self._inside_by_minute()

    def _whole_steps(self) -> list[list[Happening]]:
        steps: dict[object, list[Happening]] = defaultdict(list)
        for number, happening in enumerate(self.history):
            if happening.kind in _STEPS:
                steps[happening.campaign or number].append(happening)
        return list(steps.values())

    def _inside_by_minute(self) -> list[set[tuple[str, str]]]:
        """Give for each minute which thing lies in which unit, through units too."""
        lying: set[tuple[str, str]] = set()
        minutes = []
        for happening in self.history:
            pairs = {(name, happening.unit) for name in happening.outputs}
            if happening.kind is Kind.PACK:
                lying = lying | pairs
            elif happening.kind is Kind.UNPACK:
                lying = lying - pairs
            minutes.append(_closed(lying))
        return minutes

    def back(self, start: set[str]) -> set[str]:
        """Give what went into any of the starts, the starts included."""
        hops = {(y, x) for x, y in self.hops}
        return start | {y for x, y in _closed(hops) if x in start}

    def forward(self, start: set[str]) -> set[str]:
        """Give what came of any of the starts, the starts included."""
        return start | {y for x, y in _closed(self.hops) if x in start}

    def ever_inside(self, unit: str) -> set[str]:
        """Give what was in a unit at any minute."""
        return {thing for pairs in self.minutes for thing, around in pairs if around == unit}

    def ever_around(self, things: set[str]) -> set[str]:
        """Give the units that any of the things was in at any minute."""
        return {around for pairs in self.minutes for thing, around in pairs if thing in things}

    def shipped(self, lots: set[str]) -> set[tuple[str, str]]:
        """Give which of the lots went to whom, by themselves or inside what was shipped."""
        found = set()
        for minute, happening in enumerate(self.history):
            if happening.kind is Kind.SHIP:
                for name in happening.outputs:
                    gone = {name} | self._left_with(name, minute)
                    found |= {(happening.unit, lot) for lot in gone & lots}
        return found

    def _left_with(self, unit: str, minute: int) -> set[str]:
        """Give what was in a shipped unit until it was moved again."""
        found: set[str] = set()
        for later in range(minute, len(self.history)):
            moved = self.history[later].outputs
            if later > minute and unit in moved and self.history[later].kind not in _STEPS:
                break
            found |= {thing for thing, around in self.minutes[later] if around == unit}
        return found


def _closed(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    found = set(pairs)
    while more := {(x, z) for x, y in found for y2, z in pairs if y == y2} - found:
        found |= more
    return found
