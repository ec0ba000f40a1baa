"""In which column each card stands: longest path from the root, materials to the left, pure.

Loops are opened at the arrow that closes them in a depth-first search from the root; that arrow
alone may run from right to left.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lotline.genealogy.rules.sketch import Sketch


def layers(sketch: Sketch) -> dict[str, int]:
    """Give each dot its layer: the root 0, what went in below, what came of it above."""
    sides = {dot.id: dot.side for dot in sketch.dots.values()}
    ahead: dict[str, list[str]] = defaultdict(list)
    behind: dict[str, list[str]] = defaultdict(list)
    for arrow in sketch.arrows:
        pair = sides[arrow.source], sides[arrow.target]
        if "back" not in pair and arrow.target != sketch.root:
            ahead[arrow.source].append(arrow.target)
        if "forward" not in pair and arrow.source != sketch.root:
            behind[arrow.target].append(arrow.source)
    found = {sketch.root: 0}
    found |= dict(_depths(sketch.root, ahead, _on(sides, "forward")))
    found |= {dot: -level for dot, level in _depths(sketch.root, behind, _on(sides, "back"))}
    return found


def _on(sides: Mapping[str, str], side: str) -> list[str]:
    return [dot for dot, found in sides.items() if found == side]


def _depths(
    root: str, follows: Mapping[str, list[str]], dots: Iterable[str]
) -> Iterator[tuple[str, int]]:
    """Give the longest way from the root to each dot; what it does not lead to begins at 1."""
    order, closing = _finished([root, *dots], follows)
    depth = dict.fromkeys(order, 1)
    depth[root] = 0
    for dot in reversed(order):
        for target in follows.get(dot, ()):
            if (dot, target) not in closing:
                depth[target] = max(depth[target], depth[dot] + 1)
    del depth[root]
    yield from depth.items()


def _finished(
    starts: Iterable[str], follows: Mapping[str, list[str]]
) -> tuple[list[str], set[tuple[str, str]]]:
    """Give dots in the order in which a depth-first search leaves them, and what closed loops."""
    order: list[str] = []
    closing: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        open_ = {start}
        work = [(start, iter(follows.get(start, ())))]
        while work:
            dot, rest = work[-1]
            for target in rest:
                if target in open_:
                    closing.add((dot, target))
                elif target not in seen:
                    seen.add(target)
                    open_.add(target)
                    work.append((target, iter(follows.get(target, ()))))
                    break
            else:
                work.pop()
                open_.discard(dot)
                order.append(dot)
    return order, closing
