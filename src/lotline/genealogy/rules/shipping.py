"""Who got which lots: shipments of lots and of the units around them, pure.

A shipped unit ships what it holds from that moment until it moves again: what was packed into it
afterwards, without a new place, left with the rest (GENEALOGY R6).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from lotline.genealogy.records import Incidence
from lotline.genealogy.rules.carrying import Chain, key_of, overlap
from lotline.genealogy.rules.found import Shipment
from lotline.lots.events import Kind

_MOVES = frozenset({Kind.MOVE, Kind.SHIP, Kind.RETURN, Kind.RECEIVE})


def direct_shipments(incidences: Iterable[Incidence]) -> list[Shipment]:
    """Give the shipments of lots by themselves."""
    return [
        Shipment(row.event, row.party, row.object, row.object, row.quantity)
        for row in incidences
        if row.kind == Kind.SHIP.value
    ]


def shipments_inside(rows: Iterable[Incidence], chains: Iterable[Chain]) -> list[Shipment]:
    """Give the shipments of what the chains say was in units; `rows` are those of the units."""
    by_unit: dict[UUID, list[Chain]] = defaultdict(list)
    for chain in chains:
        by_unit[chain.unit].append(chain)
    moves = _moves(rows)
    found: dict[tuple[object, ...], Shipment] = {}
    for unit, inside in by_unit.items():
        for number, row in enumerate(moves.get(unit, ())):
            if row.kind == Kind.SHIP.value:
                leaves = _next_time(moves[unit], number)
                for key, shipment in _of_unit(row, leaves, inside):
                    found.setdefault(key, shipment)
    return list(found.values())


def _moves(rows: Iterable[Incidence]) -> Mapping[UUID, list[Incidence]]:
    found: dict[UUID, list[Incidence]] = defaultdict(list)
    for row in rows:
        if row.kind in _MOVES or row.parent is not None:
            found[row.object].append(row)
    for moves in found.values():
        moves.sort(key=lambda row: (row.event_time, str(row.event), row.line))
    return found


def _next_time(moves: list[Incidence], number: int) -> datetime | None:
    at = moves[number].event_time
    return next((row.event_time for row in moves[number + 1 :] if row.event_time > at), None)


def _of_unit(
    row: Incidence, until: datetime | None, inside: Iterable[Chain]
) -> Iterator[tuple[tuple[object, ...], Shipment]]:
    """Give one shipment a stay that the shipped unit held, rests of one packing counted once."""
    families: dict[object, list[Chain]] = defaultdict(list)
    for chain in inside:
        if chain.first is None:
            yield (row.event, row.object), Shipment(row.event, row.party, None, row.object, None)
        elif overlap(chain.starts, chain.ends, row.event_time, until) is not None:
            first = chain.first
            families[first.unit, first.child, first.packed_by].append(chain)
    for family in families.values():
        moment = max(row.event_time, min(chain.starts for chain in family))
        for chain in family:
            if chain.first and chain.starts <= moment and not _over(chain.ends, moment):
                key = (row.event, *key_of(chain.first))
                later = chain.starts > row.event_time
                lot, quantity = chain.first.child, chain.first.quantity
                yield key, Shipment(row.event, row.party, lot, row.object, quantity, later)


def _over(ends: datetime | None, moment: datetime) -> bool:
    return ends is not None and ends <= moment
