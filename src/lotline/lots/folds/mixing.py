"""How a draw divides among the layers of a tank (GENEALOGY R8): pure.

Mixed: each layer gives in proportion, so that what stays of it is q · Π(1 − D/V). First in, first
out: the oldest layer gives first – the overlap of the running sums of fills and draws. Last in, first
out: the newest gives first. The parts always add up to what was drawn, and no layer gives more than
it has.
"""

from collections.abc import Callable, Sequence
from typing import Final

from lotline.lots.folds.amount import part_of
from lotline.lots.folds.around import TankModel


def mixed(layers: Sequence[int], drawn: int) -> list[int]:
    """Take from every layer in proportion to what is left of it; at most all there is."""
    whole = sum(layers)
    if drawn >= whole:
        return list(layers)
    parts = [part_of(left, drawn, whole) for left in layers]
    _settle(parts, layers, drawn - sum(parts))
    return parts


def first_in_first_out(layers: Sequence[int], drawn: int) -> list[int]:
    """Take from the oldest layer first."""
    return _in_turn(layers, drawn, range(len(layers)))


def last_in_first_out(layers: Sequence[int], drawn: int) -> list[int]:
    """Take from the newest layer first."""
    return _in_turn(layers, drawn, range(len(layers) - 1, -1, -1))


DRAWING: Final[dict[TankModel, Callable[[Sequence[int], int], list[int]]]] = {
    TankModel.MIXED: mixed,
    TankModel.FIFO: first_in_first_out,
    TankModel.LIFO: last_in_first_out,
}


def _in_turn(layers: Sequence[int], drawn: int, order: range) -> list[int]:
    parts = [0] * len(layers)
    for index in order:
        parts[index] = min(layers[index], drawn)
        drawn -= parts[index]
    return parts


def _settle(parts: list[int], layers: Sequence[int], rest: int) -> None:
    """Give the rounding difference to the largest parts, as far as they can bear it."""
    if not rest:
        return
    for index in sorted(range(len(parts)), key=lambda i: -layers[i]):
        room = layers[index] - parts[index] if rest > 0 else -parts[index]
        step = min(rest, room) if rest > 0 else max(rest, room)
        parts[index] += step
        rest -= step
        if not rest:
            return
