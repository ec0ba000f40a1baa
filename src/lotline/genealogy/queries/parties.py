"""Who got the lots of an answer, and who supplied them."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.genealogy.queries.objects import named
from lotline.genealogy.records import CustomerTotal, SupplierTotal
from lotline.genealogy.rules.found import Shipment, Walk
from lotline.kernel.decimals import plain
from lotline.kernel.messages import Language, text
from lotline.lots.events import Kind, Measure, ObjectKind
from lotline.lots.events.shapes import ORDERS, WAYBILLS
from lotline.lots.records import Amount, LotRow, Named
from lotline.masterdata import queries as masterdata

UNKNOWN: Final = UUID(int=0)


def customers(walk: Walk, language: Language) -> tuple[CustomerTotal, ...]:
    """Give each customer with what they got, by unit of measure, and the papers it went with."""
    by_party: dict[UUID, list[Shipment]] = defaultdict(list)
    for shipment in walk.shipments:
        by_party[shipment.party or UNKNOWN].append(shipment)
    names = customer_names(by_party, language)
    papers = _papers({shipment.event for shipment in walk.shipments})
    found = [
        CustomerTotal(
            names[party],
            add_up(shipment.quantity for shipment in shipments),
            _of(papers, shipments, ORDERS),
            _of(papers, shipments, WAYBILLS),
            len({shipment.lot for shipment in shipments if shipment.lot}),
        )
        for party, shipments in by_party.items()
    ]
    return tuple(sorted(found, key=lambda total: (total.party.code, total.party.id)))


def customer_names(parties: Iterable[UUID], language: Language) -> dict[UUID, Named]:
    """Name customers; whoever nobody wrote down is shown as unknown, never left out."""
    wanted = set(parties)
    known = masterdata.parties(wanted - {UNKNOWN})
    nobody = text("trace.customer_unknown", language)
    return {
        party: named(known.get(party), language) or Named(party, "", nobody) for party in wanted
    }


def suppliers(walk: Walk, rows: dict[UUID, LotRow]) -> tuple[SupplierTotal, ...]:
    """Give each supplier of the materials found, with what was received of them."""
    received: dict[UUID, list[Measure | None]] = defaultdict(list)
    for row in walk.incidences:
        if row.kind == Kind.RECEIVE.value and row.side == "out":
            received[row.object].append(row.quantity)
    by_party: dict[Named, list[UUID]] = defaultdict(list)
    for lot in walk.back.keys() | ({walk.start} & rows.keys()):
        supplier = rows[lot].supplier
        if supplier is not None:
            by_party[supplier].append(lot)
    found = [
        SupplierTotal(party, add_up(q for lot in lots for q in received[lot]), _count(lots, rows))
        for party, lots in by_party.items()
    ]
    return tuple(sorted(found, key=lambda total: (total.party.code, total.party.id)))


def add_up(quantities: Iterable[Measure | None]) -> tuple[Amount, ...]:
    """Add up quantities, each unit of measure by itself; what is not known adds nothing."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for quantity in quantities:
        if quantity is not None:
            totals[quantity.unit] += quantity.value
    return tuple(Amount(plain(totals[unit]), unit) for unit in sorted(totals))


def _count(lots: list[UUID], rows: dict[UUID, LotRow]) -> int:
    """Count the received lots; where only the supplier's own lots are known, those."""
    own = [lot for lot in lots if rows[lot].kind != ObjectKind.SUPPLIER_LOT.value]
    return len(own or lots)


def _papers(events: set[UUID]) -> dict[UUID, list[tuple[str, str]]]:
    found: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event, type, ref FROM lots_event_reference WHERE event = ANY(%s)",
            [list(events)],
        )
        for event, kind, reference in cursor.fetchall():
            found[event].append((kind, reference))
    return found


def _of(
    papers: dict[UUID, list[tuple[str, str]]], shipments: list[Shipment], kinds: frozenset[str]
) -> tuple[str, ...]:
    events = {shipment.event for shipment in shipments}
    return tuple(sorted({ref for event in events for kind, ref in papers[event] if kind in kinds}))
