"""Which lots lie on a loop of plain reach: strongly connected components, iterative, pure.

Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972): a lot is on a
loop exactly when its component over lots and steps holds more than itself. A lot reworked into
itself shares a component with the step.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from lotline.genealogy.records import Incidence

T = TypeVar("T", bound=Hashable)


def lots_on_loops(incidences: Iterable[Incidence]) -> set[UUID]:
    """Give the lots that are, by plain reach, among their own descendants."""
    follows: dict[tuple[str, UUID], list[tuple[str, UUID]]] = defaultdict(list)
    for row in incidences:
        lot, link = ("lot", row.object), ("step", row.link)
        if row.side == "in":
            follows[lot].append(link)
        elif row.side == "out":
            follows[link].append(lot)
    loops = (part for part in components(follows) if len(part) > 1)
    return {found for part in loops for kind, found in part if kind == "lot"}


def components(follows: Mapping[T, Sequence[T]]) -> Iterator[list[T]]:
    """Give the strongly connected components, each as soon as it is closed."""
    index: dict[T, int] = {}
    low: dict[T, int] = {}
    stack: list[T] = []
    on_stack: set[T] = set()
    for root in list(follows):
        if root in index:
            continue
        work: list[tuple[T, Iterator[T]]] = [(root, iter(follows.get(root, ())))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, rest = work[-1]
            target = next(
                (found for found in rest if _worth(found, node, index, low, on_stack)), None
            )
            if target is not None:
                index[target] = low[target] = len(index)
                stack.append(target)
                on_stack.add(target)
                work.append((target, iter(follows.get(target, ()))))
                continue
            work.pop()
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[node])
            if low[node] == index[node]:
                yield _closed(node, stack, on_stack)


def _worth(found: T, node: T, index: dict[T, int], low: dict[T, int], on_stack: set[T]) -> bool:
    """Say whether a follower is new; one that is still open pulls its component together."""
    if found not in index:
        return True
    if found in on_stack:
        low[node] = min(low[node], index[found])
    return False


def _closed(node: T, stack: list[T], on_stack: set[T]) -> list[T]:
    part: list[T] = []
    while True:
        found = stack.pop()
        on_stack.discard(found)
        part.append(found)
        if found == node:
            return part
