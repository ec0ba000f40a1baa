"""Lots mounted at equipment – reels, rolls, bins at the line – and the steps they may have gone into."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lotline.genealogy.rules.flow.conversions import Conversion
from lotline.lots.events import Kind
from lotline.lots.folds.step import Step


@dataclass(slots=True)
class Mounting:
    """A lot at a piece of equipment from `since` until `until`, None while it is still there."""

    lot: UUID
    equipment: UUID
    event: UUID
    since: datetime
    until: datetime | None = None


def mountings_of(steps: Iterable[Step]) -> list[Mounting]:
    """Give every time that a lot was mounted somewhere."""
    found: list[Mounting] = []
    there: dict[tuple[UUID, UUID], Mounting] = {}
    for step in steps:
        if step.kind not in {Kind.MOUNT, Kind.UNMOUNT}:
            continue
        for lot in {part.object for part in step.parts if part.object is not None}:
            for equipment in step.equipment:
                if step.kind is Kind.UNMOUNT:
                    before = there.pop((lot, equipment), None)
                    if before is not None:
                        before.until = step.until
                elif (lot, equipment) not in there:
                    mounting = Mounting(lot, equipment, step.event, step.time)
                    there[lot, equipment] = mounting
                    found.append(mounting)
    return found


def mounted_during(
    conversion: Conversion, mountings: Sequence[Mounting]
) -> Iterator[tuple[Mounting, Step]]:
    """Give the lots that were mounted where a conversion happened, when it happened."""
    if not mountings or not conversion.made:
        return
    seen: set[tuple[UUID, UUID]] = set()
    for line in conversion.made:
        step = line.step
        for mounting in mountings:
            if (mounting.lot, step.event) in seen or mounting.equipment not in step.equipment:
                continue
            if step.until >= mounting.since and (
                mounting.until is None or step.time <= mounting.until
            ):
                seen.add((mounting.lot, step.event))
                yield mounting, step
