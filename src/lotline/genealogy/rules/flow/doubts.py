"""Whether an answer is complete and exact, and why not: each reason with its lots (GENEALOGY R11)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from uuid import UUID

from lotline.genealogy.records.flow import Doubts
from lotline.genealogy.rules.flow.conversions import Conversion
from lotline.genealogy.rules.flow.hops import Hop
from lotline.genealogy.rules.flow.lines_in_doubt import line_doubts
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Fold, Told
from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, Kind, ObjectKind, Role
from lotline.lots.folds.flow import BucketKind
from lotline.lots.folds.tank import TankBooking

MISSING: Final = frozenset(
    {
        "origin_unrecorded",
        "disputed",
        "tank_underrun",
        "unexplained",
        "quantity_missing",
        "unit_mismatch",
        "voided_uncorrected",
    }
)
ESTIMATED: Final = frozenset(
    {
        "allocation_assumed",
        "place_assumed",
        "shipment_assumed",
        "tank_model_undeclared",
        "order_ambiguous",
        "packed_after_shipping",
        "possible_link",
    }
)
INCOMPLETE: Final = MISSING | {"recorded_later", "hidden", "cut"}
Codes = Mapping[str, set[UUID]]
_Said = Iterator[tuple[str, UUID]]
_OUTSIDE: Final = frozenset({ObjectKind.LOGISTIC_UNIT, ObjectKind.SUPPLIER_LOT})


def judged(
    found: Iterable[tuple[str, Iterable[UUID]]],
    answer: frozenset[UUID],
    hidden: Iterable[UUID] = (),
) -> Doubts:
    """Give the reasons that sit on lots of an answer, or hide some beside it, and what they make."""
    reasons = {"hidden": frozenset(hidden)} if hidden else {}
    for code, lots in found:
        sitting = answer.intersection(lots) | reasons.get(code, frozenset())
        if sitting:
            reasons[code] = sitting
    complete = not INCOMPLETE.intersection(reasons)
    exact = complete and not ESTIMATED.intersection(reasons)
    return Doubts(dict(sorted(reasons.items())), complete, exact)


def doubts_of(
    fold: Fold,
    conversions: Sequence[Conversion],
    tanks: Mapping[UUID, Tank],
    hops: Iterable[Hop],
) -> dict[str, set[UUID]]:
    """Give every reason that the records themselves hold, with all the lots that it sits on."""
    found: dict[str, set[UUID]] = defaultdict(set)
    for row in fold.told:
        for code, lot in _of_row(row):
            found[code].add(lot)
    for conversion in conversions:
        for code, lot in _of_conversion(conversion):
            found[code].add(lot)
    mismatched = _mismatched(fold.told)
    for tank in tanks.values():
        for code, lot in _of_tank(tank, mismatched):
            found[code].add(lot)
    found["possible_link"].update(hop.target for hop in hops if not hop.certain)
    found["origin_unrecorded"] |= _without_origin(fold)
    return found


def _of_row(row: Told) -> _Said:
    step = row.step
    for crossing in row.crossings:
        if step.kind is Kind.PACK and crossing.after is not None:
            yield "packed_after_shipping", crossing.lot
    for part, booking in row.lines:
        yield from line_doubts(step, part, booking)


def _of_conversion(conversion: Conversion) -> _Said:
    lacking = [line for line in conversion.inputs + conversion.made if line.amount is None]
    assumed = any("shipment_assumed" in line.booking.flags for line in conversion.inputs)
    mismatch = any("unit_mismatch" in line.part.flags for line in lacking)
    for line in conversion.made:
        lot = line.part.object
        assert lot is not None
        if conversion.assumed and conversion.inputs:
            yield "allocation_assumed", lot
        if assumed:
            yield "shipment_assumed", lot
        if lacking:
            yield "quantity_missing", lot
        if mismatch:
            yield "unit_mismatch", lot
        if not conversion.inputs and line.step.kind is not Kind.RECEIVE:
            yield "origin_unrecorded", lot


def _mismatched(told: Iterable[Told]) -> set[tuple[UUID, int]]:
    """Give the lines of fills whose quantity is in another dimension than their lot."""
    return {
        (row.step.event, part.number)
        for row in told
        if row.step.kind is Kind.FILL
        for part, _ in row.lines
        if "unit_mismatch" in part.flags
    }


def _of_tank(tank: Tank, mismatched: set[tuple[UUID, int]]) -> _Said:
    for booking in tank.story.bookings:
        lot = booking.entry.lot
        if booking.bucket is not None and booking.bucket.kind is BucketKind.UNEXPLAINED:
            for given in booking.given:
                owner = tank.story.layers[given.layer].entry.lot
                if owner is not None:
                    yield "unexplained", owner
        if lot is None:
            continue
        if booking.linked and booking.entry.amount is not None:
            yield "unit_mismatch", lot
            yield "quantity_missing", lot
        if booking.layer is None:
            yield from _of_draw(tank, booking, lot, mismatched)


def _of_draw(
    tank: Tank, booking: TankBooking, lot: UUID, mismatched: set[tuple[UUID, int]]
) -> _Said:
    if not tank.declared:
        yield "tank_model_undeclared", lot
    if booking.missing:
        yield "tank_underrun", lot
    if booking.unsure:
        yield "order_ambiguous", lot
    for number in booking.sources:
        layer = tank.story.layers[number]
        if not layer.measured:
            yield "quantity_missing", lot
            entry = layer.entry
            if entry.amount is not None or (entry.event, entry.number) in mismatched:
                yield "unit_mismatch", lot
        if layer.entry.lot is None and _is_unexplained(layer.entry.bucket):
            yield "unexplained", lot


def _is_unexplained(bucket: object) -> bool:
    kinds = {BucketKind.UNEXPLAINED, BucketKind.UNEXPLAINED_GAIN}
    return getattr(bucket, "kind", None) in kinds


def _without_origin(fold: Fold) -> set[UUID]:
    """Give the lots that were never received nor made."""
    seen: set[UUID] = set()
    born: set[UUID] = set()
    for row in fold.told:
        for part, booking in row.lines:
            if part.object is None or part.object_kind in _OUTSIDE:
                continue
            seen.add(part.object)
            origins = {getattr(flow.origin, "kind", None) for flow in booking.flows}
            received = row.step.kind is Kind.RECEIVE and part.role not in INPUT_ROLES
            if (
                part.role in OUTPUT_ROLES
                or origins & {BucketKind.PRODUCED, BucketKind.RECEIVED}
                or (received and part.quantity is None and part.role is not Role.PARENT)
            ):
                born.add(part.object)
    return seen - born
