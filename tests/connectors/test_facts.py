"""What partners tell of stock, of parts, of mistakes: recorded as facts and booked."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from lotline.connectors import operations as connectors
from lotline.connectors.records import ImportResult
from lotline.epcis.operations import identify
from lotline.kernel.ids import uuid_of_uri
from lotline.ledger import operations as ledger
from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import HolderKind, Kind, TraceEvent, from_payload
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import PartyDraft
from tests.plant import ACTOR

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data" / "epcis"
LOT = "urn:epc:class:lgtin:4012345.012345.998877"
CAR = "urn:epc:id:sgtin:0614141.107346.2017"
PART = "urn:epc:id:giai:4000001.12345"
PLANT = {"id": "urn:epc:id:sgln:4012345.00011.987"}
CUSTOMER = {"type": "possessing_party", "destination": "urn:epc:id:pgln:0614141.00777"}
SUPPLIER = {"type": "possessing_party", "destination": "urn:epc:id:pgln:4023333.00000"}


def event(minute: int, kilograms: Any = None, **more: Any) -> dict[str, Any]:
    """Write an EPCIS event; minutes give the order."""
    found: dict[str, Any] = {
        "type": "ObjectEvent", "action": "OBSERVE", "eventTimeZoneOffset": "+00:00",
        "eventTime": f"2026-02-01T08:{minute:02}:00Z",
    }  # fmt: skip
    if kilograms is not None:
        found["quantityList"] = [{"epcClass": LOT, "quantity": kilograms, "uom": "KGM"}]
    return {**found, **more}


def take(*events: dict[str, Any]) -> ImportResult:
    """Import events as one document."""
    document = {
        "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
        "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-02-02T00:00:00Z",
        "epcisBody": {"eventList": list(events)},
    }  # fmt: skip
    result = connectors.import_epcis(ACTOR, json.dumps(document).encode(), "test")
    assert result.all_stored, result
    return result


def identity(uri: str) -> UUID:
    """Give the identity of a foreign thing."""
    return uuid_of_uri(identify(uri).uri)


def left(uri: str = LOT) -> dict[str, Decimal]:
    """Give how much lies at places, in units, in shipments."""
    found: dict[str, Decimal] = {}
    for holder, quantity in lots.states([identity(uri)])[identity(uri)].balances.items():
        found[holder.kind.value] = found.get(holder.kind.value, Decimal(0)) + quantity
    return found


def latest(uri: str = LOT) -> TraceEvent:
    """Give the event of a lot that was recorded last."""
    return from_payload(history.of_subject(str(identity(uri)), limit=1)[0].payload)


MADE = event(0, 100, action="ADD", bizStep="commissioning", bizLocation=PLANT)
SHIPPED = event(5, 40, bizStep="shipping", destinationList=[CUSTOMER])


def test_what_a_partner_destroyed_or_sampled_is_gone() -> None:
    take(
        MADE,
        event(1, 30, action="DELETE", bizStep="destroying", disposition="destroyed"),
        event(2, 1, action="DELETE", bizStep="sampling", readPoint=PLANT),
        event(3, 1, bizStep="sampling", readPoint=PLANT),
    )
    assert left() == {"place": Decimal(69)}


def test_a_count_is_absolute_and_its_difference_counts_once() -> None:
    counted = {"bizStep": "cycle_counting", "bizLocation": PLANT}
    take(MADE, event(1, 95, **counted), event(1, 5, action="DELETE", **counted))
    assert left() == {"place": Decimal(95)}
    take(event(2, 3, action="DELETE", **counted), event(3, 1, action="ADD", **counted))
    assert left() == {"place": Decimal(93)}


def test_parts_are_built_in_and_taken_out() -> None:
    built = {"type": "AssociationEvent", "parentID": CAR, "childEPCs": [PART], "readPoint": PLANT}
    take(
        event(0, epcList=[CAR, PART], action="ADD", bizLocation=PLANT),
        event(1, **{**built, "action": "ADD", "bizStep": "assembling"}),
    )
    state = lots.states([identity(PART)])[identity(PART)]
    assert [h.id for h in state.balances if h.kind is HolderKind.UNIT] == [identity(CAR)]
    take(event(2, **{**built, "action": "DELETE", "bizStep": "disassembling"}))
    assert left(PART) == {"place": Decimal(1)}


def test_what_comes_back_is_taken_from_what_was_sent() -> None:
    back = {"type": "possessing_party", "source": CUSTOMER["destination"]}
    take(
        MADE,
        SHIPPED,
        event(
            6, 15, bizStep="receiving", disposition="returned", bizLocation=PLANT,
            sourceList=[back],
        ),
    )  # fmt: skip
    assert left() == {"place": Decimal(75), "shipment": Decimal(25)}


def test_a_shipment_to_a_supplier_goes_back_and_is_nobodys_shipment() -> None:
    uri = identify(SUPPLIER["destination"]).uri
    masterdata.bulk_save(ACTOR, [PartyDraft(code="S-9", name="供应商", supplier=True, uri=uri)])
    take(MADE, event(5, 40, bizStep="shipping", destinationList=[SUPPLIER]))
    assert left() == {"place": Decimal(60)}
    assert latest().kind is Kind.RETURN


def test_a_shipment_taken_back_never_left() -> None:
    papers = {"bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po:7"}]}
    take(MADE, {**SHIPPED, **papers}, event(6, 40, bizStep="void_shipping", **papers))
    assert left() == {"place": Decimal(100)}
    assert latest().reason == "did_not_occur"


def test_a_shipment_of_other_papers_is_not_taken_back() -> None:
    papers = {"bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po:7"}]}
    others = {"bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po:8"}]}
    take(MADE, {**SHIPPED, **papers}, event(6, 40, bizStep="void_shipping", **others))
    assert left() == {"place": Decimal(60), "shipment": Decimal(40)}
    assert latest().kind is Kind.PROCESS


def test_of_two_shipments_the_later_is_taken_back_and_then_the_earlier() -> None:
    voids = [event(minute, 40, bizStep="void_shipping") for minute in (8, 9, 10)]
    take(MADE, SHIPPED, {**SHIPPED, "eventTime": "2026-02-01T08:07:00Z"}, *voids[:1])
    assert left() == {"place": Decimal(60), "shipment": Decimal(40)}
    take(*voids[1:])
    assert left() == {"place": Decimal(100)}
    assert latest().kind is Kind.PROCESS


DECLARED = {"declarationTime": "2026-02-02T00:00:00Z", "reason": "incorrect_data"}
WRONG = {"eventID": "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8"}
RIGHT = {"eventID": "urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a8"}


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (1, 2, 0)])
def test_what_was_declared_in_error_counts_for_nothing_in_whatever_order_it_comes(
    order: tuple[int, ...],
) -> None:
    wrong = event(5, 40, bizStep="shipping", destinationList=[CUSTOMER], **WRONG)
    declared = {**wrong, "errorDeclaration": {**DECLARED, "correctiveEventIDs": [RIGHT["eventID"]]}}
    right = event(5, 30, bizStep="shipping", destinationList=[CUSTOMER], **RIGHT)
    take(MADE)
    told = (wrong, declared, right)
    for index in order:
        take(told[index])
    assert left() == {"place": Decimal(70), "shipment": Decimal(30)}
    assert {found.status for found in take(*told).events} == {"replayed"}
    assert ledger.verify().intact


def test_a_declaration_of_what_nobody_knows_is_kept() -> None:
    example = (
        DATA / "examples/gs1/JSON/WithErrorDeclaration/ErrorDeclarationAndCorrectiveEvent.jsonld"
    )
    result = connectors.import_epcis(ACTOR, example.read_bytes(), "example")
    assert result.all_stored, result
    subject = str(identity("urn:epc:id:sgtin:4012345.033333.AGHFG"))
    kinds = {stored.kind for stored in history.of_subject(subject)}
    assert kinds == {"correct", "transform"}


def test_the_same_declaration_with_other_correctives_is_a_conflict() -> None:
    wrong = event(5, 40, bizStep="shipping", destinationList=[CUSTOMER], **WRONG)
    take(MADE, wrong, {**wrong, "errorDeclaration": DECLARED})
    other = {**wrong, "errorDeclaration": {**DECLARED, "reason": "did_not_occur"}}
    document = {**other, "@context": "https://ref.gs1.org/standards/epcis/epcis-context.jsonld"}
    result = connectors.import_epcis(ACTOR, json.dumps(document).encode(), "other")
    assert [found.reasons for found in result.events] == [("event.id_conflict",)]
