"""Whether an answer is complete and exact, and why not (GENEALOGY R11): pure."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from lotline.genealogy.records import Incidence, ReasonCode
from lotline.genealogy.rules.cycles import lots_on_loops
from lotline.genealogy.rules.found import Walk
from lotline.lots.events import Certainty, Kind, ObjectKind

MISSING: Final[frozenset[ReasonCode]] = frozenset(
    {"origin_unrecorded", "disputed", "quantity_missing", "unit_mismatch", "contents_unfollowed"}
)
ESTIMATED: Final[frozenset[ReasonCode]] = frozenset(
    {"place_assumed", "possible_link", "packed_after_shipping"}
)
_ORDER: Final[tuple[ReasonCode, ...]] = (
    "origin_unrecorded", "disputed", "quantity_missing", "unit_mismatch", "contents_unfollowed",
    "place_assumed", "possible_link", "packed_after_shipping", "cycle",
)  # fmt: skip


def reasons(walk: Walk, kinds: Mapping[UUID, str]) -> dict[ReasonCode, set[UUID]]:
    """Give each reason with the lots of the answer that it sits on, the gravest first."""
    found: dict[ReasonCode, set[UUID]] = {code: set() for code in _ORDER}
    for row in walk.incidences:
        for code in _of_row(row, kinds.get(row.object, "")):
            found[code].add(row.object)
    found["origin_unrecorded"] = _without_origin(walk, kinds)
    found["cycle"] = lots_on_loops(walk.incidences)
    found["packed_after_shipping"] = set(_packed_late(walk))
    return {code: lots for code, lots in found.items() if lots}


def is_complete(codes: Iterable[ReasonCode]) -> bool:
    """Say whether the set leaves out nothing that the records can know of."""
    return not MISSING.intersection(codes)


def is_exact(codes: Iterable[ReasonCode]) -> bool:
    """Say whether, besides, no figure rests on an assumption."""
    return not (MISSING | ESTIMATED).intersection(codes)


def _of_row(row: Incidence, kind: str) -> Iterable[ReasonCode]:
    if row.disputed:
        yield "disputed"
    if "unit_mismatch" in row.flags:
        yield "unit_mismatch"
    elif "quantity_missing" in row.flags or _lacks_quantity(row, kind):
        yield "quantity_missing"
    if "place_assumed" in row.flags:
        yield "place_assumed"
    if row.certainty != Certainty.CERTAIN.value:
        yield "possible_link"
    if row.side == "in" and kind == ObjectKind.LOGISTIC_UNIT.value:
        yield "contents_unfollowed"


def _lacks_quantity(row: Incidence, kind: str) -> bool:
    counted = kind in {ObjectKind.LOT.value, ObjectKind.SUPPLIER_LOT.value}
    return counted and row.side != "about" and row.quantity is None


def _packed_late(walk: Walk) -> Iterable[UUID]:
    shown = walk.lots | {walk.start}
    for shipment in walk.shipments:
        if shipment.packed_later:
            yield shipment.lot if shipment.lot in shown else shipment.via


def _without_origin(walk: Walk, kinds: Mapping[UUID, str]) -> set[UUID]:
    """Give the lots that were never received nor made."""
    born = {
        row.object
        for row in walk.incidences
        if row.side == "out" or (row.kind == Kind.RECEIVE.value and row.side != "in")
    }
    outside = {ObjectKind.SUPPLIER_LOT.value, ObjectKind.LOGISTIC_UNIT.value}
    answer = walk.lots | ({walk.start} if not walk.is_unit else set())
    return {lot for lot in answer - born if kinds.get(lot) not in outside}
