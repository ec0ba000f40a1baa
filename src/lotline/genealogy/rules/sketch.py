"""A walk as dots and arrows, before anything is named, folded or placed: pure.

Lots and steps take turns; packing goes straight from what was packed to the unit; departures end
at the customer, deliveries begin at the supplier.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from lotline.genealogy.records import Incidence, Side
from lotline.genealogy.rules.found import Shipment, Walk
from lotline.lots.events import Certainty, Measure, ObjectKind
from lotline.lots.records import LotRow

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Dot:
    """A card to be: a lot, a step, a company, or alike lots folded (`members`)."""

    id: str
    type: str
    side: Side
    subject: UUID | None = None
    product: UUID | None = None
    members: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line to be."""

    source: str
    target: str
    kind: str
    quantity: Measure | None = None
    count: int = 1
    certainty: str = Certainty.CERTAIN.value
    event: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sketch:
    """All dots by id and all arrows, one a pair of dots; `steps` are the first rows of steps."""

    root: str
    dots: Mapping[str, Dot]
    arrows: tuple[Arrow, ...]
    steps: Mapping[str, Incidence]


def sketch(walk: Walk, rows: Mapping[UUID, LotRow]) -> Sketch:
    """Draw a walk with dots and arrows."""
    sides = _sides(walk)
    dots = {str(lot): _lot_dot(rows[lot], side) for lot, side in sides.items()}
    steps: dict[str, Incidence] = {}
    arrows: list[Arrow] = []
    for row, side in _drawn(walk):
        step = str(row.link)
        dots.setdefault(step, Dot(step, "event", side, row.event))
        steps.setdefault(step, row)
        ends = (str(row.object), step) if row.side == "in" else (step, str(row.object))
        kind = "input" if row.side == "in" else "output"
        arrows.append(Arrow(*ends, kind, row.quantity, 1, row.certainty, row.event))
    for stay in walk.stays:
        if stay.unit in sides and stay.child in sides:
            pair = (str(stay.child), str(stay.unit))
            arrows.append(Arrow(*pair, "pack", stay.quantity, event=stay.packed_by))
    arrows += _companies(walk, rows, dots)
    return Sketch(str(walk.start), dots, tuple(joined(arrows)), steps)


def joined(arrows: Iterable[Arrow]) -> Iterator[Arrow]:
    """Make one arrow of all that run between the same two dots for the same reason."""
    found: dict[tuple[str, str, str], list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        found[arrow.source, arrow.target, arrow.kind].append(arrow)
    for (source, target, kind), same in found.items():
        events = {arrow.event for arrow in same}
        unsure = [arrow.certainty for arrow in same if arrow.certainty != Certainty.CERTAIN.value]
        yield Arrow(
            source, target, kind, summed(arrow.quantity for arrow in same),
            sum(arrow.count for arrow in same), unsure[0] if unsure else same[0].certainty,
            events.pop() if len(events) == 1 else None,
        )  # fmt: skip


def summed(quantities: Iterable[Measure | None]) -> Measure | None:
    """Add up quantities of one unit; None where one is missing or the units differ."""
    found = list(quantities)
    known = [quantity for quantity in found if quantity is not None]
    if len(known) < len(found) or len({quantity.unit for quantity in known}) != 1:
        return None
    return Measure(sum((quantity.value for quantity in known), Decimal(0)), known[0].unit)


def _sides(walk: Walk) -> dict[UUID, Side]:
    """Put each lot on one side; what is on a loop stands where it is nearer, back if as near."""
    back, forward = walk.back | walk.inner, walk.forward | walk.outer
    sides: dict[UUID, Side] = {walk.start: "root"}
    for lot, distance in back.items():
        sides[lot] = "forward" if forward.get(lot, distance) < distance else "back"
    for lot in forward:
        sides.setdefault(lot, "forward")
    return sides


def _drawn(walk: Walk) -> Iterator[tuple[Incidence, Side]]:
    """Give the rows of the steps that made what is found behind, or used what is found ahead."""
    behind = walk.back.keys() | ({walk.start} if walk.drawn_back else set())
    ahead = walk.forward.keys() | ({walk.start} if walk.drawn_forward else set())
    made = {row.link for row in walk.incidences if row.side == "out" and row.object in behind}
    used = {row.link for row in walk.incidences if row.side == "in" and row.object in ahead}
    shown, drawn = walk.lots | {walk.start}, made | used
    for row in walk.incidences:
        if row.side != "about" and row.object in shown and row.link in drawn:
            yield row, "back" if row.link in made else "forward"


def _lot_dot(row: LotRow, side: Side) -> Dot:
    return Dot(str(row.id), row.kind, side, row.id, row.product.id if row.product else None)


def _companies(walk: Walk, rows: Mapping[UUID, LotRow], dots: dict[str, Dot]) -> Iterator[Arrow]:
    for shipment in walk.shipments:
        if str(shipment.via) in dots:
            yield _to_customer(shipment, dots)
    if not walk.drawn_back:
        return
    for lot in walk.back.keys() | {walk.start}:
        row = rows[lot]
        delivered = row.kind == ObjectKind.SUPPLIER_LOT.value or row.supplier_lot is None
        if row.supplier is not None and delivered:
            company = f"supplier:{row.supplier.id}"
            dots.setdefault(company, Dot(company, "supplier", "back", row.supplier.id))
            yield Arrow(company, str(lot), "supply")


def _to_customer(shipment: Shipment, dots: dict[str, Dot]) -> Arrow:
    party = shipment.party or NOBODY
    customer = f"customer:{party}"
    dots.setdefault(customer, Dot(customer, "customer", "forward", party))
    via = str(shipment.via)
    return Arrow(via, customer, "ship", shipment.quantity, event=shipment.event)
