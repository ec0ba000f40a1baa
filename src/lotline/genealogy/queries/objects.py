"""The lots and logistic units of an answer, as lists show them, in bulk; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.kernel.decimals import plain
from lotline.lots import queries as lots
from lotline.lots.records import Amount, LotRow, Named
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Location, PlaceKind

_AWAY: Final = frozenset({PlaceKind.TRANSIT, PlaceKind.SUPPLIER, PlaceKind.SUBCONTRACTOR})
_ROW: Final = (
    "SELECT o.id, o.kind, o.code, o.product, o.unit, o.made, o.quality, o.good_until,"
    " o.expires_on, o.supplier, s.code, o.first_event_time, o.last_event_time, o.place, o.origin,"
    " o.id IN (SELECT x.id FROM lots_hold_mark h JOIN lots_trace_object x"
    "  ON h.object IN (x.id, x.supplier_lot) WHERE h.released_event IS NULL)"
    " FROM lots_trace_object o LEFT JOIN lots_trace_object s ON s.id = o.supplier_lot"
    " WHERE o.id = ANY(%s)"
)


def kinds_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give what each object is; unknown ids are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, kind FROM lots_trace_object WHERE id = ANY(%s)", [list(ids)])
        return dict(cursor.fetchall())


def lot_rows(ids: Iterable[UUID], language: str, now: datetime) -> dict[UUID, LotRow]:
    """Give each object that is known as a row of a list, in the reader's language."""
    wanted = list(ids)
    with connection.cursor() as cursor:
        cursor.execute(_ROW, [wanted])
        rows = cursor.fetchall()
    totals, places = _on_hand(wanted, {row[0]: row[13] for row in rows if row[13]})
    products = masterdata.products({row[3] for row in rows if row[3]})
    parties = masterdata.parties({row[9] for row in rows if row[9]})
    return {
        row[0]: _lot_row(row, products, parties, totals.get(row[0]), places, language, now)
        for row in rows
    }


def named(master: Any, language: str) -> Named | None:
    """Give a master in the reader's language, if there is one."""
    return Named(master.id, master.code, master.title(language)) if master else None


def _lot_row(
    row: tuple[Any, ...], products: dict[UUID, Any], parties: dict[UUID, Any],
    total: Decimal | None, places: dict[UUID, Location], language: str, now: datetime,
) -> LotRow:  # fmt: skip
    place, unit = places.get(row[0]), row[4]
    return LotRow(
        id=row[0], kind=row[1], code=row[2], product=named(products.get(row[3]), language),
        quantity=Amount(plain(total or Decimal(0)), unit) if unit and row[1] == "lot" else None,
        made=Amount(plain(row[5]), unit) if unit and row[5] else None, quality=row[6],
        on_hold=row[15], expired=row[7] is not None and row[7] < now, good_until=row[7],
        expires_on=row[8], supplier=named(parties.get(row[9]), language), supplier_lot=row[10],
        first_event_time=row[11], last_event_time=row[12],
        place=place.title(language) if place else None, origin=row[14],
    )  # fmt: skip


def _on_hand(
    ids: list[UUID], standing: dict[UUID, UUID]
) -> tuple[dict[UUID, Decimal], dict[UUID, Location]]:
    """Give how much of each lot lies on own sites, and the place of what lies in just one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, holder_kind, quantity FROM lots_balance"
            " WHERE object = ANY(%s) AND quantity > 0",
            [ids],
        )
        balances = cursor.fetchall()
    stands = lots.whereabouts({holder for _, holder, kind, _ in balances if kind == "unit"})
    known = masterdata.locations(
        {holder for _, holder, kind, _ in balances if kind == "place"}
        | set(stands.values())
        | set(standing.values())
    )
    totals: dict[UUID, Decimal] = defaultdict(Decimal)
    places: dict[UUID, set[UUID]] = defaultdict(set)
    for unit, place in standing.items():
        places[unit].add(place)
    for lot, holder, kind, quantity in balances:
        stood = holder if kind == "place" else stands.get(holder, holder)
        if stood not in known or known[stood].kind not in _AWAY:
            totals[lot] += quantity
            places[lot].add(stood)
    single = {lot: next(iter(found)) for lot, found in places.items() if len(found) == 1}
    return totals, {lot: known[place] for lot, place in single.items() if place in known}
