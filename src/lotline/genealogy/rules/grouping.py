"""Alike siblings folded into one card, so that eleven pallets to one customer are one: pure.

Alike are lots of one kind, product and side with exactly the same neighbours before and after.
A group's id is made of its members, so that it stays the same from one picture to the next.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lotline.genealogy.rules.sketch import Dot, Sketch, joined
from lotline.kernel.canonical import sha256_hex

LEAST: Final = 3
_FOLDABLE: Final = frozenset({"lot", "supplier_lot", "logistic_unit", "item"})


def grouped(sketch: Sketch, expand: frozenset[str] = frozenset()) -> Sketch:
    """Fold alike siblings, but leave open the groups asked for."""
    stands_for: dict[str, str] = {}
    dots = dict(sketch.dots)
    for members in _alike(sketch):
        group = _group(members)
        if group.id not in expand:
            dots[group.id] = group
            for member in members:
                stands_for[member.id] = group.id
                del dots[member.id]
    arrows = (
        replace(
            arrow,
            source=stands_for.get(arrow.source, arrow.source),
            target=stands_for.get(arrow.target, arrow.target),
        )
        for arrow in sketch.arrows
    )
    return replace(sketch, dots=dots, arrows=tuple(joined(arrows)))


def _alike(sketch: Sketch) -> Iterable[list[Dot]]:
    before: dict[str, set[tuple[str, str]]] = defaultdict(set)
    after: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for arrow in sketch.arrows:
        before[arrow.target].add((arrow.source, arrow.kind))
        after[arrow.source].add((arrow.target, arrow.kind))
    found: dict[tuple[object, ...], list[Dot]] = defaultdict(list)
    for dot in sketch.dots.values():
        if dot.type in _FOLDABLE and dot.id != sketch.root:
            around = frozenset(before[dot.id]), frozenset(after[dot.id])
            found[dot.type, dot.product, dot.side, around].append(dot)
    return (members for members in found.values() if len(members) >= LEAST)


def _group(members: list[Dot]) -> Dot:
    first = members[0]
    ids = sorted(member.id for member in members)
    lots = tuple(member.subject for member in members if member.subject)
    group = f"group-{sha256_hex(' '.join(ids))[:24]}"
    return Dot(group, "group", first.side, None, first.product, lots)
