"""What the folds go on from: stored states, places in the fold, turns of units."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection

from lotline.lots.events import Holder, HolderKind, Quality
from lotline.lots.folds.around import Shipment
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order
from lotline.lots.folds.units import Turn, Units
from lotline.lots.rules.parting import Label, Parts


def load_states(lots: Iterable[UUID]) -> dict[UUID, LotState]:
    """Give the stored state of each lot; a lot without balances has an empty one."""
    wanted = list(lots)
    balances: dict[UUID, dict[Holder, Any]] = defaultdict(dict)
    opened: dict[UUID, dict[Holder, Order]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder_kind, holder, quantity, opened_time, opened_tie,"
            " opened_recorded, opened_event FROM lots_balance WHERE object = ANY(%s)",
            [wanted],
        )
        for lot, kind, holder_id, quantity, *key in cursor.fetchall():
            holder = Holder(HolderKind(kind), holder_id)
            if holder.kind is not HolderKind.TANK:
                balances[lot][holder] = quantity
            if key[0] is not None:
                opened[lot][holder] = (key[0], key[1], key[2], key[3])
    return {lot: LotState.restore(balances[lot], opened[lot]) for lot in wanted}


def load_parts(lots: Iterable[UUID]) -> dict[UUID, Parts]:
    """Give the stored parts of each lot."""
    wanted = list(lots)
    found: dict[UUID, dict[tuple[UUID, Label], Any]] = {lot: {} for lot in wanted}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, quality, owner, quantity FROM lots_part WHERE object = ANY(%s)",
            [wanted],
        )
        for lot, holder, quality, owner, quantity in cursor.fetchall():
            found[lot][holder, Label(Quality(quality), owner)] = quantity
    return {lot: Parts(stored) for lot, stored in found.items()}


def load_marks(lots: Iterable[UUID]) -> dict[UUID, Order]:
    """Give the place in the fold of the newest step that is booked on each lot or unit."""
    wanted = list(lots)
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, fold_time, fold_tie, fold_recorded, fold_event FROM lots_trace_object"
            " WHERE id = ANY(%s) AND fold_time IS NOT NULL",
            [wanted],
        )
        return {lot: (time, tie, at, event) for lot, time, tie, at, event in cursor.fetchall()}


# Units around units outwards: where a thing stands is decided by whatever it is packed in.
_TURNS = (
    "WITH RECURSIVE named(id) AS (SELECT u FROM unnest(%s::uuid[]) u),"
    " around(unit) AS (SELECT t.unit FROM named n JOIN lots_turn t ON t.stay = n.id UNION"
    " SELECT t.unit FROM named n JOIN lots_turn t ON t.unit = n.id UNION"
    " SELECT o.unit FROM around a JOIN lots_turn t ON t.unit = a.unit AND t.holder_kind = 'unit'"
    " JOIN lots_turn o ON o.stay = t.holder)"
    " SELECT unit, stay_number, stay, number, event_time, tie, recorded, event, holder_kind, holder"
    " FROM lots_turn WHERE unit IN (SELECT unit FROM around) ORDER BY 1, 2, 4"
)


def load_units(units: Iterable[UUID]) -> Units:
    """Give units, named by themselves or by a stay, with all their turns, and the units around them."""
    found, wanted = Units(), list(units)
    if not wanted:
        return found
    with connection.cursor() as cursor:
        cursor.execute(_TURNS, [wanted])
        rows = cursor.fetchall()
    for (unit, _, stay), turns in groupby(rows, key=lambda row: row[:3]):
        found.restore(unit, stay, [_turn(row) for row in turns])
    found.shipments.update(load_shipments(row[9] for row in rows if row[8] == "shipment"))
    return found


def load_shipments(ids: Iterable[UUID]) -> dict[UUID, Shipment]:
    """Give to whom shipments left, on which order and waybill."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, customer, order_ref, waybill FROM lots_shipment WHERE id = ANY(%s)",
            [wanted],
        )
        return {row[0]: Shipment(*row[1:]) for row in cursor.fetchall()}


def _turn(row: tuple[Any, ...]) -> Turn:
    key = (row[4], row[5], row[6], row[7])
    return Turn(key, Holder(HolderKind(row[8]), row[9]))
