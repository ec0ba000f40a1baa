"""Time-respecting reach: which lots a suspicion arrives at, and when (GENEALOGY R7, R13).

Only the earliest arrival at a lot matters, and it only falls; so every hop is walked at most once and
every loop ends. Backwards is the same walk with time turned round.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from lotline.genealogy.rules.flow.hops import Hop


class Track(NamedTuple):
    """A hop as one walk reads it: on to `target`, if one is there by `enter`; out at `leave`."""

    target: UUID
    enter: int
    leave: int
    entered: UUID
    left: UUID
    hop: Hop


Tracks = Mapping[UUID, list[Track]]


@dataclass(frozen=True, slots=True)
class Arrived:
    """The hop by which a lot was reached, and how the lot before it was reached."""

    hop: Hop
    before: "Arrived | None"

    def path(self) -> list[Hop]:
        """Give the hops from the start to here."""
        found: list[Hop] = []
        here: Arrived | None = self
        while here is not None:
            found.append(here.hop)
            here = here.before
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Spread:
    """Every lot reached, with its arrival and one way there; the starts are not among them."""

    arrival: dict[UUID, int]
    way: dict[UUID, Arrived]


def forward_tracks(hops: Iterable[Hop], *, sure: bool = False) -> Tracks:
    """Lay hops out for a walk with time; `sure` keeps what is certain in line and in time."""
    if sure:
        rows = (
            (h.source, Track(h.target, h.sure_in, h.sure_out, h.entered, h.left, h))
            for h in hops
            if h.certain
        )
    else:
        rows = (
            (h.source, Track(h.target, h.last_in, h.first_out, h.entered, h.left, h)) for h in hops
        )
    return _laid(rows)


def backward_tracks(hops: Iterable[Hop], *, sure: bool = False) -> Tracks:
    """Lay hops out for a walk against time."""
    if sure:
        rows = (
            (h.target, Track(h.source, -h.sure_out, -h.sure_in, h.left, h.entered, h))
            for h in hops
            if h.certain
        )
    else:
        rows = (
            (h.target, Track(h.source, -h.first_out, -h.last_in, h.left, h.entered, h))
            for h in hops
        )
    return _laid(rows)


def spread(tracks: Tracks, starts: Iterable[UUID], at: int) -> Spread:
    """Walk from the starts, which are suspect from `at` on."""
    sources = set(starts)
    arrival = dict.fromkeys(sources, at)
    way: dict[UUID, Arrived] = {}
    done: dict[UUID, int] = defaultdict(int)
    todo = sorted(sources)
    while todo:
        lot = todo.pop()
        rows, index = tracks.get(lot, ()), done[lot]
        while index < len(rows) and rows[index].enter >= arrival[lot]:
            row = rows[index]
            index += 1
            known = arrival.get(row.target)
            if row.target not in sources and (known is None or row.leave < known):
                arrival[row.target] = row.leave
                way[row.target] = Arrived(row.hop, way.get(lot))
                todo.append(row.target)
        done[lot] = index
    return Spread({lot: when for lot, when in arrival.items() if lot not in sources}, way)


def strictly(tracks: Tracks, starts: Iterable[UUID], at: int) -> set[UUID]:
    """Give what is reached if, of two events of equal time, neither can feed the other."""
    sources = set(starts)
    earliest = dict.fromkeys(sources, at - 1)
    heard: set[tuple[UUID, UUID]] = set()
    done: dict[UUID, int] = defaultdict(int)
    todo: list[tuple[UUID, UUID | None]] = [(lot, None) for lot in sources]
    while todo:
        lot, event = todo.pop()
        for row in _open(tracks.get(lot, []), done, lot, earliest[lot], event):
            if row.target in sources:
                continue
            known = earliest.get(row.target)
            if known is None or row.leave < known or (row.target, row.left) not in heard:
                earliest[row.target] = row.leave if known is None else min(known, row.leave)
                heard.add((row.target, row.left))
                todo.append((row.target, row.left))
    return earliest.keys() - sources


def _open(
    rows: list[Track], done: dict[UUID, int], lot: UUID, since: int, event: UUID | None
) -> Iterator[Track]:
    index = done[lot]
    while index < len(rows) and rows[index].enter > since:
        index += 1
    first, done[lot] = done[lot], max(index, done[lot])
    yield from rows[first:index]
    yield from (row for row in rows[index:] if event is not None and row.entered == event)


def _laid(rows: Iterable[tuple[UUID, Track]]) -> Tracks:
    found: dict[UUID, list[Track]] = defaultdict(list)
    for lot, track in rows:
        found[lot].append(track)
    for tracks in found.values():
        tracks.sort(key=lambda track: -track.enter)
    return found
