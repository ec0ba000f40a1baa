"""Which fills and draws of a tank may belong together, for the walk in the database: pure.

A clearing parts what was before it from what comes after – but only where it stands alone in time
and was recorded before everything that follows; else older questions ("as recorded then") could
lose a link. The walk may follow too much and never too little: the exact campaigns are the fold's
(GENEALOGY R8).
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Kind
from lotline.lots.folds.step import Step


def campaign_links(tank: UUID, steps: Sequence[Step], voided: frozenset[UUID]) -> dict[UUID, UUID]:
    """Give, for each fill and draw of a tank, what joins it to the others of its campaign."""
    ordered = sorted(steps, key=lambda step: step.key)
    cuts = _cuts(ordered, voided)
    found: dict[UUID, UUID] = {}
    for step in ordered:
        if step.kind in {Kind.FILL, Kind.DRAW}:
            number = sum(cut < step.time for cut in cuts)
            found[step.event] = uuid_of_uri(f"urn:lotline:campaign:{tank}:{number}")
    return found


def _cuts(ordered: Sequence[Step], voided: frozenset[UUID]) -> list[datetime]:
    """Give the ends of the clearings that part campaigns for certain."""
    cuts: list[datetime] = []
    before = [step.until for step in ordered]
    latest = _running_latest(before)
    earliest = _first_recorded_after(ordered)
    for index, step in enumerate(ordered):
        if step.kind is not Kind.CLEAR or step.event in voided:
            continue
        follows = ordered[index + 1].time if index + 1 < len(ordered) else None
        alone = (index == 0 or latest[index - 1] < step.time) and (
            follows is None or follows > step.until
        )
        first = earliest[index]
        if alone and (first is None or step.recorded < first):
            cuts.append(step.until)
    return cuts


def _running_latest(ends: Sequence[datetime]) -> list[datetime]:
    found: list[datetime] = []
    for end in ends:
        found.append(max(end, found[-1]) if found else end)
    return found


def _first_recorded_after(ordered: Sequence[Step]) -> list[datetime | None]:
    found: list[datetime | None] = [None] * len(ordered)
    first: datetime | None = None
    for index in range(len(ordered) - 1, -1, -1):
        found[index] = first
        recorded = ordered[index].recorded
        first = recorded if first is None else min(first, recorded)
    return found
