"""What a scanner, a keyboard or a phone hands in, and what it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotline.codes.element_strings import element_string
from lotline.codes.faults import Faulty
from lotline.codes.understanding import LONGEST, Scheme, normalise, understand
from lotline.kernel.messages import LANGUAGES, text

GTIN = "09506000134352"


@pytest.mark.parametrize(
    "scan",
    [
        f"(01){GTIN}(17)261231(10)L-0716",
        f"(01) {GTIN} (17) 261231 (10) L-0716",
        f"（01）{GTIN}（17）261231（10）L-0716",
        f"]C101{GTIN}1726123110L-0716",
        f"]d2\x1d01{GTIN}10L-0716\x1d17261231\r\n",
        f"]Q301{GTIN}10L-0716␝17261231",
        f"01{GTIN}10L-0716<GS>17261231",
        f"https://id.gs1.org/01/{GTIN}/10/L-0716?17=261231",
        f"HTTPS://shop.example/p/gtin/{GTIN[1:]}/lot/L-0716?17=261231&utm_source=x",
    ],
)
def test_one_lot_in_many_spellings(scan: str) -> None:
    found = understand(scan)
    assert (found.gtin, found.lot, found.expiry) == (GTIN, "L-0716", date(2026, 12, 31))
    assert found.note is None


def test_day_zero_is_the_last_day_of_the_month() -> None:
    assert understand(f"(01){GTIN}(17)280200").expiry == date(2028, 2, 29)


def test_a_pallet_is_known_by_its_number_in_every_spelling() -> None:
    for scan in ("(00)340123451111111111", "]C100340123451111111111", "340123451111111111"):
        assert understand(scan).sscc == "340123451111111111"
    assert understand("urn:epc:id:sscc:4012345.3111111111").sscc == "340123451111111111"


def test_bare_digits_are_a_key_only_if_they_check_and_it_is_said() -> None:
    assert understand("6901234567892").note == "codes.taken_for_gtin"
    assert understand("6901234567893").scheme is Scheme.PLAIN
    assert understand("26071603").scheme is Scheme.PLAIN


def test_a_wrong_check_digit_leaves_plain_text_with_the_place_of_the_fault() -> None:
    found = understand("(01)09506000134353(10)A")
    assert (found.scheme, found.text) == (Scheme.PLAIN, "(01)09506000134353(10)A")
    assert (found.note, found.params["position"]) == ("codes.check_digit", "18")


@pytest.mark.parametrize(
    "code", ["F-0716-03", "FP-0709", "批号 7", "(内部)12", "]x", "01-2026", ""]
)
def test_a_lot_code_of_the_plant_stays_what_it_is(code: str) -> None:
    assert (understand(code).scheme, understand(code).text) == (Scheme.PLAIN, code)


def test_codes_are_looked_up_without_regard_to_width_and_case() -> None:
    assert normalise(" ｆ-０７１６-03 ") == normalise("F-0716-03") == "F-0716-03"


@given(st.text(max_size=200) | st.text("()0123456789]C1\x1d/:.ABC%-", max_size=80))
def test_nothing_that_can_be_typed_makes_it_stumble(typed: str) -> None:
    found = understand(typed)
    assert found.note is None or text(found.note, "en") != found.note


@given(
    st.text("!%&'()*+,-./:;<=>?ABZaz09_", min_size=1, max_size=20).filter(lambda t: "(" not in t)
)
def test_what_is_written_on_a_label_is_read_back(lot: str) -> None:
    found = understand(element_string(GTIN, lot, date(2026, 12, 31)))
    assert (found.gtin, found.lot) == (GTIN, lot)


def test_a_label_that_no_scanner_could_read_is_not_written() -> None:
    with pytest.raises(Faulty):
        element_string(GTIN, "批号七")


def test_a_very_long_text_is_cut_and_said_so() -> None:
    assert understand("9" * 1_000_000).note == "codes.too_long"
    assert len(understand("9" * 1_000_000).text) == LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_has_a_sentence(language: str) -> None:
    for scan in (
        "(01)1",
        "(99999)1",
        "(17)261399",
        "(17)260231",
        "]C1",
        "https://a.b/c",
        "urn:epc:id:giai:1.2",
    ):
        found = understand(scan)
        assert found.note
        sentence = text(found.note, language, **found.params)  # type: ignore[arg-type]
        assert sentence != found.note
        assert "{" not in sentence
