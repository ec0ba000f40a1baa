"""One event has one hash identifier, however it was written (CBV 2.0 §8.9; published vectors)."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lotline.epcis.operations import event_hash, event_identity, read_document
from lotline.epcis.prehash import prehash
from lotline.epcis.records import EpcisEvent

VECTORS = Path(__file__).parent.parent / "data" / "epcis" / "hash"
NAMES = sorted(path.stem for path in (VECTORS / "examples").glob("*.jsonld"))


def events(path: Path) -> tuple[EpcisEvent, ...]:
    """Read the events of one vector."""
    return read_document(path.read_bytes()).events


def changed(event: EpcisEvent, **changes: Any) -> EpcisEvent:
    """Give the event with some of its JSON changed."""
    return replace(event, raw=event.raw | changes)


@pytest.fixture
def shipment() -> EpcisEvent:
    """A shipment with extensions, from the vectors."""
    return events(VECTORS / "examples" / "ReferenceEventHashAlgorithm.jsonld")[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_hash_is_the_published_one(name: str) -> None:
    found = [event_hash(event) for event in events(VECTORS / "examples" / f"{name}.jsonld")]
    assert found == (VECTORS / "examples" / f"{name}.hashes").read_text().split()


@pytest.mark.parametrize("name", NAMES)
def test_the_string_before_hashing_is_the_published_one(name: str) -> None:
    found = [prehash(event) for event in events(VECTORS / "examples" / f"{name}.jsonld")]
    published = (VECTORS / "examples" / f"{name}.prehashes").read_text().splitlines()
    # One published string was cut off by its publisher; its hash was not.
    assert all(ours.startswith(theirs) for ours, theirs in zip(found, published, strict=True))


@pytest.mark.parametrize("path", sorted((VECTORS / "expected_equal").glob("*.json")), ids=str)
def test_equal_events_have_equal_hashes(path: Path) -> None:
    assert len({event_hash(event) for event in events(path)}) == 1


def test_order_of_fields_and_lists_does_not_matter(shipment: EpcisEvent) -> None:
    backwards = dict(reversed(shipment.raw.items()))
    epcs: Any = shipment.raw["epcList"]
    other = changed(replace(shipment, raw=backwards), epcList=epcs[::-1])
    assert event_hash(other) == event_hash(shipment)


@pytest.mark.parametrize(
    "spelling",
    [
        {"bizStep": "cbv:BizStep-departing"},
        {"bizStep": "urn:epcglobal:cbv:bizstep:departing"},
        {"eventTime": "2020-03-04T10:00:30Z"},
        {"readPoint": {"id": "https://example.com/gln/4012345000115/254/987?linkType=all"}},
        {"recordTime": "2021-01-01T00:00:00Z"},
        {"eventID": "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8"},
        {"errorDeclaration": {"declarationTime": "2021-01-01T00:00:00Z"}},
        {"example:myField2": 0},
        {"rdfs:comment": "the third truck"},
    ],
)
def test_another_spelling_is_the_same_event(
    shipment: EpcisEvent, spelling: dict[str, object]
) -> None:
    assert event_hash(changed(shipment, **spelling)) == event_hash(shipment)


@pytest.mark.parametrize(
    "difference",
    [
        {"bizStep": "shipping"},
        {"eventTime": "2020-03-04T10:00:31Z"},
        {"eventTimeZoneOffset": "+02:00"},
        {"example:myField2": "1"},
        {"example:more": None},
        {"disposition": "in_transit"},
        {"ilmd": {"cbvmda:lotNumber": "A"}},
    ],
)
def test_any_other_content_is_another_event(
    shipment: EpcisEvent, difference: dict[str, object]
) -> None:
    assert event_hash(changed(shipment, **difference)) != event_hash(shipment)


def test_the_name_of_a_prefix_does_not_matter(shipment: EpcisEvent) -> None:
    renamed = json.loads(json.dumps(shipment.raw).replace("example:", "ours:"))
    names = dict(shipment.namespaces) | {"ours": shipment.namespaces["example"]}
    other = replace(shipment, raw=renamed, namespaces=names)
    assert event_hash(other) == event_hash(shipment)


def test_lot_data_comes_before_extensions_with_its_full_name(shipment: EpcisEvent) -> None:
    text = prehash(changed(shipment, ilmd={"cbvmda:lotNumber": " A1 "}))
    assert "ilmd{urn:epcglobal:cbv:mda}lotNumber=A1{https://ns.example.com/epcis/}" in text


def test_an_event_without_id_is_named_by_its_hash(shipment: EpcisEvent) -> None:
    assert event_identity(shipment) == event_hash(shipment)
    assert event_identity(replace(shipment, event_id="urn:x:1")) == "urn:x:1"
