"""Where each card stands: layers in columns, barycentre sweeps within them, pure.

After Sugiyama, Tagawa, Toda (1981): order each layer by the mean place of its neighbours, to and
fro; then pull every card towards its neighbours as far as the others allow. No chance, no clock:
the same sketch gives the same picture. Whole pixels throughout.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lotline.genealogy.rules.layering import layers
from lotline.genealogy.rules.sketch import Sketch

SIZES: Final = {
    "event": (132, 36),
    "group": (200, 72),
    "customer": (180, 56),
    "supplier": (180, 56),
}
LOT: Final = (200, 64)
COLUMN_GAP: Final = 64
ROW_GAP: Final = 20
_SWEEPS: Final = 6
Near = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A card's rectangle and layer."""

    x: int
    y: int
    w: int
    h: int
    layer: int


def layout(sketch: Sketch) -> dict[str, Spot]:
    """Place every dot."""
    level = layers(sketch)
    size = {dot.id: SIZES.get(dot.type, LOT) for dot in sketch.dots.values()}
    columns: dict[int, list[str]] = defaultdict(list)
    for dot in sketch.dots:
        columns[level[dot]].append(dot)
    near: dict[str, list[str]] = defaultdict(list)
    for arrow in sketch.arrows:
        near[arrow.source].append(arrow.target)
        near[arrow.target].append(arrow.source)
    _order(columns, level, near)
    tops = _heights(columns, level, near, size)
    return _spots(columns, tops, size)


def _order(columns: dict[int, list[str]], level: Mapping[str, int], near: Near) -> None:
    """Sweep to the right and to the left, ordering each layer by the one swept before."""
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        place = {
            dot: i / len(column) for column in columns.values() for i, dot in enumerate(column)
        }
        for layer in sorted(columns, reverse=not forth):
            column, rank = columns[layer], dict[str, float]()
            for dot in column:
                mean = _mean([place[n] for n in near[dot] if _is_before(level[n], layer, forth)])
                rank[dot] = place[dot] if mean is None else mean
            column.sort(key=rank.__getitem__)
            place.update({dot: number / len(column) for number, dot in enumerate(column)})


def _is_before(other: int, layer: int, forth: bool) -> bool:
    return other < layer if forth else other > layer


def _heights(
    columns: Mapping[int, list[str]], level: Mapping[str, int], near: Near,
    size: Mapping[str, tuple[int, int]],
) -> dict[str, int]:  # fmt: skip
    """Give each dot its top, layers nearer the root first."""
    centre: dict[str, float] = {}
    tops: dict[str, int] = {}
    for layer in sorted(columns, key=lambda layer: (abs(layer), layer)):
        column = columns[layer]
        wanted = [
            _mean([centre[n] for n in near[dot] if n in centre and abs(level[n]) < abs(layer)])
            for dot in column
        ]
        heights = [size[dot][1] for dot in column]
        for dot, top in zip(column, _stacked(_filled(wanted), heights), strict=True):
            tops[dot] = top
            centre[dot] = top + size[dot][1] / 2
    return tops


def _filled(wanted: Sequence[float | None]) -> list[float]:
    """Let a dot without nearer neighbours follow the one above it."""
    found: list[float] = []
    for value in wanted:
        found.append(value if value is not None else found[-1] if found else 0.0)
    return found


def _stacked(wanted: Sequence[float], heights: Sequence[int]) -> list[int]:
    """Give tops as near as can be to the wanted centres, in order, a gap apart.

    Pool adjacent violators: cards that want the same room form a block, which stands at the mean.
    """
    offsets = [0]
    for height in heights[:-1]:
        offsets.append(offsets[-1] + height + ROW_GAP)
    blocks: list[tuple[float, int]] = []
    for want, height, offset in zip(wanted, heights, offsets, strict=False):
        value, count = want - height / 2 - offset, 1
        while blocks and blocks[-1][0] > value:
            above, members = blocks.pop()
            value = (value * count + above * members) / (count + members)
            count += members
        blocks.append((value, count))
    bases = [round(value) for value, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=False)]


def _spots(
    columns: Mapping[int, list[str]], tops: Mapping[str, int], size: Mapping[str, tuple[int, int]]
) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    highest, x = min(tops.values(), default=0), 0
    for layer in sorted(columns):
        width = max(size[dot][0] for dot in columns[layer])
        for dot in columns[layer]:
            w, h = size[dot]
            found[dot] = Spot(x + (width - w) // 2, tops[dot] - highest, w, h, layer)
        x += width + COLUMN_GAP
    return found


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
