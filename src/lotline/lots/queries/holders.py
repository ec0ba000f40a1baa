"""What holds quantities of a lot, named for people: places, units, tanks, shipments; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db import connection

from lotline.lots.events import Holder, HolderKind
from lotline.lots.queries.rows import amount, lot_refs
from lotline.lots.records import BalanceRow, HolderCard, LotPart, ObjectState, Shipment
from lotline.lots.rules.parting import OURS
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import PlaceKind


def balance_rows(state: ObjectState, language: str) -> tuple[BalanceRow, ...]:
    """Give how much of a lot lies where, in order of kind and code."""
    cards = holder_cards(state.balances, state.shipments, language)
    parts = _parts(state, language)
    found = [
        BalanceRow(cards[holder.id], left, tuple(parts.get(holder.id, ())))
        for holder, quantity in state.balances.items()
        if holder.id in cards and (left := amount(quantity, state.unit))
    ]
    return tuple(sorted(found, key=lambda row: (row.holder.kind, row.holder.code)))


def _parts(state: ObjectState, language: str) -> dict[UUID, list[LotPart]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT holder, quality, owner, quantity FROM lots_part WHERE object = %s"
            " ORDER BY holder, owner, quality",
            [state.id],
        )
        rows = cursor.fetchall()
    owners = masterdata.parties({row[2] for row in rows if row[2] != OURS})
    found: dict[UUID, list[LotPart]] = defaultdict(list)
    for holder, quality, owner, quantity in rows:
        name = owners[owner].title(language) if owner in owners else None
        if left := amount(quantity, state.unit):
            found[holder].append(LotPart(quality, name, left))
    return found


def holder_cards(
    holders: Mapping[Holder, object], shipments: Mapping[UUID, Shipment], language: str
) -> dict[UUID, HolderCard]:
    """Name holders; what nobody knows any more is left out."""
    ids = {kind: {h.id for h in holders if h.kind is kind} for kind in HolderKind}
    cards = dict(_places(ids[HolderKind.PLACE], language))
    for unit in lot_refs(ids[HolderKind.UNIT], language).values():
        cards[unit.id] = HolderCard(unit.id, "unit", unit.code, unit.code)
    for tank in masterdata.equipment(ids[HolderKind.TANK]).values():
        title = tank.title(language)
        cards[tank.id] = HolderCard(tank.id, "tank", tank.code, title, PlaceKind.PROCESS.value)
    cards.update(_shipments(ids[HolderKind.SHIPMENT], shipments, language))
    return cards


def _places(ids: set[UUID], language: str) -> Iterator[tuple[UUID, HolderCard]]:
    for place in masterdata.locations(ids).values():
        title = place.title(language)
        yield place.id, HolderCard(place.id, "place", place.code, title, place.kind.value)


def _shipments(
    ids: set[UUID], shipments: Mapping[UUID, Shipment], language: str
) -> Iterator[tuple[UUID, HolderCard]]:
    known = {id_: shipments[id_] for id_ in ids if id_ in shipments}
    parties = masterdata.parties({s.customer for s in known.values() if s.customer})
    for id_, shipment in known.items():
        party = parties.get(shipment.customer) if shipment.customer else None
        papers = " / ".join(part for part in (shipment.order, shipment.waybill) if part)
        name = party.title(language) if party else ""
        yield id_, HolderCard(id_, "shipment", papers, name, PlaceKind.TRANSIT.value)
