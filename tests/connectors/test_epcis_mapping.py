"""What a partner's event means here (DOMAIN §3, GENEALOGY R6)."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from lotline.capture.records import CaptureRequest, MasterRef, Mode
from lotline.connectors.rules.mapping import Around, as_capture
from lotline.connectors.rules.stocktaking import told_already
from lotline.epcis.operations import event_hash, read_document
from lotline.epcis.records import EpcisEvent
from lotline.kernel.canonical import canonical_text
from lotline.kernel.ids import uuid_of_uri
from lotline.lots.events import Kind, Measure, ObjectKind, Quality, Reference

DATA = Path(__file__).parent.parent / "data" / "epcis"
SSCC = "urn:epc:id:sscc:4012345.0000000333"
ITEM = "urn:epc:id:sgtin:0614141.107346.2017"
PART = "urn:epc:id:giai:4000001.12345"
LOT = "urn:epc:class:lgtin:4012345.012345.998877"
PLANT = "urn:epc:id:sgln:4012345.00011.987"
QUANTITY = {"epcClass": LOT, "quantity": 200, "uom": "KGM"}
BASE = {
    "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
    "eventTime": "2026-07-22T06:45:00+08:00",
    "eventTimeZoneOffset": "+08:00",
    "type": "ObjectEvent",
    "action": "OBSERVE",
}
NOWHERE: dict[str, UUID] = {}


def event(**fields: object) -> EpcisEvent:
    """Read one event."""
    given = {name: value for name, value in (BASE | fields).items() if value is not ...}
    return read_document(json.dumps(given).encode()).events[0]


def capture(**fields: object) -> CaptureRequest:
    """Map one event."""
    return as_capture(event(**fields), NOWHERE)


def at(uri: str) -> dict[str, str]:
    """Write a place as EPCIS does."""
    return {"id": uri}


OBSERVED = [
    ({"bizStep": "receiving", "bizLocation": at(PLANT)}, Kind.RECEIVE),
    ({"bizStep": "receiving", "disposition": "returned"}, Kind.RETURN),
    ({"bizStep": "shipping", "bizLocation": at(PLANT)}, Kind.SHIP),
    ({"bizStep": "inspecting", "bizLocation": at(PLANT)}, Kind.INSPECT),
    ({"bizStep": "storing", "bizLocation": at(PLANT)}, Kind.MOVE),
    ({"bizStep": "arriving", "bizLocation": at(PLANT)}, Kind.MOVE),
    ({"bizStep": "urn:gdst:bizStep:landing", "bizLocation": at(PLANT)}, Kind.MOVE),
    ({"bizStep": "transporting", "readPoint": at("geo:47.5,11.1")}, Kind.PROCESS),
    ({"bizStep": "cycle_counting", "bizLocation": at(PLANT)}, Kind.COUNT),
    ({"bizStep": "stock_taking", "readPoint": at(PLANT)}, Kind.COUNT),
    ({"bizStep": "stock_taking"}, Kind.PROCESS),
    ({"bizStep": "sampling", "bizLocation": at(PLANT)}, Kind.PROCESS),
    ({"bizStep": "void_shipping", "bizLocation": at(PLANT)}, Kind.PROCESS),
    ({}, Kind.PROCESS),
]


@pytest.mark.parametrize(("fields", "kind"), OBSERVED)
def test_what_was_observed_is_one_of_our_kinds(fields: dict[str, Any], kind: Kind) -> None:
    assert capture(quantityList=[QUANTITY], **fields).kind is kind


OTHERS = [
    ({"action": "ADD", "epcList": [ITEM]}, Kind.RECEIVE),
    ({"action": "ADD", "epcList": [ITEM], "bizStep": "cycle_counting"}, Kind.ADJUST),
    ({"action": "DELETE", "epcList": [ITEM], "bizStep": "stock_taking"}, Kind.ADJUST),
    ({"action": "DELETE", "epcList": [ITEM], "bizStep": "destroying"}, Kind.DESTROY),
    ({"action": "DELETE", "epcList": [ITEM], "bizStep": "sampling"}, Kind.SAMPLE),
    ({"action": "DELETE", "epcList": [ITEM], "bizStep": "decommissioning"}, Kind.PROCESS),
    ({"type": "AggregationEvent", "action": "ADD", "childEPCs": [ITEM]}, Kind.PROCESS),
    ({"type": "AssociationEvent", "parentID": ITEM, "action": "DELETE"}, Kind.DISASSEMBLE),
    (
        {"type": "AssociationEvent", "parentID": ITEM, "action": "ADD", "childEPCs": [PART]},
        Kind.ASSEMBLE,
    ),
    (
        {"type": "AssociationEvent", "parentID": PLANT, "action": "ADD", "childEPCs": [PART]},
        Kind.PROCESS,
    ),
    (
        {"type": "TransformationEvent", "action": ..., "bizStep": "repairing",
         "inputEPCList": [ITEM], "outputEPCList": [ITEM]},
        Kind.REWORK,
    ),
    (
        {"type": "TransactionEvent", "epcList": [ITEM], "action": "ADD",
         "bizTransactionList": [{"type": "po", "bizTransaction": "urn:x:po:7"}]},
        Kind.PROCESS,
    ),
    ({"type": "urn:x:BrewEvent", "action": ...}, Kind.PROCESS),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "kind"), OTHERS)
def test_events_without_a_kind_of_ours_are_kept_all_the_same(
    fields: dict[str, Any], kind: Kind
) -> None:
    found = capture(**fields)
    assert found.kind is kind
    assert found.epcis is not None
    assert ("kept_as" in found.epcis) == (kind is Kind.PROCESS)


def test_a_foreign_event_is_a_fact_with_its_own_time_and_offset() -> None:
    found = capture(quantityList=[QUANTITY])
    assert found.mode is Mode.FACT
    assert (found.event_time.isoformat(), found.offset) == ("2026-07-22T06:45:00+08:00", "+08:00")


def test_a_new_lot_has_its_product_its_place_and_its_expiry() -> None:
    found = capture(
        action="ADD",
        bizStep="commissioning",
        bizLocation=at(PLANT),
        quantityList=[QUANTITY],
        ilmd={"cbvmda:itemExpirationDate": "2026-12-31"},
    )
    line = found.outputs[0]
    assert line.quantity == Measure(Decimal(200), "KGM")
    assert found.place == MasterRef(uri="https://id.gs1.org/414/4012345000115/254/987")
    assert line.lot.uri == "https://id.gs1.org/01/04012345123456/10/998877"
    assert line.lot.stub is not None
    assert (line.lot.stub.kind, line.lot.stub.code) == (ObjectKind.LOT, "998877")
    assert line.lot.stub.product == MasterRef(uri="https://id.gs1.org/01/04012345123456")
    assert line.lot.stub.expires_on == date(2026, 12, 31)


def test_masters_that_are_known_are_named_by_their_identity() -> None:
    plant = uuid_of_uri("urn:ours:plant")
    known = {"https://id.gs1.org/414/4012345000115/254/987": plant}
    found = as_capture(event(quantityList=[QUANTITY], bizLocation=at(PLANT)), known)
    assert found.place == MasterRef(id=plant)


@pytest.mark.parametrize(
    ("quantity", "measure"),
    [
        ({"epcClass": LOT}, None),
        ({"epcClass": LOT, "quantity": 12}, Measure(Decimal(12), "C62")),
        ({"epcClass": LOT, "quantity": 1.5, "uom": "LTR"}, Measure(Decimal("1.5"), "LTR")),
    ],
)
def test_no_value_is_no_quantity_and_no_unit_means_pieces(
    quantity: dict[str, object], measure: Measure | None
) -> None:
    assert capture(quantityList=[quantity]).subjects[0].quantity == measure


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        (SSCC, ObjectKind.LOGISTIC_UNIT),
        (ITEM, ObjectKind.ITEM),
        ("urn:epc:id:grai:0614141.12345.400", ObjectKind.LOGISTIC_UNIT),
        ("https://partner.example/things/1", ObjectKind.ITEM),
        (LOT, ObjectKind.LOT),
    ],
)
def test_an_object_is_what_its_key_says(uri: str, kind: ObjectKind) -> None:
    stub = capture(epcList=[uri]).subjects[0].lot.stub
    assert stub is not None
    assert stub.kind is kind


def test_a_shipment_goes_to_the_new_owner_with_its_papers() -> None:
    found = capture(
        epcList=[SSCC],
        bizStep="shipping",
        destinationList=[
            {"type": "possessing_party", "destination": "urn:epc:id:pgln:4023333.00000"},
            {"type": "owning_party", "destination": "urn:epc:id:pgln:0614141.00777"},
        ],
        bizTransactionList=[{"type": "po", "bizTransaction": "urn:x:po:7"}],
    )
    assert found.customer == MasterRef(uri="https://id.gs1.org/417/0614141007776")
    assert found.references == (Reference("po", "urn:x:po:7"),)
    assert found.subjects[0].quantity is None


def test_packing_puts_children_into_the_unit() -> None:
    found = capture(
        type="AggregationEvent", action="ADD", parentID=SSCC, childQuantityList=[QUANTITY]
    )
    assert found.kind is Kind.PACK
    assert found.unit is not None
    assert found.unit.uri == "https://id.gs1.org/00/040123450000003338"
    assert [line.quantity for line in found.subjects] == [Measure(Decimal(200), "KGM")]


def test_unpacking_without_children_empties_the_unit() -> None:
    found = capture(type="AggregationEvent", action="DELETE", parentID=SSCC)
    assert (found.kind, found.subjects) == (Kind.UNPACK, ())


def test_a_unit_that_was_seen_takes_its_contents_along() -> None:
    found = capture(type="AggregationEvent", parentID=SSCC, childEPCs=[ITEM], bizStep="shipping")
    assert found.kind is Kind.SHIP
    assert [line.lot.stub and line.lot.stub.kind for line in found.subjects] == [
        ObjectKind.LOGISTIC_UNIT
    ]


def test_a_transformation_keeps_its_link() -> None:
    found = capture(
        type="TransformationEvent",
        action=...,
        inputQuantityList=[QUANTITY],
        outputEPCList=[ITEM],
        transformationID="urn:x:vat:7",
    )
    assert (found.kind, found.link) == (Kind.TRANSFORM, "urn:x:vat:7")
    assert len(found.inputs) == len(found.outputs) == 1


def test_an_inspection_keeps_its_lasting_verdict() -> None:
    bad = {"set": ["non_conformant"]}
    found = capture(epcList=[ITEM], bizStep="inspecting", persistentDisposition=bad)
    assert found.verdict is Quality.NONCONFORMING


def test_the_same_message_has_the_same_identity_and_a_declaration_has_its_own() -> None:
    fields = {"epcList": [ITEM], "eventID": "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8"}
    declared = {"declarationTime": "2026-07-23T00:00:00Z", "reason": "incorrect_data"}
    first, again = capture(**fields), capture(**fields)
    voided = capture(**fields, errorDeclaration=declared)
    assert (first.event_id, first.client_id) == (again.event_id, again.client_id)
    assert voided.event_id != first.event_id
    assert voided.epcis is not None
    assert voided.epcis["event_id"] == fields["eventID"]


def test_a_declaration_corrects_the_event_whose_id_it_carries() -> None:
    instead = "urn:uuid:404d95fc-9457-4a51-bd6a-0bba133845a8"
    fields = {"epcList": [ITEM], "quantityList": [QUANTITY], "bizStep": "shipping"}
    declared = {
        "declarationTime": "2026-07-23T00:00:00Z", "reason": "did_not_occur",
        "correctiveEventIDs": [instead],
    }  # fmt: skip
    voided = capture(**fields, errorDeclaration=declared)
    assert voided.kind is Kind.CORRECT
    assert voided.corrects == capture(**fields).event_id  # the hash leaves the declaration out
    assert voided.correctives == (capture(**fields, eventID=instead).event_id,)
    assert voided.reason == "did_not_occur"
    assert voided.event_time.isoformat() == "2026-07-23T00:00:00+00:00"
    assert [line.quantity for line in voided.subjects] == [None, None]


def test_what_was_taken_away_by_a_count_is_less_than_nothing() -> None:
    stock = {"bizStep": "cycle_counting", "quantityList": [QUANTITY]}
    less = capture(action="DELETE", **stock).subjects[0].quantity
    more = capture(action="ADD", **stock).subjects[0].quantity
    assert (less, more) == (Measure(Decimal(-200), "KGM"), Measure(Decimal(200), "KGM"))


def test_what_comes_back_comes_from_whoever_owned_it() -> None:
    found = capture(
        epcList=[SSCC],
        bizStep="receiving",
        disposition="returned",
        sourceList=[{"type": "owning_party", "source": "urn:epc:id:pgln:0614141.00777"}],
    )
    assert found.customer == MasterRef(uri="https://id.gs1.org/417/0614141007776")


def test_a_shipment_to_a_supplier_of_ours_goes_back() -> None:
    supplier = "https://id.gs1.org/417/4023333000000"
    fields = {
        "quantityList": [QUANTITY], "bizStep": "shipping",
        "destinationList": [
            {"type": "possessing_party", "destination": "urn:epc:id:pgln:4023333.00000"}
        ],
    }  # fmt: skip
    assert capture(**fields).kind is Kind.SHIP
    back = as_capture(event(**fields), NOWHERE, Around(suppliers=frozenset({supplier})))
    assert (back.kind, back.supplier, back.customer) == (
        Kind.RETURN, MasterRef(uri=supplier), None,
    )  # fmt: skip


def test_the_difference_of_a_count_is_not_told_twice() -> None:
    stock = {
        "bizStep": "stock_taking", "bizLocation": at(PLANT), "quantityList": [QUANTITY],
    }  # fmt: skip
    counted, less = event(**stock), event(action="DELETE", **stock)
    later = event(action="DELETE", **{**stock, "eventTime": "2026-07-22T07:45:00+08:00"})
    assert told_already([counted, less, later]) == [False, True, False]
    kept = as_capture(less, NOWHERE, Around(told_already=True))
    assert kept.kind is Kind.PROCESS
    assert kept.epcis is not None
    assert kept.epcis["kept_as"] == "process"


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("examples/**/*.json*")), ids=lambda path: str(path.name)
)
def test_every_published_event_maps_and_leaves_as_it_came(path: Path) -> None:
    document = read_document(path.read_bytes())
    for one in document.events:
        found = as_capture(one, NOWHERE)
        assert found.source is not None
        assert canonical_text({"epcis": found.epcis, "source": found.source})
        sent = json.loads(str(found.source["event"]))
        sent["@context"] = json.loads(str(found.source["context"]))
        again = read_document(json.dumps(sent).encode()).events if not one.tolerated else (one,)
        assert event_hash(again[0]) == event_hash(one)
