"""Narrowing a blast radius: which of its lots were exposed to what is suspected."""

from collections.abc import Iterable
from uuid import UUID

from lotline.genealogy.records import Narrowing
from lotline.lots import queries as lots


def narrowed(
    suspects: Iterable[UUID], reached: Iterable[UUID], asked: Narrowing
) -> tuple[UUID, ...]:
    """Give the lots that stay suspect: of the right supplier, and exposed to all that is asked."""
    sources, within = set(suspects), set(reached)
    if asked.supplier is not None:
        states = lots.states(within | sources)
        within = {lot for lot, state in states.items() if state.supplier == asked.supplier}
        sources &= within
    exposure = lots.Exposure(
        asked.starts, asked.ends, asked.equipment, asked.operator, asked.place, asked.kde,
        asked.below, asked.above,
    )  # fmt: skip
    if exposure != lots.Exposure():
        return tuple(sorted(lots.exposed(within, exposure)))
    return tuple(sorted(sources or within))
