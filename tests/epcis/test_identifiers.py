"""Equal things have equal names, in whichever spelling they arrive (published pairs)."""

import json
from pathlib import Path
from typing import Any

import pytest

from lotline.epcis.identifiers import canonical_link, identify

PAIRS: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "data/epcis/hash/digital-link-pairs.json").read_bytes()
)
TRANSLATED = [
    pair
    for pair in PAIRS["translate"]
    if pair["op"] == "urn_to_dl" and not pair.get("unescaped_reserved_characters")
]
MALFORMED = [pair["input"] for pair in PAIRS["translate_invalid"] if "urn:" in pair["input"]]


@pytest.mark.parametrize("pair", PAIRS["to_canonical_dl"], ids=lambda pair: str(pair["input"]))
def test_a_key_has_its_canonical_link(pair: dict[str, Any]) -> None:
    assert canonical_link(pair["input"]) == pair["expected"]


@pytest.mark.parametrize("pair", TRANSLATED, ids=lambda pair: str(pair["input"]))
def test_an_urn_and_its_digital_link_are_one_thing(pair: dict[str, Any]) -> None:
    assert canonical_link(pair["input"]) == canonical_link(pair["expected"])


@pytest.mark.parametrize("urn", MALFORMED)
def test_a_malformed_urn_names_no_key(urn: str) -> None:
    assert canonical_link(urn) is None


@pytest.mark.parametrize(
    ("uri", "code", "lot", "serial"),
    [
        ("urn:epc:class:lgtin:4012345.012345.998877", "998877", "998877", None),
        ("urn:epc:id:sgtin:0614141.107346.2017", "2017", None, "2017"),
        ("urn:epc:id:sscc:4012345.1112223334", "140123451122233341", None, None),
        ("https://shop.example/01/9780345418913/10/1223?17=261231", "1223", "1223", None),
        ("https://id.gs1.org/01/09780345418913/10/A%2FB", "A/B", "A/B", None),
        ("urn:gdst:example.org:product:lot:class:processor.2u.v1-0122", "v1-0122", None, None),
        ("urn:gdst:example.org:location:loc:importer.123u", "importer.123u", None, None),
        ("https://partner.example/lots/0716-03", "0716-03", None, None),
    ],
)
def test_a_name_shows_what_a_person_reads_on_the_label(
    uri: str, code: str, lot: str | None, serial: str | None
) -> None:
    found = identify(uri)
    assert (found.code, found.lot, found.serial) == (code, lot, serial)


def test_a_web_page_that_looks_like_a_key_is_a_web_page() -> None:
    page = "https://shop.example/gtin/09780345418913/reviews"
    assert canonical_link(page) is None
    assert identify(page).uri == page
