"""Amounts of several kinds that move together; a part of the whole is a part of each: pure."""

from collections.abc import Sequence

from lotline.lots.folds.amount import divide, part_of

Vector = dict[str, int]


def take(vector: Vector, amount: int, whole: int) -> Vector:
    """Take out the part that `amount` is of `whole`; the exact rest stays."""
    if amount == whole:
        taken = dict(vector)
        vector.clear()
        return taken
    taken = {}
    for kind, there in vector.items():
        part = part_of(there, amount, whole)
        taken[kind] = part
        vector[kind] = there - part
    return taken


def add(vector: Vector, more: Vector) -> None:
    """Put in what came."""
    for kind, amount in more.items():
        vector[kind] = vector.get(kind, 0) + amount


def split(vector: Vector, weights: Sequence[int]) -> list[Vector]:
    """Divide in proportion; the parts add up to the whole."""
    if len(weights) == 1:
        return [vector]
    parts: list[Vector] = [{} for _ in weights]
    for kind, amount in vector.items():
        for part, share in zip(parts, divide(amount, weights), strict=True):
            if share:
                part[kind] = share
    return parts
