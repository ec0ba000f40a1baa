"""Check digits: which is right, and where a wrong one stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotline.codes.keys import check_gln, check_gtin, check_sscc, gtin_check_digit, sscc

DIGITS = st.text("0123456789", min_size=13, max_size=13)


@pytest.mark.parametrize(
    ("body", "digit"), [("0950600013435", "2"), ("629104150021", "3"), ("0123456", "5")]
)
def test_the_check_digit_of_known_numbers(body: str, digit: str) -> None:
    assert gtin_check_digit(body) == digit
    assert check_gtin(body + digit) is None


@given(DIGITS, st.integers(0, 13), st.integers(1, 9))
def test_every_single_wrong_digit_is_found(body: str, place: int, more: int) -> None:
    right = body + gtin_check_digit(body)
    wrong = str((int(right[place]) + more) % 10)
    assert check_gtin(right[:place] + wrong + right[place + 1 :]) is not None


def test_a_wrong_check_digit_is_named_with_its_place_and_the_right_one() -> None:
    fault = check_gtin("09506000134353")
    assert fault is not None
    assert (fault.code, fault.position) == ("codes.check_digit", 14)
    assert (fault.params["found"], fault.params["expected"]) == ("3", "2")


@pytest.mark.parametrize(
    "text", ["", "1234567", "０９５０６０００１３４３５２", "0950600013435x", "٣" * 13]
)
def test_what_is_no_gtin_is_refused_without_an_exception(text: str) -> None:
    assert check_gtin(text) is not None


def test_a_logistic_unit_gets_eighteen_digits_that_check() -> None:
    assert sscc("4012345", 7) == "040123450000000078"
    assert check_sscc(sscc("6901234", 123456789, extension=3)) is None


@pytest.mark.parametrize(
    ("prefix", "serial"), [("4012345", 10**9), ("401", 1), ("40123x5", 1), ("4012345", -1)]
)
def test_a_number_that_does_not_fit_is_refused(prefix: str, serial: int) -> None:
    with pytest.raises(ValueError, match="digits"):
        sscc(prefix, serial)


def test_a_location_number_has_thirteen_digits() -> None:
    assert check_gln("4012345000054") is None
    assert check_gln("09506000134352") is not None
