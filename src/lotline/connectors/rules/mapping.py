"""A foreign EPCIS event as a fact at our door; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from lotline.capture.records import CaptureRequest, MasterRef, Mode, ObjectRef
from lotline.connectors.rules.declaring import correctives_of, declared_of, moment_of, reason_of
from lotline.connectors.rules.grouping import HOLDING, groups_of
from lotline.connectors.rules.naming import Known, master, object_of
from lotline.connectors.rules.provenance import as_said, as_sent, event_key
from lotline.connectors.rules.steps import goes_back, kind_of, receiver_of, verdict_of
from lotline.epcis.records import EpcisEvent, TypedId
from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Kind, ObjectKind, Reference

_PARTIES: Final = ("owning_party", "possessing_party")


@dataclass(frozen=True, slots=True)
class Around:
    """What has to be known to tell what an event means.

    `suppliers` are the canonical URIs of whom we buy from, `voids` the shipment that a
    `void_shipping` takes back, `told_already` that another event of the document tells the same already.
    """

    suppliers: frozenset[str] = frozenset()
    voids: UUID | None = None
    told_already: bool = False


def as_capture(event: EpcisEvent, known: Known, around: Around = Around()) -> CaptureRequest:
    """Say what a foreign event means here, losing nothing of what it says.

    `known` gives the identities of the masters that stand for its URIs.
    """
    kind = _kind(event, around)
    identity = uuid_of_uri(event_key(event))
    place = _place(event, kind, known)
    groups = groups_of(event, kind, known)
    sent_back = goes_back(event, around.suppliers) if kind is Kind.RETURN else False
    return CaptureRequest(
        client_id=f"epcis:{identity}",
        event_id=identity,
        kind=kind,
        mode=Mode.FACT,
        event_time=moment_of(event),
        offset=event.offset,
        time_source="message",
        place=place,
        to_place=place if kind is Kind.MOVE else None,
        customer=None if sent_back else _customer(event, kind, known),
        supplier=_receiver(event, known) if sent_back else None,
        unit=_unit(event, kind, known) if kind in HOLDING else None,
        inputs=groups.get("inputs", ()),
        outputs=groups.get("outputs", ()),
        subjects=groups.get("subjects", ()),
        verdict=verdict_of(event) if kind is Kind.INSPECT else None,
        references=tuple(_references(event.biz_transactions)),
        link=event.transformation_id,
        epcis=as_said(event, kind),
        source=as_sent(event),
        reason=reason_of(event, kind),
        corrects=declared_of(event) or around.voids,
        correctives=correctives_of(event),
    )


def party_of(event: EpcisEvent, kind: Kind) -> str | None:
    """Give the URI of the customer: the new owner of a shipment, else its new keeper.

    For what comes back it is whoever owned or kept it before.
    """
    named = event.sources if kind is Kind.RETURN else event.destinations
    found = {party.type: party.id for party in named}
    return next((found[role] for role in _PARTIES if role in found), None)


def place_of(event: EpcisEvent) -> str | None:
    """Give the URI of the place where the objects are afterwards; a point on a map is none."""
    for uri in (event.biz_location, event.read_point):
        if uri is not None and not uri.startswith("geo:"):
            return uri
    return None


def _place(event: EpcisEvent, kind: Kind, known: Known) -> MasterRef | None:
    # An observation says where things are only by its business location (EPCIS 2.0 §7.3.6).
    uri = event.biz_location if kind is Kind.MOVE else place_of(event)
    return None if uri is None else master(uri, known)


def _kind(event: EpcisEvent, around: Around) -> Kind:
    if around.told_already:
        return Kind.PROCESS
    return Kind.CORRECT if around.voids else kind_of(event, around.suppliers)


def _customer(event: EpcisEvent, kind: Kind, known: Known) -> MasterRef | None:
    uri = party_of(event, kind) if kind in {Kind.SHIP, Kind.RETURN} else None
    return None if uri is None else master(uri, known)


def _receiver(event: EpcisEvent, known: Known) -> MasterRef | None:
    uri = receiver_of(event)
    return None if uri is None else master(uri, known)


def _unit(event: EpcisEvent, kind: Kind, known: Known) -> ObjectRef | None:
    if event.parent_id is None:
        return None
    packing = kind in {Kind.PACK, Kind.UNPACK}
    taken_for = ObjectKind.LOGISTIC_UNIT if packing else ObjectKind.ITEM
    return object_of(event.parent_id, known, taken_for)


def _references(transactions: Iterable[TypedId]) -> Iterator[Reference]:
    for transaction in transactions:
        yield Reference(type=transaction.type or "document", id=transaction.id)
