"""Reach by walking every path of hops (R7, R13)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from .bodies import Hop

ALWAYS = datetime.min.replace(tzinfo=UTC)
EVER = datetime.max.replace(tzinfo=UTC)

Usable = Callable[[datetime, Hop], datetime | None]
"""Given a moment at one end, the moment at the other, or nothing."""


def can_follow(at: datetime, hop: Hop) -> datetime | None:
    """Allow what can be: the earliest start against the latest end; equal times count."""
    return hop.leaves.start if at <= hop.enters.end else None


def surely_follows(at: datetime, hop: Hop) -> datetime | None:
    """Allow only certain lines, whose intervals need not overlap."""
    return hop.leaves.end if hop.certain and at <= hop.enters.start else None


def can_precede(at: datetime, hop: Hop) -> datetime | None:
    """Say the same backwards."""
    return hop.enters.end if hop.leaves.start <= at else None


def surely_precedes(at: datetime, hop: Hop) -> datetime | None:
    """Say the same backwards."""
    return hop.enters.start if hop.certain and hop.leaves.end <= at else None


def arrivals(
    hops: Sequence[Hop],
    starts: Iterable[str],
    since: datetime | None = None,
    usable: Usable = can_follow,
    strict: bool = False,
) -> dict[str, datetime]:
    """Give a(y) for the starts and every lot reached.

    `strict` asks "<" instead of "<=" between the hops of a chain (not after `since`).
    """
    begin = ALWAYS if since is None else since
    found = dict.fromkeys(starts, begin)
    own = frozenset(found)

    def walk(lot: str, at: datetime, first: bool) -> None:
        for hop in hops:
            then = usable(at, hop) if hop.source == lot else None
            if then is None or (strict and not first and not at < hop.enters.end):
                continue
            if hop.target in own:
                continue
            if hop.target not in found or then < found[hop.target]:
                found[hop.target] = then
                walk(hop.target, then, first=False)

    for start in own:
        walk(start, begin, first=True)
    return found


def departures(
    hops: Sequence[Hop],
    starts: Iterable[str],
    until: datetime | None = None,
    usable: Usable = can_precede,
    strict: bool = False,
) -> dict[str, datetime]:
    """Give d(x) for the starts and every lot they come from."""
    end = EVER if until is None else until
    found = dict.fromkeys(starts, end)
    own = frozenset(found)

    def walk(lot: str, at: datetime, first: bool) -> None:
        for hop in hops:
            then = usable(at, hop) if hop.target == lot else None
            if then is None or (strict and not first and not hop.leaves.start < at):
                continue
            if hop.source in own:
                continue
            if hop.source not in found or then > found[hop.source]:
                found[hop.source] = then
                walk(hop.source, then, first=False)

    for start in own:
        walk(start, end, first=True)
    return found


def plain(hops: Sequence[Hop], starts: Iterable[str], backward: bool = False) -> set[str]:
    """Give every lot linked at all, whatever the times."""
    found: set[str] = set()

    def walk(lot: str) -> None:
        for hop in hops:
            here, there = (hop.target, hop.source) if backward else (hop.source, hop.target)
            if here == lot and there not in found:
                found.add(there)
                walk(there)

    for start in starts:
        walk(start)
    return found


def on_cycles(hops: Sequence[Hop], lots: Iterable[str]) -> Mapping[str, bool]:
    """Tell which lots reach themselves."""
    return {lot: lot in plain(hops, [lot]) for lot in lots}
