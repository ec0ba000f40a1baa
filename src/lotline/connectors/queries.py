"""What must be looked up before a foreign event can be understood; no actor (internal)."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from lotline.connectors.rules.steps import receiver_of
from lotline.epcis.operations import identify
from lotline.epcis.records import EpcisEvent
from lotline.kernel.ids import uuid_of_uri
from lotline.ledger import queries as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Kind, TraceEvent, from_payload
from lotline.masterdata import queries as masterdata

_MOST: Final = 1000


def suppliers_among(events: Iterable[EpcisEvent]) -> frozenset[str]:
    """Give the canonical URIs of receivers that we buy from and do not sell to.

    Whoever is both is meant as supplier only where the goods are said to be returned.
    """
    wanted = {uri: event.disposition for event in events if (uri := receiver_of(event))}
    found = masterdata.parties_by_uri(wanted)
    return frozenset(
        uri
        for uri, party in found.items()
        if party.supplier and (not party.customer or wanted[uri] == "returned")
    )


def shipment_voided(event: EpcisEvent) -> UUID | None:
    """Give the latest effective shipment of the same objects and papers; None where there is none."""
    objects = set(_objects(event))
    papers = {paper.id for paper in event.biz_transactions}
    for shipped in _shipments(objects, event):
        named = {line.object for line in shipped.lines if line.object}
        agrees = not papers or bool(papers & {reference.id for reference in shipped.references})
        if named == objects and agrees:
            return shipped.event_id
    return None


def _shipments(objects: set[UUID], event: EpcisEvent) -> list[TraceEvent]:
    """Give the standing foreign shipments of one of the objects until then, latest first."""
    stored = ledger.of_subject(str(min(objects)), limit=_MOST) if objects else []
    ships = [
        from_payload(one.payload)
        for one in stored
        if one.kind == Kind.SHIP.value and one.event_time <= event.event_time
    ]
    voided = lots.corrections_of([ship.event_id for ship in ships])
    standing = [ship for ship in ships if ship.epcis and ship.event_id not in voided]
    return sorted(standing, key=lambda ship: ship.event_time, reverse=True)


def _objects(event: EpcisEvent) -> Iterator[UUID]:
    classes = (quantity.epc_class for quantity in event.quantities)
    named = (*event.epcs, *classes, *((event.parent_id,) if event.parent_id else ()))
    for uri in named:
        yield uuid_of_uri(identify(uri).uri)
