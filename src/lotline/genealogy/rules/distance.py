"""How many steps away each lot is: breadth first over incidences, pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from lotline.genealogy.records import Incidence, Way


def distances(
    starts: Mapping[UUID, int], incidences: Iterable[Incidence], way: Way
) -> dict[UUID, int]:
    """Give the fewest steps to every lot that the starts lead to, the starts included."""
    near, far = ("out", "in") if way == "back" else ("in", "out")
    leaves, arrives = _by_side(incidences, near, far)
    waiting: dict[int, set[UUID]] = defaultdict(set)
    for lot, level in starts.items():
        waiting[level].add(lot)
    found: dict[UUID, int] = {}
    opened: set[UUID] = set()
    while waiting:
        level = min(waiting)
        for lot in waiting.pop(level):
            if lot in found:
                continue
            found[lot] = level
            for link in leaves.get(lot, ()):
                if link not in opened:
                    opened.add(link)
                    waiting[level + 1].update(arrives.get(link, ()))
    return found


def _by_side(
    incidences: Iterable[Incidence], near: str, far: str
) -> tuple[dict[UUID, list[UUID]], dict[UUID, list[UUID]]]:
    leaves: dict[UUID, list[UUID]] = defaultdict(list)
    arrives: dict[UUID, list[UUID]] = defaultdict(list)
    for row in incidences:
        if row.side == near:
            leaves[row.object].append(row.link)
        elif row.side == far:
            arrives[row.link].append(row.object)
    return leaves, arrives
