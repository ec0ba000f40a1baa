"""Whatever is sent as an EPCIS document is either read or refused; nothing else happens."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lotline.epcis.operations import event_hash, json_text, read_document
from lotline.kernel import strict_json
from lotline.kernel.errors import Invalid

DATA = Path(__file__).parent.parent / "data" / "epcis" / "examples"
SEEDS = [
    json.loads(path.read_bytes())
    for path in sorted((DATA / "openepcis/JSON/Capture").rglob("*.json"))
]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
LIKELY = st.sampled_from(["ObjectEvent", "urn:x:y", "type", "@context", "ADD", "", {}, [], [{}]])


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """List every place inside a JSON value."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield (*path, key)
        if isinstance(value[key], dict | list):
            yield from places(value[key], (*path, key))


def tampered(document: Any, path: tuple[Any, ...], replacement: Any) -> Any:
    """Put something else at one place of a document."""
    copied = copy.deepcopy(document)
    inner = copied
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = replacement
    return copied


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_tampered_document_is_read_or_refused(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(SEEDS))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(places(document))))
        document = tampered(document, path, data.draw(ANYTHING | LIKELY))
    try:
        events = read_document(json.dumps(document).encode()).events
    except Invalid as refusal:
        assert all(one.code for one in refusal.violations) or refusal.code.startswith("json.")
    else:
        assert all(event_hash(event).startswith("ni:///sha-256;") for event in events)


@pytest.mark.parametrize("number", ["1E+999999", "1e-999999", "-0.0", "12345678901234567890.5"])
def test_a_monstrous_number_does_no_harm(number: str) -> None:
    event = SEEDS[-1] | {"example:size": 17}
    text = json.dumps(event).replace(": 17", f": {number}")
    found = read_document(text.encode()).events[0]
    assert event_hash(found)


@given(ANYTHING)
def test_json_is_written_back_as_it_was_read(value: Any) -> None:
    text = json.dumps(value)
    try:
        read = strict_json.loads(text.encode())
    except Invalid:
        return
    assert strict_json.loads(json_text(read).encode()) == read


def test_digits_are_kept_when_json_is_written_back() -> None:
    text = '{"quantity":1000.0,"more":[1,2.50,-0.0],"名":"值"}'
    assert json_text(strict_json.loads(text.encode())) == text
