"""A foreign EPCIS event as a fact at our door; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from lotline.capture.records import CaptureRequest, LineRequest, MasterRef, Mode, ObjectRef
from lotline.connectors.rules.naming import Known, amount, instance, master, object_of
from lotline.connectors.rules.provenance import as_said, as_sent, event_key
from lotline.connectors.rules.steps import kind_of, verdict_of
from lotline.epcis.records import EpcisEvent, Quantity, TypedId
from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Kind, ObjectKind, Reference

Lines = tuple[LineRequest, ...]
_RECEIVERS: Final = ("owning_party", "possessing_party")
_EXPIRES: Final = ("itemExpirationDate", "bestBeforeDate")
_LOT_DATA: Final = "urn:epcglobal:cbv:mda"


def as_capture(event: EpcisEvent, known: Known) -> CaptureRequest:
    """Say what a foreign event means here, losing nothing of what it says.

    `known` gives the identities of the masters that stand for its URIs.
    """
    kind = kind_of(event)
    identity = uuid_of_uri(event_key(event))
    place = _place(event, kind, known)
    groups = _groups(event, kind, known)
    return CaptureRequest(
        client_id=f"epcis:{identity}",
        event_id=identity,
        kind=kind,
        mode=Mode.FACT,
        event_time=event.event_time,
        offset=event.offset,
        time_source="message",
        place=place,
        to_place=place if kind is Kind.MOVE else None,
        customer=_customer(event, known) if kind is Kind.SHIP else None,
        unit=_unit(event, known) if kind in {Kind.PACK, Kind.UNPACK} else None,
        inputs=groups.get("inputs", ()),
        outputs=groups.get("outputs", ()),
        subjects=groups.get("subjects", ()),
        verdict=verdict_of(event) if kind is Kind.INSPECT else None,
        references=tuple(_references(event.biz_transactions)),
        link=event.transformation_id,
        epcis=as_said(event, kind),
        source=as_sent(event),
    )


def customer_of(event: EpcisEvent) -> str | None:
    """Give the URI of whoever a shipment goes to: the new owner, else the new keeper."""
    found = {destination.type: destination.id for destination in event.destinations}
    return next((found[role] for role in _RECEIVERS if role in found), None)


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


def _customer(event: EpcisEvent, known: Known) -> MasterRef | None:
    uri = customer_of(event)
    return None if uri is None else master(uri, known)


def _unit(event: EpcisEvent, known: Known) -> ObjectRef | None:
    if event.parent_id is None:
        return None
    return object_of(event.parent_id, known, ObjectKind.LOGISTIC_UNIT)


def _groups(event: EpcisEvent, kind: Kind, known: Known) -> dict[str, Lines]:
    if kind is Kind.TRANSFORM:
        made = _lines(event.output_epcs, event.output_quantities, known)
        return {
            "inputs": _lines(event.input_epcs, event.input_quantities, known),
            "outputs": _with_lot_data(event, made),
        }
    if kind in {Kind.PACK, Kind.UNPACK}:
        return {"subjects": _lines(event.child_epcs, event.child_quantities, known)}
    named = tuple(_named(event, kind, known))
    if kind is Kind.RECEIVE:
        return {"outputs": _with_lot_data(event, named)}
    return {"subjects": named}


def _named(event: EpcisEvent, kind: Kind, known: Known) -> Iterator[LineRequest]:
    yield from _lines(event.epcs, event.quantities, known)
    if event.parent_id is not None:
        yield instance(event.parent_id, known, ObjectKind.LOGISTIC_UNIT)
    # What goes with its unit is not named a second time, or it would leave the unit.
    if event.parent_id is None or kind is Kind.PROCESS:
        yield from _lines(event.child_epcs, event.child_quantities, known)
    if kind is Kind.PROCESS:
        yield from _lines(event.input_epcs, event.input_quantities, known)
        yield from _lines(event.output_epcs, event.output_quantities, known)


def _lines(epcs: Iterable[str], quantities: Iterable[Quantity], known: Known) -> Lines:
    return (
        *(instance(epc, known) for epc in epcs),
        *(amount(quantity, known) for quantity in quantities),
    )


def _with_lot_data(event: EpcisEvent, lines: Lines) -> Lines:
    """Put the dates that the event gives its new lots onto their stubs."""
    expires = _expiry(event)
    if expires is None:
        return lines
    return tuple(
        replace(line, lot=replace(line.lot, stub=replace(line.lot.stub, expires_on=expires)))
        if line.lot.stub is not None and line.lot.stub.kind is not ObjectKind.LOGISTIC_UNIT
        else line
        for line in lines
    )


def _expiry(event: EpcisEvent) -> date | None:
    prefixes = [name for name, uri in event.namespaces.items() if uri == _LOT_DATA]
    for attribute in _EXPIRES:
        for prefix in prefixes:
            value = event.ilmd.get(f"{prefix}:{attribute}")
            try:
                return date.fromisoformat(str(value)[:10])
            except ValueError:
                continue
    return None


def _references(transactions: Iterable[TypedId]) -> Iterator[Reference]:
    for transaction in transactions:
        yield Reference(type=transaction.type or "document", id=transaction.id)
