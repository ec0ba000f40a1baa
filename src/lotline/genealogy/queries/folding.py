"""The fold behind an answer: what was gathered, as recorded and as happened when the reader asks; no actor."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from lotline.genealogy.queries.gathering import gather
from lotline.genealogy.records import AsOf
from lotline.genealogy.rules.flow.world import World

# The policy past which a record is late (GENEALOGY R11), until a site sets its own.
LATE_AFTER: Final = timedelta(hours=24)


def fold_around(
    starts: Iterable[UUID], as_of: AsOf, *, back: bool, forward: bool, origins: bool = False
) -> World:
    """Fold all that can bear on what the starts came from, or became."""
    found = gather(starts, back=back, forward=forward, origins=origins)
    return World(
        found.steps, found.declarations, found.plant, recorded=as_of.recorded,
        happened=as_of.happened, late_after=LATE_AFTER,
    )  # fmt: skip
