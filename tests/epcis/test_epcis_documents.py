"""Published documents are read as their publishers meant them (expected.json is the judge)."""

import json
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lotline.epcis.operations import read_document
from lotline.kernel.errors import Invalid, Violation

DATA = Path(__file__).parent.parent / "data" / "epcis"
VERDICTS: list[dict[str, Any]] = json.loads((DATA / "expected.json").read_bytes())
ACCEPTED = [one for one in VERDICTS if one["expected"] != "reject"]
REFUSED = [one["file"] for one in VERDICTS if one["expected"] == "reject"]
HEAD = {
    "@context": ["https://ref.gs1.org/standards/epcis/epcis-context.jsonld"],
    "type": "EPCISDocument",
    "schemaVersion": "2.0",
    "creationDate": "2026-07-22T06:45:00Z",
}
SHIPPED = {
    "type": "ObjectEvent",
    "eventTime": "2026-07-22T06:45:00+08:00",
    "eventTimeZoneOffset": "+08:00",
    "action": "OBSERVE",
    "bizStep": "shipping",
    "epcList": ["urn:epc:id:sscc:4012345.0000000333"],
}


def with_event(**changes: object) -> bytes:
    """Write a document with one shipment, changed."""
    event = {name: value for name, value in (SHIPPED | changes).items() if value is not ...}
    return json.dumps(HEAD | {"epcisBody": {"eventList": [event]}}).encode()


def refusals(data: bytes) -> tuple[Violation, ...]:
    """Read what must not be read."""
    with pytest.raises(Invalid) as caught:
        read_document(data)
    return caught.value.violations


@pytest.mark.parametrize("verdict", ACCEPTED, ids=lambda one: str(one["file"]))
def test_a_published_document_is_accepted_with_all_its_events(verdict: dict[str, Any]) -> None:
    found = read_document((DATA / verdict["file"]).read_bytes())
    assert len(found.events) == verdict["events"]
    assert bool(found.tolerated) == (verdict["expected"] == "accept-or-reject")


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_published_as_invalid_is_refused(name: str) -> None:
    assert refusals((DATA / name).read_bytes())


@pytest.mark.parametrize("name", sorted(path.name for path in (DATA / "trace").glob("*.jsonld")))
def test_the_published_chains_are_accepted(name: str) -> None:
    assert read_document((DATA / "trace" / name).read_bytes()).events


def test_an_event_is_read_in_the_words_of_the_standard() -> None:
    name = "examples/openepcis/JSON/Capture/Documents/ObjectEvent_all_possible_fields.json"
    event = read_document((DATA / name).read_bytes()).events[0]
    assert event.event_time.isoformat() == "2005-04-05T02:33:31.116000+00:00"
    assert (event.offset, event.action, event.biz_step) == ("-06:00", "ADD", "receiving")
    assert event.biz_transactions[0].type == "po"
    assert event.destinations[-1].type == "owning_party"
    quantity = event.quantities[0]
    assert (quantity.value, quantity.uom) == (Decimal(200), "KGM")
    assert event.error_declaration is not None
    assert event.error_declaration.reason == "incorrect_data"
    assert event.raw["eventID"] == event.event_id


def test_four_spellings_of_a_step_are_one_word() -> None:
    spellings = ("receiving", "cbv:BizStep-receiving", "https://ref.gs1.org/cbv/BizStep-receiving")
    found = {read_document(with_event(bizStep=step)).events[0].biz_step for step in spellings}
    assert found == {"receiving"}


def test_a_step_of_others_stays_as_written() -> None:
    step = "urn:gdst:bizStep:commingling"
    assert read_document(with_event(bizStep=step)).events[0].biz_step == step


def test_what_was_tolerated_stands_in_the_event_it_concerns() -> None:
    name = "examples/opentraceability/EPCISQUERYDOCUMENT_advanced_10.jsonld"
    events = read_document((DATA / name).read_bytes()).events
    assert events[0].tolerated == ("epcis.name_without_namespace",)
    assert "transshipmentCountry" in events[0].extensions
    assert events[5].tolerated == ("epcis.transformation_not_uri",)
    assert events[7].tolerated == ()


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"eventTime": ...}, "/eventTime", "epcis.missing"),
        ({"eventTime": "2026-02-30T00:00:00Z"}, "/eventTime", "epcis.not_a_time"),
        ({"eventTime": "2016-12-31T23:59:60Z"}, "/eventTime", "epcis.not_a_time"),
        ({"eventTime": "9999-12-31T23:59:59-14:00"}, "/eventTime", "epcis.not_a_time"),
        ({"action": "CREATE"}, "/action", "epcis.not_in_vocabulary"),
        ({"bizStep": "transforming"}, "/bizStep", "epcis.not_in_vocabulary"),
        ({"bizstep": "receiving"}, "/bizstep", "epcis.unknown_field"),
        ({"a/b~c": 1}, "/a~1b~0c", "epcis.unknown_field"),
        ({"epcList": ...}, "", "epcis.no_objects"),
        ({"epcList": ["17"]}, "/epcList/0", "epcis.not_a_uri"),
        ({"ilmd": {}}, "", "epcis.ilmd_without_add"),
        ({"persistentDisposition": {}}, "/persistentDisposition", "epcis.empty"),
    ],
)
def test_a_fault_is_named_with_its_place(
    changes: dict[str, object], pointer: str, code: str
) -> None:
    found = refusals(with_event(**changes))
    assert [(one.pointer, one.code) for one in found] == [
        (f"/epcisBody/eventList/0{pointer}", code)
    ]


@pytest.mark.parametrize(
    ("amount", "code"),
    [("-1", "epcis.negative_quantity"), ("0.0000000001", "number.too_many_digits")],
)
def test_a_quantity_that_no_scale_shows_is_refused(amount: str, code: str) -> None:
    changed = with_event(quantityList=[{"epcClass": "urn:a:b", "quantity": 7, "uom": "KGM"}])
    found = refusals(changed.replace(b": 7", b": " + amount.encode()))
    assert found[0].pointer == "/epcisBody/eventList/0/quantityList/0/quantity"
    assert found[0].code == code


def test_an_event_type_of_others_keeps_fields_whose_shape_nobody_knows() -> None:
    event = read_document(with_event(type="urn:x:BrewEvent", epcList=5)).events[0]
    assert event.epcs == ()
    assert event.extensions["epcList"] == 5


@pytest.mark.parametrize("value", [5, {"set": [5]}, {"set": "recalled"}, {"put": ["recalled"]}])
def test_a_lasting_disposition_is_checked_where_the_schema_forgot_to(value: object) -> None:
    pack = {"type": "AggregationEvent", "epcList": ..., "childEPCs": ["urn:a:b"], "action": "ADD"}
    found = refusals(with_event(**pack, persistentDisposition=value))
    assert found[0].code == "epcis.wrong_type"


@pytest.mark.parametrize("data", [b"[]", b"3", b"{}", b'{"type": 5}', b'"EPCISDocument"'])
def test_what_is_no_document_is_said_to_be_none(data: bytes) -> None:
    assert refusals(data)[0].code == "epcis.not_a_document"


def test_the_time_of_an_event_keeps_the_offset_it_was_given_with() -> None:
    event = read_document(with_event()).events[0]
    assert event.event_time.utcoffset() == timedelta(hours=8)
