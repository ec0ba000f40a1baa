"""The account of a lot: all that came in is somewhere (GENEALOGY R10, tables 1 and 2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

from lotline.genealogy.records.flow import AccountLine
from lotline.genealogy.rules.flow.affecting import Affecting, Left
from lotline.genealogy.rules.flow.moves import Moves
from lotline.genealogy.rules.flow.ops import Body, BodyKind, Outlet
from lotline.genealogy.rules.flow.shown import Shown
from lotline.genealogy.rules.flow.suspicion import Suspicion
from lotline.genealogy.rules.flow.vectors import Vector, add, split
from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.around import PlaceKind
from lotline.lots.folds.flow import BucketKind
from lotline.lots.folds.step import Order

ELSEWHERE: Final = "elsewhere"
IN_PROCESS: Final = "in_process"
SHIPPED: Final = "shipped"
BUCKET_OF: Final[Mapping[PlaceKind, str]] = {
    PlaceKind.STOCK: "in_stock",
    PlaceKind.PROCESS: IN_PROCESS,
    PlaceKind.TRANSIT: "in_transit",
    PlaceKind.RETURNS: "returned_in",
    PlaceKind.LABORATORY: "laboratory",
    PlaceKind.SUBCONTRACTOR: "subcontracted",
    PlaceKind.RETAINED: "retained",
    PlaceKind.SUPPLIER: "consigned",
}


class Where(NamedTuple):
    """Which line of an account something belongs to."""

    bucket: str
    place: UUID | None = None
    unit: UUID | None = None
    tank: UUID | None = None
    shipment: UUID | None = None
    lot: UUID | None = None
    supplier: UUID | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A world at its end, as accounts read it; `unseen` are bodies that the reader may not see."""

    moves: Moves
    end: Order
    unseen: frozenset[int]
    hidden_places: frozenset[UUID]


def lines_of(
    scene: Scene, lot: UUID, left: Affecting, suspicion: Suspicion, arrived: bool, shown: Shown
) -> Iterator[AccountLine]:
    """Give every line of a lot's account."""
    rows: dict[Where, tuple[Left, Vector]] = {}
    for where, amounts, suspect in _rows(scene, lot, left, suspicion, arrived):
        before, vector = rows.setdefault(where, (Left(0, 0), {}))
        add(vector, suspect)
        both = Left(before.amount + amounts.amount, before.affected + amounts.affected)
        rows[where] = (both, vector)
    for where, (amounts, vector) in sorted(rows.items(), key=lambda row: str(row[0])):
        if amounts.amount:
            yield _line(scene, where, amounts, vector, shown)


def positions(scene: Scene, lot: UUID) -> dict[Where, int]:
    """Give where a lot on hand lies, by place and unit."""
    found: dict[Where, int] = defaultdict(int)
    state = scene.moves.fold.states.get(lot)
    for holder, amount in state.balances.items() if state else ():
        where = where_of(scene, holder)
        if where.bucket != SHIPPED:
            found[where] += amount
    return found


def where_of(scene: Scene, holder: Holder) -> Where:
    """Give the line for what lies at a holder."""
    fold = scene.moves.fold
    unit: UUID | None = None
    if holder.kind is HolderKind.UNIT:
        unit = fold.unit_of.get(holder.id, holder.id)
        holder = fold.stand(holder.id, scene.end).holder
    if holder.kind is HolderKind.SHIPMENT:
        return Where(SHIPPED, shipment=holder.id)
    if holder.id in scene.hidden_places:
        return Where(ELSEWHERE)
    return Where(BUCKET_OF[fold.plant.place_kind(holder.id)], place=holder.id, unit=unit)


def outlet_line(outlet: Outlet) -> Where:
    """Give the line for what left through an outlet."""
    if outlet.kind is BucketKind.ELSEWHERE:
        return Where(ELSEWHERE)
    if outlet.kind is BucketKind.RETURNED_OUT:
        return Where(outlet.kind.value, supplier=UUID(outlet.detail))
    return Where(outlet.kind.value, lot=outlet.lot, reason=outlet.detail or None)


def body_line(scene: Scene, number: int, body: Body) -> Where:
    """Give the line for what is in a body that is not on hand."""
    if number in scene.unseen:
        return Where(ELSEWHERE)
    if body.kind is BodyKind.SHIPPED:
        unit = scene.moves.fold.unit_of.get(body.stay, body.stay) if body.stay else None
        return Where(SHIPPED, shipment=body.where, unit=unit)
    return Where(IN_PROCESS, tank=body.where)


def _rows(
    scene: Scene, lot: UUID, left: Affecting, suspicion: Suspicion, arrived: bool
) -> Iterator[tuple[Where, Left, Vector]]:
    held = positions(scene, lot)
    hand = suspicion.bodies.get(scene.moves.hand(lot), {})
    parts: Iterable[Vector] = split(hand, list(held.values())) if held else ()
    for (where, amount), vector in zip(held.items(), parts, strict=True):
        yield where, Left(amount, amount if arrived else 0), vector
    for number in left.bodies():
        body = scene.moves.bodies[number]
        if body.kind is not BodyKind.HAND:
            vector = suspicion.bodies.get(number, {})
            yield body_line(scene, number, body), left.of(number), vector
    for outlet, amounts in left.outlets.items():
        yield outlet_line(outlet), amounts, suspicion.passing.get((lot, outlet), {})


def _line(scene: Scene, where: Where, amounts: Left, vector: Vector, shown: Shown) -> AccountLine:
    shipment = scene.moves.fold.shipment(where.shipment) if where.shipment else (None,) * 3
    return AccountLine(
        where.bucket, decimal_of(amounts.amount), decimal_of(amounts.affected),
        shown.suspect(vector), where.place, where.unit, where.tank, where.shipment, shipment[0],
        shipment[1], shipment[2], where.lot, where.supplier, where.reason,
    )  # fmt: skip
