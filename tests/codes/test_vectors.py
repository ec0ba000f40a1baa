"""GS1's own test vectors, as far as the first floor goes; what is left is listed, not skipped."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from lotline.codes.digital_link import read_digital_link
from lotline.codes.element_strings import GS, Elements, read_bracketed, read_raw, write_raw
from lotline.codes.epc_uris import to_digital_link
from lotline.codes.faults import Faulty
from lotline.codes.understanding import Scheme, understand

_FOLDER = Path(__file__).parents[1] / "data" / "gs1"
_ENGINE = json.loads((_FOLDER / "syntax-engine-vectors.json").read_text("utf-8"))["vectors"]
_PAIRS = json.loads((_FOLDER / "epc-digital-link-pairs.json").read_text("utf-8"))
# Switches of the publisher's engine that this floor does not have.
_SWITCHES = {"permit_unknown_ais"}
# Linters that are not looked at yet.
_UNREAD = ("(8030)123=", "(401)123", "(8007)", "(8026)", "(8110)", "(8112)", "(4309)", "(7258)")
_EPC_READ = ("sgtin", "lgtin", "sscc", "sgln", "pgln")


def _raw(text: str) -> Elements:
    return read_raw(text.replace("^", GS))


def _vectors(name: str) -> list[Any]:
    kept = [one for one in _ENGINE[name] if not _left(one)]
    return [pytest.param(one, id=f"{name}-{one['input'][:60]}") for one in kept]


def _left(vector: dict[str, Any]) -> bool:
    options = vector.get("options", {})
    # An input without leading FNC1 is no element string to the engine, and plain text here.
    foreign = vector["input"] == "buf" or vector["input"].startswith(
        "https://a/8004/9520614141234567?01=2"
    )
    return foreign or bool(_SWITCHES & set(options))


def _agrees(read: Callable[[str], Elements], vector: dict[str, Any]) -> None:
    if not vector["valid"]:
        with pytest.raises(Faulty):
            read(vector["input"])
        return
    written = "^" + write_raw(read(vector["input"])).replace(GS, "^")
    assert written == vector.get("expected", written).rstrip("^")


@pytest.mark.parametrize("vector", _vectors("parse_bracketed_ai"))
def test_bracketed_element_strings(vector: dict[str, Any]) -> None:
    _agrees(read_bracketed, vector)


@pytest.mark.parametrize("vector", _vectors("process_unbracketed_ai"))
def test_element_strings_with_separators(vector: dict[str, Any]) -> None:
    _agrees(_raw, vector)


@pytest.mark.parametrize("vector", _vectors("parse_digital_link"))
def test_digital_links(vector: dict[str, Any]) -> None:
    _agrees(read_digital_link, vector)


@pytest.mark.parametrize(
    "vector", [one for one in _ENGINE["ai_content_errors"] if not one["input"].startswith(_UNREAD)]
)
def test_contents_of_identifiers(vector: dict[str, Any]) -> None:
    _agrees(read_bracketed, vector)


@pytest.mark.parametrize("vector", _vectors("process_scan_data"))
def test_scans_that_carry_elements_are_understood_and_no_others(vector: dict[str, Any]) -> None:
    carries = vector["valid"] and vector.get("expected", "").lower().startswith(("^", "http", "21"))
    assert (understand(vector["input"]).scheme is not Scheme.PLAIN) == carries


@pytest.mark.parametrize(
    "pair",
    [
        pair
        for pair in (*_PAIRS["translate"], *_PAIRS["to_canonical_dl"])
        if pair["input"].startswith("urn:") and pair["input"].split(":")[3] in _EPC_READ
    ],
)
def test_epc_uris_become_the_published_links(pair: dict[str, Any]) -> None:
    assert unquote(to_digital_link(pair["input"])) == unquote(pair["expected"])
