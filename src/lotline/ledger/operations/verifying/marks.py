"""Signed sizes and roots against the tree of the events: where the record last was as signed.

A mark is what some checkpoint, stored or exported, says of a size. The last mark that holds and
the first that does not enclose the change: that is the window.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lotline.ledger.records import Finding, Window


@dataclass(frozen=True, slots=True)
class Mark:
    """A checkpoint's word on the tree, and where it was read."""

    size: int
    root: str
    at: str
    name: str


def check_marks(
    marks: Iterable[Mark], roots: Mapping[int, str], findings: list[Finding], events: int
) -> Window:
    """Compare every mark with the tree, add what does not hold, and give the window."""
    by_size = sorted(marks, key=lambda mark: mark.size)
    bad = [mark for mark in by_size if roots.get(mark.size) != mark.root]
    first_wrong = min((f.position for f in findings if f.position), default=None)
    limit = min([mark.size for mark in bad] + ([first_wrong] if first_wrong else []), default=None)
    good = [mark for mark in by_size if limit is None or mark.size < limit]
    last = good[-1] if good else None
    after = last.size if last else 0
    findings.extend(_told(mark, after, events) for mark in bad[:10])
    later = [mark for mark in by_size if limit is not None and mark.size >= limit]
    before = bad[0] if bad else next(iter(later), None)
    return Window(
        after, last.at if last else None, before.size if before else None,
        before.at if before else None,
    )  # fmt: skip


def _told(mark: Mark, after: int, events: int) -> Finding:
    if mark.size > events:
        detail = f"{mark.name} covers {mark.size} events, but only {events} are there"
    else:
        detail = (
            f"{mark.name} signed another root over {mark.size} events:"
            f" something from position {after + 1} on is not what was signed"
        )
    return Finding("root", detail, position=after + 1)
