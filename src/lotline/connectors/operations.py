"""Files of partners through the one door: EPCIS documents, as facts."""

from collections.abc import Iterable
from typing import Final

from django.db import transaction

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import Accepted, Outcome, Refused
from lotline.connectors.records import ImportedEvent, ImportResult
from lotline.connectors.rules.mapping import as_capture, customer_of, place_of
from lotline.connectors.rules.naming import product_uri
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
    _stand_ins(document.events)
    requests = [as_capture(event, {}) for event in document.events]
    outcomes: list[Outcome | Problem] = []
    for first in range(0, len(requests), _CHUNK):
        part = requests[first : first + _CHUNK]
        outcomes += door.capture_batch(actor, part, mode=door.BatchMode.PROCEED, clock=clock)
    told = [
        _told(epcis.event_identity(event), outcome)
        for event, outcome in zip(document.events, outcomes, strict=True)
    ]
    return ImportResult(name, tuple(told), tuple(found.code for found in document.tolerated))


def _stand_ins(events: Iterable[EpcisEvent]) -> None:
    """Make a stub for every place, party and product that a document names and nobody knows."""
    for event in events:
        for place in {place_of(event), event.biz_location}:
            if place is not None and not place.startswith("geo:"):
                masterdata.stub_location(epcis.identify(place).uri)
        customer = customer_of(event)
        if customer is not None:
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
