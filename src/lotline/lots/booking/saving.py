"""Writing back what the folds say: balances, flows, marks, turns of units, shipments."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.lots.events import Holder, HolderKind, Kind
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.flow import Booking, Bucket, End
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order, Part, Step
from lotline.lots.rules.parting import Parts


@dataclass(slots=True)
class Booked:
    """What is to be written of one lot; `whole` if it was folded from its start."""

    lot: UUID
    state: LotState
    whole: bool
    parts: Parts = field(default_factory=Parts)
    mark: Order | None = None
    bookings: list[tuple[Step, Part, Booking]] = field(default_factory=list)

    @property
    def disputed(self) -> Decimal:
        """Give how much of the lot the record does not cover, in these bookings."""
        return decimal_of(sum(booking.disputed for *_, booking in self.bookings))


def save(found: Sequence[Booked]) -> None:
    """Write lots as they now stand."""
    whole = [booked.lot for booked in found if booked.whole]
    with connection.cursor() as cursor:
        if whole:
            cursor.execute("DELETE FROM lots_flow WHERE object = ANY(%s)", [whole])
        cursor.execute(
            "DELETE FROM lots_balance WHERE object = ANY(%s) AND holder_kind <> 'tank'",
            [[booked.lot for booked in found]],
        )
        cursor.executemany(
            "INSERT INTO lots_balance (object, holder, holder_kind, quantity, opened_time,"
            " opened_tie, opened_recorded, opened_event) VALUES (%s,%s,%s,%s,%s,%s,%s,%s)",
            [row for booked in found for row in _balances(booked.lot, booked.state)],
        )
        cursor.execute(
            "DELETE FROM lots_part WHERE object = ANY(%s)", [[booked.lot for booked in found]]
        )
        cursor.executemany(
            "INSERT INTO lots_part (object, holder, quality, owner, quantity)"
            " VALUES (%s,%s,%s,%s,%s)",
            [
                (booked.lot, holder, label.quality.value, label.owner, quantity)
                for booked in found
                for (holder, label), quantity in booked.parts.quantities().items()
            ],
        )
        cursor.executemany(
            "INSERT INTO lots_flow (object, event, number, part, origin, origin_id, destination,"
            " destination_id, quantity, reason, event_time, tie, recorded, sensitive)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            [row for booked in found for row in _flows(booked)],
        )
        cursor.executemany(
            "UPDATE lots_trace_object SET disputed = CASE WHEN %s THEN 0 ELSE disputed END + %s,"
            " fold_time = %s, fold_tie = %s, fold_recorded = %s, fold_event = %s WHERE id = %s",
            [
                (booked.whole, booked.disputed, *(booked.mark or (None,) * 4), booked.lot)
                for booked in found
            ],
        )


def save_shipments(steps: Iterable[Step], ids: Mapping[UUID, UUID]) -> None:
    """Write down to whom goods left; `ids` gives the shipment of each step that ships."""
    rows = [
        (ids[step.event], step.customer, step.order, step.waybill, _place_of(step))
        for step in steps
        if step.event in ids
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO lots_shipment (id, customer, order_ref, waybill, place)"
                " VALUES (%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
                rows,
            )


def _place_of(step: Step) -> UUID | None:
    targets = (part.target for part in step.parts)
    return next((t.id for t in targets if t is not None and t.kind is HolderKind.PLACE), None)


def _balances(lot: UUID, state: LotState) -> Iterable[tuple[Any, ...]]:
    for holder, quantity in state.quantities().items():
        key = state.opened.get(holder) or (None,) * 4
        yield lot, holder.id, holder.kind.value, quantity, *key
    for holder, key in state.opened.items():
        if holder not in state.balances:
            yield lot, holder.id, holder.kind.value, Decimal(0), *key


def _flows(booked: Booked) -> Iterable[tuple[Any, ...]]:
    for step, line, booking in booked.bookings:
        times = (step.time, step.tie, step.recorded, is_sensitive(step, line, booking))
        rows = list(_rows(booking))
        if not rows and times[3]:
            rows.append(("none", None, "none", None, Decimal(0), ""))
        for part, row in enumerate(rows):
            yield booked.lot, step.event, line.number, part, *row, *times


def _rows(booking: Booking) -> Iterable[tuple[Any, ...]]:
    for flow in booking.flows:
        origin, origin_id, gave = _end(flow.origin)
        destination, destination_id, took = _end(flow.destination)
        quantity = decimal_of(flow.amount)
        yield origin, origin_id, destination, destination_id, quantity, gave or took
    if booking.unbooked:
        yield "disputed", None, "nowhere", None, decimal_of(booking.unbooked), ""


def is_sensitive(step: Step, line: Part, booking: Booking) -> bool:
    """Say whether a booking would be another one if the lot had had more, or lain elsewhere."""
    if line.quantity is None:
        return False
    chose = line.open_source and step.kind not in _MAKING
    return chose or step.kind is Kind.COUNT or bool(booking.disputed or booking.flags)


_MAKING = frozenset({Kind.RECEIVE, Kind.PROCESS, Kind.INSPECT, Kind.HOLD, Kind.RELEASE})


def _end(end: End) -> tuple[str, UUID | None, str]:
    if isinstance(end, Bucket):
        return end.kind.value, None, end.detail
    assert isinstance(end, Holder)
    return end.kind.value, end.id, ""
