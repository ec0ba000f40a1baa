"""Objects as they stand, in bulk, for whoever decides; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.lots.events import Holder, HolderKind, ObjectKind, Quality
from lotline.lots.records import ObjectState, OpenHold, Shipment

_SHIPMENT: Final = HolderKind.SHIPMENT


def states(ids: Iterable[UUID]) -> dict[UUID, ObjectState]:
    """Give the present of each object that exists; unknown ids are left out."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    balances, holds = _balances(wanted), open_holds(wanted)
    rejected = _rejected(wanted)
    shipped = shipments(
        holder.id for held in balances.values() for holder in held if holder.kind is _SHIPMENT
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind, code, product, unit, supplier, supplier_lot, good_until, quality,"
            " origin, place, container, last_event_time FROM lots_trace_object WHERE id = ANY(%s)",
            [wanted],
        )
        return {
            row[0]: replace(
                _state(row, balances.get(row[0], {}), holds.get(row[0], ()), shipped),
                rejected=rejected.get(row[0], {}),
            )
            for row in cursor.fetchall()
        }


def _state(
    row: Sequence[Any],
    balances: dict[Holder, Decimal],
    holds: Iterable[OpenHold],
    shipped: Mapping[UUID, Shipment],
) -> ObjectState:
    lot, kind, code, product, unit, supplier, supplier_lot, good_until, quality, *rest = row
    origin, place, container, last_event_time = rest
    return ObjectState(
        lot, ObjectKind(kind), code, product, unit, supplier, supplier_lot, good_until,
        Quality(quality), origin, place, container, last_event_time, balances, tuple(holds),
        {h.id: shipped[h.id] for h in balances if h.id in shipped},
    )  # fmt: skip


def shipments(ids: Iterable[UUID]) -> dict[UUID, Shipment]:
    """Give to whom each shipment left, on which order and waybill."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, customer, order_ref, waybill FROM lots_shipment WHERE id = ANY(%s)",
            [wanted],
        )
        return {row[0]: Shipment(*row[1:]) for row in cursor.fetchall()}


def contents(units: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """Give, for each logistic unit, everything inside it now, to any depth."""
    wanted = list(set(units))
    if not wanted:
        return {}
    found: dict[UUID, list[UUID]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE inside(unit, object) AS ("
            " SELECT u, u FROM unnest(%s::uuid[]) u UNION"
            " SELECT i.unit, x.object FROM inside i CROSS JOIN LATERAL ("
            "  SELECT o.id AS object FROM lots_trace_object o WHERE o.container = i.object"
            "  UNION ALL SELECT b.object FROM lots_balance b"
            "  WHERE b.holder = i.object AND b.quantity > 0) x)"
            " SELECT unit, object FROM inside WHERE unit <> object ORDER BY unit, object",
            [wanted],
        )
        for unit, inside in cursor.fetchall():
            found[unit].append(inside)
    return {unit: tuple(inside) for unit, inside in found.items()}


def whereabouts(units: Iterable[UUID]) -> dict[UUID, UUID]:
    """Give the place where each logistic unit stands, through whatever it is packed in."""
    wanted = list(set(units))
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE up(unit, object, place, container) AS ("
            " SELECT id, id, place, container FROM lots_trace_object WHERE id = ANY(%s) UNION"
            " SELECT u.unit, o.id, o.place, o.container FROM up u"
            " JOIN lots_trace_object o ON o.id = u.container)"
            " SELECT unit, place FROM up WHERE place IS NOT NULL",
            [wanted],
        )
        return dict(cursor.fetchall())


def open_holds(ids: Iterable[UUID]) -> dict[UUID, list[OpenHold]]:
    """Give the holds that lie on each object, on itself or on the supplier lot it came from."""
    found: dict[UUID, list[OpenHold]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.id, h.hold, h.object, h.reason, h.note, h.held_at, h.held_by"
            " FROM lots_trace_object o JOIN lots_hold_mark h"
            " ON h.object IN (o.id, o.supplier_lot) AND h.released_event IS NULL"
            " WHERE o.id = ANY(%s) ORDER BY h.held_at, h.hold",
            [list(set(ids))],
        )
        for lot, hold, on, reason, note, held_at, held_by in cursor.fetchall():
            inherited = on if on != lot else None
            found[lot].append(OpenHold(hold, lot, reason, note, held_at, held_by, inherited))
    return found


def _rejected(ids: list[UUID]) -> dict[UUID, dict[UUID, Decimal]]:
    """Give how much of each lot failed its inspection, by holder."""
    found: dict[UUID, dict[UUID, Decimal]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, sum(quantity) FROM lots_part"
            " WHERE object = ANY(%s) AND quality = 'nonconforming' GROUP BY object, holder",
            [ids],
        )
        for lot, holder, quantity in cursor.fetchall():
            found[lot][holder] = quantity
    return found


def _balances(ids: list[UUID]) -> dict[UUID, dict[Holder, Decimal]]:
    found: dict[UUID, dict[Holder, Decimal]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder_kind, holder, quantity FROM lots_balance"
            " WHERE object = ANY(%s) AND quantity > 0",
            [ids],
        )
        for lot, kind, holder, quantity in cursor.fetchall():
            found[lot][Holder(HolderKind(kind), holder)] = quantity
    return found
