"""Lots as lists show them, in bulk and in the reader's language; no actor (internal)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.kernel.decimals import plain
from lotline.lots.queries.quantities import OnHand, on_hand
from lotline.lots.records import Amount, LotRef, LotRow, Named
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Party, Product

_ROW: Final = (
    "SELECT o.id, o.kind, o.code, o.product, o.unit, o.made, o.quality, o.good_until,"
    " o.expires_on, o.supplier, s.code, o.first_event_time, o.last_event_time, o.origin,"
    " EXISTS (SELECT FROM lots_hold_mark h WHERE h.object IN (o.id, o.supplier_lot)"
    "  AND h.released_event IS NULL)"
    " FROM lots_trace_object o LEFT JOIN lots_trace_object s ON s.id = o.supplier_lot"
    " WHERE o.id = ANY(%s)"
)


@dataclass(frozen=True, slots=True)
class _Around:
    products: Mapping[UUID, Product]
    parties: Mapping[UUID, Party]
    stock: OnHand
    language: str
    now: datetime


def lot_rows(ids: Iterable[UUID], language: str, now: datetime | None = None) -> dict[UUID, LotRow]:
    """Give each object that exists as a row of a list; unknown ids are left out."""
    wanted = list(dict.fromkeys(ids))
    with connection.cursor() as cursor:
        cursor.execute(_ROW, [wanted])
        rows = cursor.fetchall()
    around = _Around(
        masterdata.products({row[3] for row in rows if row[3]}),
        masterdata.parties({row[9] for row in rows if row[9]}),
        on_hand(row[0] for row in rows), language, now or datetime.now(UTC),
    )  # fmt: skip
    shown = {row[0]: _lot_row(row, around) for row in rows}
    return {lot: shown[lot] for lot in wanted if lot in shown}


def _lot_row(row: tuple[Any, ...], around: _Around) -> LotRow:
    lot, unit = row[0], row[4]
    place = around.stock.only_place(lot)
    total = around.stock.totals.get(lot, Decimal(0))
    return LotRow(
        id=lot, kind=row[1], code=row[2],
        product=named(around.products.get(row[3]), around.language),
        quantity=amount(total, unit) if row[1] in {"lot", "item"} else None,
        made=amount(row[5], unit) if row[5] else None, quality=row[6], on_hold=row[14],
        expired=row[7] is not None and row[7] < around.now, good_until=row[7], expires_on=row[8],
        supplier=named(around.parties.get(row[9]), around.language), supplier_lot=row[10],
        first_event_time=row[11], last_event_time=row[12],
        place=place.title(around.language) if place else None, origin=row[13],
    )  # fmt: skip


def amount(value: Decimal, unit: str | None) -> Amount | None:
    """Give a quantity ready to show; None where the object is not counted in any unit."""
    return Amount(plain(value), unit) if unit else None


def named(master: Product | Party | None, language: str) -> Named | None:
    """Give a master in the reader's language, if there is one."""
    return Named(master.id, master.code, master.title(language)) if master else None


def lot_refs(ids: Iterable[UUID], language: str) -> dict[UUID, LotRef]:
    """Give each object that exists as others mention it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, kind, code, product FROM lots_trace_object WHERE id = ANY(%s)",
            [list(set(ids))],
        )
        rows = cursor.fetchall()
    products = masterdata.products({row[3] for row in rows if row[3]})
    return {
        lot: LotRef(
            lot, kind, code, products[made_of].title(language) if made_of in products else None
        )
        for lot, kind, code, made_of in rows
    }
