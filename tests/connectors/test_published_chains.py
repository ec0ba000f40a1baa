"""The published chains, judged by their own answers: every lot, both ways, no more and no less."""

import json
from pathlib import Path

import pytest

from lotline.connectors import operations as connectors
from lotline.epcis.operations import identify
from lotline.genealogy import queries as genealogy
from lotline.kernel.ids import uuid_of_uri
from lotline.ledger import operations as ledger
from tests.plant import ACTOR

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data" / "epcis"
CHAINS = {
    "EPCISQUERYDOCUMENT_advanced_10": "trace/EPCISQUERYDOCUMENT_advanced_10.events-only.jsonld",
    "gdst_data_withmasterdata": "examples/opentraceability/gdst_data_withmasterdata.jsonld",
}


@pytest.mark.parametrize("chain", CHAINS)
def test_every_lot_of_a_published_chain_is_traced_exactly(chain: str) -> None:
    result = connectors.import_epcis(ACTOR, (DATA / CHAINS[chain]).read_bytes(), chain)
    assert result.all_stored, result
    expected = json.loads((DATA / "trace" / f"{chain}.expected.json").read_text())
    names = {_id(uri): uri for uri in expected["lots"]}
    for uri, sets in expected["lots"].items():
        for direction, key in (("back", "backward"), ("forward", "forward")):
            found = genealogy.trace(ACTOR, _id(uri), direction)  # type: ignore[arg-type]
            got = {names[item.row.id] for item in (*found.lots, *found.units)}
            assert got == set(sets[key]), (uri, direction)


def test_a_chain_sent_twice_is_recorded_once_and_verifies() -> None:
    data = (DATA / CHAINS["gdst_data_withmasterdata"]).read_bytes()
    first = connectors.import_epcis(ACTOR, data, "first")
    again = connectors.import_epcis(ACTOR, data, "again")
    assert {event.status for event in first.events} == {"accepted"}
    assert {event.status for event in again.events} == {"replayed"}
    assert ledger.verify().intact


def test_the_same_event_id_with_other_content_is_a_conflict() -> None:
    data = (DATA / CHAINS["gdst_data_withmasterdata"]).read_bytes()
    connectors.import_epcis(ACTOR, data, "first")
    changed = data.replace(b"12000.0", b"11000.0")
    again = connectors.import_epcis(ACTOR, changed, "changed")
    conflicts = [event for event in again.events if event.status == "invalid"]
    assert conflicts
    assert all(event.reasons == ("event.id_conflict",) for event in conflicts)


def _id(uri: str):  # type: ignore[no-untyped-def]
    return uuid_of_uri(identify(uri).uri)
