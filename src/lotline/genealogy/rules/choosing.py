"""Which lines of a fold belong to an answer: pure."""

from collections.abc import Iterable, Sequence, Set
from typing import Final
from uuid import UUID

from lotline.genealogy.records import Incidence
from lotline.lots.events import Certainty, Kind

_TELLING: Final = frozenset({Kind.SHIP.value, Kind.RECEIVE.value})


def rows_of_lots(told: Sequence[Incidence], behind: Set[UUID], ahead: Set[UUID]) -> list[Incidence]:
    """Give what is told of lots, with whatever went into those behind and became of those ahead.

    A step that took something of a lot ahead, but gave to nothing of the answer, is left out: it was
    before the suspicion came. What was consumed to nothing stays.
    """
    answer = behind | ahead
    made = {row.link for row in told if row.side == "out" and row.object in behind}
    gave = {row.link for row in told if row.side == "out" and row.object in ahead}
    fruitless = {row.link for row in told if row.side == "in"}
    fruitless -= {row.link for row in told if row.side == "out"}
    taken = gave | fruitless
    return [
        row
        for row in told
        if (row.object in answer and (row.side == "out" or _tells(row)))
        or (row.side == "in" and row.object in behind and row.link in made)
        or (row.side == "in" and row.object in ahead and row.link in taken)
    ]


def rows_of_units(told: Iterable[Incidence], units: Iterable[UUID]) -> list[Incidence]:
    """Give every line of logistic units."""
    wanted = set(units)
    return [row for row in told if row.object in wanted]


def _tells(row: Incidence) -> bool:
    doubt = row.disputed or row.certainty != Certainty.CERTAIN.value or row.flags
    return row.side == "about" and (row.kind in _TELLING or bool(doubt))
