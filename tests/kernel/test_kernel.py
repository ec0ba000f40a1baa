"""The kernel's promises: exact numbers, one way to write, strict reading, time-ordered ids."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotline.kernel import messages, strict_json
from lotline.kernel.canonical import canonical_text
from lotline.kernel.decimals import parse_decimal, plain
from lotline.kernel.errors import Invalid
from lotline.kernel.ids import uuid7
from lotline.kernel.names import code_key
from lotline.kernel.units import UNITS, convert


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**18),
                   max_value=10**18))  # fmt: skip
def test_a_number_survives_being_written_and_read(value: Decimal) -> None:
    assert parse_decimal(plain(value)) == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("７８", "number.not_plain"),
        ("1e3", "number.not_plain"),
        ("NaN", "number.not_plain"),
        ("", "number.not_plain"),
        (" 1", "number.not_plain"),
        ("1,5", "number.not_plain"),
        ("0." + "1" * 10, "number.too_many_digits"),
        ("1" * 20, "number.too_many_digits"),
        (10**40, "number.too_many_digits"),
        (1.5, "number.not_a_number"),
        (True, "number.not_a_number"),
        (None, "number.not_a_number"),
        (Decimal("Infinity"), "number.not_plain"),
    ],
)
def test_what_is_not_a_plain_number_is_refused_by_name(typed: object, code: str) -> None:
    with pytest.raises(Invalid) as found:
        parse_decimal(typed, "/q")
    assert [(v.pointer, v.code) for v in found.value.violations] == [("/q", code)]


def test_kilograms_written_as_grams_change_nothing() -> None:
    assert convert(Decimal("2500"), "GRM", "KGM") == Decimal("2.5")
    assert convert(Decimal("2.5"), "KGM", "GRM") == Decimal(2500)


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)))
def test_only_units_of_one_dimension_convert(source: str, target: str) -> None:
    if UNITS[source].dimension == UNITS[target].dimension:
        assert convert(Decimal(0), source, target) == 0
    else:
        with pytest.raises(Invalid, match="request.invalid"):
            convert(Decimal(1), source, target)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"a":1,"a":2}', "json.duplicate_key"),
        (b'{"a":NaN}', "json.not_finite"),
        (b'{"a":-Infinity}', "json.not_finite"),
        (b"{", "json.broken"),
        (b"", "json.broken"),
        (b"\xff", "json.not_utf8"),
        (b'"\\u0000"', "json.nul"),
        (b'"\\ud800"', "json.surrogate"),
        (b"[" * 65 + b"]" * 65, "json.too_deep"),
        (b"[" * 100_000, "json.too_deep"),
        (b"1" * 41, "json.number_too_long"),
    ],
)
def test_json_that_could_mean_two_things_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(Invalid) as found:
        strict_json.loads(body)
    assert found.value.code == code


def test_numbers_keep_every_digit_and_brackets_in_text_do_not_nest() -> None:
    assert strict_json.loads(b'{"q":0.1234567890123456789}') == {
        "q": Decimal("0.1234567890123456789")
    }
    assert strict_json.loads(b'["' + b"[" * 200 + b'"]') == ["[" * 200]


def test_canonical_text_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical_text({"b": 1, "a": "中"}) == canonical_text({"a": "中", "b": 1})


def test_ids_made_later_sort_later() -> None:
    ids = [uuid7(clock_ms=1_700_000_000_000 + step) for step in range(100)]
    assert ids == sorted(ids)
    assert {found.version for found in ids} == {7}


@pytest.mark.parametrize("typed", ["ab-1", " AB-1 ", "ＡＢ－１"])
def test_a_code_is_found_however_it_was_typed(typed: str) -> None:
    assert code_key(typed) == "AB-1"


def test_every_message_stands_in_both_languages_with_the_same_placeholders() -> None:
    chinese, english = messages.catalogue("zh"), messages.catalogue("en")
    assert chinese.keys() == english.keys()
    for code, sentence in chinese.items():
        assert _placeholders(sentence) == _placeholders(english[code]), code


def _placeholders(sentence: str) -> set[str]:
    return {part.split("}")[0] for part in sentence.split("{")[1:]}
