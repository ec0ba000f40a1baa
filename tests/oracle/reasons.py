"""Which reasons apply to an answer, and whether it is complete and exact (R11)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta

from .fold import Fold
from .history import Happening

MISSING = frozenset(
    {
        "origin_unrecorded",
        "disputed",
        "tank_underrun",
        "unexplained",
        "quantity_missing",
        "unit_mismatch",
        "voided_uncorrected",
    }
)
LATE = frozenset({"recorded_later"})
HIDDEN = frozenset({"hidden", "cut"})
NOTES = frozenset({"late", "cycle"})
INCOMPLETE = MISSING | LATE | HIDDEN


def is_complete(codes: Iterable[str]) -> bool:
    """Tell whether the set leaves out nothing that the records can know of."""
    return not INCOMPLETE & set(codes)


def is_exact(codes: Iterable[str]) -> bool:
    """Tell whether no figure rests on an assumption."""
    return not set(codes) - NOTES


def written_reasons(fold: Fold, full: Fold) -> Mapping[str, set[str]]:
    """Give the reasons that sit on each lot; `full` is what is known by now of the same past."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, reasons in fold.books.codes.items():
        found[code] |= reasons
    for event in fold.history.voided_uncorrected:
        for code in event.lots:
            found[code].add("voided_uncorrected")
    for event in late_events(fold):
        for code in fold.books.touched[event.id]:
            found[code].add("late")
    for code in changed_since(fold, full):
        found[code].add("recorded_later")
    return found


def late_events(fold: Fold) -> list[Happening]:
    """Give events recorded past the policy."""
    hours = fold.history.world.get("late_after_hours")
    if hours is None:
        return []
    allowed = timedelta(hours=hours)
    return [event for event in fold.events if event.recorded - event.start > allowed]


def changed_since(fold: Fold, full: Fold) -> set[str]:
    """Give the lots touched by events that count now and did not then, or the reverse."""
    then = {event.id for event in fold.events}
    now = {event.id for event in full.events}
    found: set[str] = set()
    for name in now - then:
        found |= full.books.touched[name]
    for name in then - now:
        found |= fold.books.touched[name]
    return found
