"""Files of partners through the one door: EPCIS documents, as facts."""

from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from django.db import transaction

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import Accepted, CaptureRequest, Outcome, Refused
from lotline.connectors.queries import shipment_voided, suppliers_among
from lotline.connectors.records import ImportedEvent, ImportResult
from lotline.connectors.rules.mapping import Around, as_capture, party_of, place_of
from lotline.connectors.rules.naming import product_uri
from lotline.connectors.rules.steps import kind_of
from lotline.connectors.rules.stocktaking import told_already
from lotline.epcis import operations as epcis
from lotline.epcis.records import EpcisEvent, Quantity
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Problem
from lotline.masterdata import operations as masterdata

_CHUNK: Final = 500
_SYSTEM_CLOCK = SystemClock()


@transaction.atomic
def import_epcis(
    actor: Actor, data: bytes, name: str, *, clock: Clock = _SYSTEM_CLOCK
) -> ImportResult:
    """Record every event of an EPCIS document as a fact, or say why one could not be.

    The same event again is a replay; the same eventID with other content is a conflict. Raises
    `Invalid` where the document itself cannot be read; nothing of it is taken then.
    """
    document = epcis.read_document(data)
    suppliers = suppliers_among(document.events)
    _stand_ins(document.events, suppliers)
    outcomes: list[Outcome | Problem] = []
    for part in _parts(document.events):
        requests = _requests(part, suppliers)
        outcomes += door.capture_batch(actor, requests, mode=door.BatchMode.PROCEED, clock=clock)
    told = [
        _told(epcis.event_identity(event), outcome)
        for event, outcome in zip(document.events, outcomes, strict=True)
    ]
    return ImportResult(name, tuple(told), tuple(found.code for found in document.tolerated))


def _parts(events: Iterable[EpcisEvent]) -> Iterator[list[EpcisEvent]]:
    """Cut a document into batches; who takes a shipment back must find it recorded."""
    part: list[EpcisEvent] = []
    for event in events:
        if part and (len(part) == _CHUNK or _takes_back(event)):
            yield part
            part = []
        part.append(event)
    if part:
        yield part


def _requests(events: list[EpcisEvent], suppliers: frozenset[str]) -> list[CaptureRequest]:
    return [
        as_capture(event, {}, Around(suppliers, _voids(event), already))
        for event, already in zip(events, told_already(events), strict=True)
    ]


def _voids(event: EpcisEvent) -> UUID | None:
    return shipment_voided(event) if _takes_back(event) else None


def _takes_back(event: EpcisEvent) -> bool:
    return event.biz_step == "void_shipping" and event.error_declaration is None


def _stand_ins(events: Iterable[EpcisEvent], suppliers: frozenset[str]) -> None:
    """Make a stub for every place, party and product that a document names and nobody knows."""
    for event in events:
        for place in {place_of(event), event.biz_location}:
            if place is not None and not place.startswith("geo:"):
                masterdata.stub_location(epcis.identify(place).uri)
        customer = party_of(event, kind_of(event, suppliers))
        if customer is not None and epcis.identify(customer).uri not in suppliers:
            masterdata.stub_party(epcis.identify(customer).uri, customer=True)
        for uri, unit in _products(event):
            masterdata.stub_product(uri, stock_unit=unit)


def _products(event: EpcisEvent) -> Iterable[tuple[str, str]]:
    classes = (*event.quantities, *event.child_quantities, *event.input_quantities,
               *event.output_quantities)  # fmt: skip
    epcs = (*event.epcs, *event.child_epcs, *event.input_epcs, *event.output_epcs)
    for named in (*classes, *(Quantity(epc) for epc in epcs)):
        uri = product_uri(epcis.identify(named.epc_class))
        if uri is not None:
            yield uri, named.uom or "C62"


def _told(name: str, outcome: Outcome | Problem) -> ImportedEvent:
    if isinstance(outcome, Accepted):
        return ImportedEvent(name, "replayed" if outcome.replayed else "accepted", outcome.warnings)
    if isinstance(outcome, Refused):
        return ImportedEvent(name, "refused", tuple(r.code for r in outcome.refusals))
    reasons = tuple(violation.code for violation in outcome.violations)
    return ImportedEvent(name, "invalid", (outcome.code, *reasons))
