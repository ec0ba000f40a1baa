"""Where the suspect quantity is in the end: table 3 of GENEALOGY R10, which closes exactly."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from lotline.genealogy.records.flow import FlowFate
from lotline.genealogy.rules.flow.account import ELSEWHERE, Scene, body_line, outlet_line, positions
from lotline.genealogy.rules.flow.ops import BodyKind, Outlet
from lotline.genealogy.rules.flow.shown import Shown
from lotline.genealogy.rules.flow.suspicion import Suspicion
from lotline.genealogy.rules.flow.vectors import Vector, add, split
from lotline.lots.folds.flow import BucketKind

CONSUMED_TO_NOTHING = "consumed_to_nothing"
UNQUANTIFIED = "unquantified"
RE_ENTERED = "re_entered"


def fates_of(
    scene: Scene, suspicion: Suspicion, shown: Shown, visible: frozenset[UUID] | None
) -> tuple[FlowFate, ...]:
    """Give the fate of each dimension; what is in lots that are not `visible` is elsewhere."""
    parts: dict[str, Vector] = defaultdict(dict)
    for lot, bucket, vector in _ends(scene, suspicion):
        seen = visible is None or lot is None or lot in visible
        add(parts[bucket if seen else ELSEWHERE], vector)
    add(parts[RE_ENTERED], suspicion.re_entered)
    return tuple(
        _fate(dimension, whole, parts, shown)
        for dimension, whole in sorted(suspicion.suspect.items())
    )


def _fate(dimension: str, whole: int, parts: dict[str, Vector], shown: Shown) -> FlowFate:
    amounts = {bucket: vector.get(dimension, 0) for bucket, vector in parts.items()}
    return FlowFate(
        dimension, shown.unit(dimension), shown.amount(dimension, whole),
        {name: shown.amount(dimension, part) for name, part in sorted(amounts.items()) if part},
        shown.amount(dimension, whole - sum(amounts.values())),
    )  # fmt: skip


def _ends(scene: Scene, suspicion: Suspicion) -> Iterator[tuple[UUID | None, str, Vector]]:
    for number, vector in suspicion.bodies.items():
        body = scene.moves.bodies[number]
        if not vector:
            continue
        if body.kind is BodyKind.POOL:
            yield body.lot, UNQUANTIFIED, vector
        elif body.kind is not BodyKind.HAND or body.lot is None:
            yield body.lot, body_line(scene, number, body).bucket, vector
        else:
            yield from _on_hand(scene, body.lot, vector)
    for (lot, outlet), vector in suspicion.ends.items():
        yield lot, _bucket(outlet), vector


def _on_hand(scene: Scene, lot: UUID, vector: Vector) -> Iterator[tuple[UUID | None, str, Vector]]:
    held = positions(scene, lot)
    if not held:
        yield lot, UNQUANTIFIED, vector
        return
    for where, part in zip(held, split(vector, list(held.values())), strict=True):
        yield lot, where.bucket, part


def _bucket(outlet: Outlet) -> str:
    if outlet.kind is not BucketKind.CONSUMED:
        return outlet_line(outlet).bucket
    return UNQUANTIFIED if outlet.unquantified else CONSUMED_TO_NOTHING
