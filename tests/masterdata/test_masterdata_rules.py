"""What makes a master fit to be kept, without a database."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lotline.kernel.errors import Invalid
from lotline.masterdata import paging, rules
from lotline.masterdata.records import (
    Characteristic,
    CharacteristicDraft,
    CharacteristicKind,
    Named,
    Origin,
    PartyDraft,
    Product,
    ProductDraft,
    ProductKind,
    SiteDraft,
)

YOGURT = ProductDraft(code="YOG", name="原味酸奶", kind=ProductKind.FINISHED, stock_unit="KGM")
CHECK = CharacteristicDraft(product=uuid4(), kde="fat", name="脂肪")


def product(stock_unit: str, factor: str | None) -> Product:
    """Make a product that is kept."""
    return Product(
        id=uuid4(),
        origin=Origin.RECORDED,
        version=1,
        code="P",
        name="P",
        kind=ProductKind.FINISHED,
        stock_unit=stock_unit,
        pieces_factor=Decimal(factor) if factor else None,
    )


def characteristic(**limits: Any) -> Characteristic:
    """Make a characteristic that is kept."""
    return Characteristic(
        id=uuid4(),
        origin=Origin.RECORDED,
        version=1,
        product=uuid4(),
        kde="fat",
        name="脂肪",
        **limits,
    )


def codes(draft: Named) -> set[tuple[str, str]]:
    """Give what is wrong with a draft."""
    return {(found.pointer, found.code) for found in rules.violations(rules.tidy(draft))}


def test_a_fit_product_has_nothing_wrong_with_it() -> None:
    assert codes(YOGURT) == set()


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"code": "  "}, "/code", "masterdata.empty"),
        ({"code": "x" * 81}, "/code", "masterdata.too_long"),
        ({"name": "a\nb"}, "/name", "masterdata.control_character"),
        ({"name": "\ud800"}, "/name", "masterdata.control_character"),
        ({"uri": "not a uri"}, "/uri", "masterdata.not_a_uri"),
        ({"uri": "https://x/" + "y" * 2000}, "/uri", "masterdata.too_long"),
        ({"gtin": "6901234567893"}, "/gtin", "codes.check_digit"),
        ({"gtin": "６９０１２３４５６７８９２"}, "/gtin", "codes.not_a_digit"),
        ({"stock_unit": "kg"}, "/stock_unit", "unit.unknown"),
        ({"shelf_life_days": 0}, "/shelf_life_days", "masterdata.not_a_shelf_life"),
        ({"shelf_life_days": 10**30}, "/shelf_life_days", "masterdata.not_a_shelf_life"),
        ({"pieces_factor": Decimal(0)}, "/pieces_factor", "masterdata.not_positive"),
    ],
)
def test_an_unfit_product_is_told_where_and_why(
    change: dict[str, object], pointer: str, code: str
) -> None:
    assert (pointer, code) in codes(replace(YOGURT, **change))  # type: ignore[arg-type]


def test_everything_wrong_is_told_at_once() -> None:
    assert len(codes(replace(YOGURT, code="", name="", stock_unit="?"))) == 3


def test_a_barcode_of_thirteen_digits_is_kept_with_fourteen_and_gives_the_canonical_uri() -> None:
    tidied = rules.tidy(replace(YOGURT, gtin="6901234567892"))
    assert tidied.gtin == "06901234567892"
    assert tidied.uri == "https://id.gs1.org/01/06901234567892"


def test_a_zone_must_exist_and_a_location_number_must_check() -> None:
    assert ("/zone", "masterdata.unknown_zone") in codes(SiteDraft(code="S", name="S", zone="北京"))
    assert ("/gln", "codes.check_digit") in codes(
        PartyDraft(code="P", name="P", gln="4012345000055")
    )


def test_limits_may_be_one_sided_but_not_crossed() -> None:
    assert codes(replace(CHECK, code="c", lower=Decimal(3))) == set()
    crossed = replace(CHECK, code="c", lower=Decimal(3), upper=Decimal(2))
    assert ("/lower", "masterdata.limits_crossed") in codes(crossed)


def test_an_observed_characteristic_has_a_finding_and_no_limits() -> None:
    seen = replace(CHECK, code="c", kind=CharacteristicKind.OBSERVED, expected="无异味")
    assert codes(seen) == set()
    assert ("/kind", "masterdata.observed_with_limits") in codes(replace(seen, upper=Decimal(1)))


def test_a_reading_holds_within_its_limits_inclusive() -> None:
    both = characteristic(lower=Decimal("2.8"), upper=Decimal("3.2"))
    assert [both.holds(Decimal(value)) for value in ("2.8", "3.2", "3.201", "2.79")] == [
        True,
        True,
        False,
        False,
    ]
    assert characteristic(target=Decimal(3)).holds(Decimal(99)) is None


@pytest.mark.parametrize(
    ("stock", "factor", "value", "unit", "expected"),
    [
        ("KGM", None, "1500", "GRM", "1.5"),
        ("KGM", "0.125", "8", "C62", "1"),
        ("GRM", "0.125", "8", "C62", "1000"),
        ("C62", "0.125", "1", "KGM", "8"),
        ("C62", "0.3", "1", "KGM", "3.333333333"),
        ("C62", "0.125", "2", "DZN", "24"),
        ("KGM", "0.125", "1", "DZN", "1.5"),
    ],
)
def test_a_quantity_comes_to_the_stock_unit(
    stock: str, factor: str | None, value: str, unit: str, expected: str
) -> None:
    assert product(stock, factor).to_stock_unit(Decimal(value), unit) == Decimal(expected)


@pytest.mark.parametrize(
    ("stock", "factor", "unit", "code"),
    [
        ("KGM", None, "C62", "unit.no_pieces_factor"),
        ("KGM", "1", "LTR", "unit.dimension"),
        ("KGM", None, "公斤", "unit.unknown"),
    ],
)
def test_where_no_way_leads_to_the_stock_unit_it_is_said(
    stock: str, factor: str | None, unit: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        product(stock, factor).to_stock_unit(Decimal(1), unit, "/inputs/0/quantity")
    assert [(v.pointer, v.code) for v in refused.value.violations] == [("/inputs/0/quantity", code)]


def test_a_quantity_too_large_for_the_record_is_refused_not_rounded() -> None:
    with pytest.raises(Invalid) as refused:
        product("MGM", None).to_stock_unit(Decimal("9999999999999999999"), "TNE")
    assert refused.value.violations[0].code == "number.too_many_digits"


def test_chinese_names_stand_in_the_order_of_their_sound_and_are_found_by_initials() -> None:
    names = ["酸奶", "纯牛奶", "Butter", "草莓果粒"]
    assert sorted(names, key=paging.sort_key) == ["Butter", "草莓果粒", "纯牛奶", "酸奶"]
    assert "cnn" in paging.search_text("RM-1", "纯牛奶")
    assert "chunniunai" in paging.search_text("RM-1", "纯牛奶")


@given(st.text(max_size=60))
def test_a_cursor_that_is_not_ours_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        paging.from_cursor(typed)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60), st.uuids())
def test_a_cursor_of_ours_leads_on_where_it_stood(key: str, last: object) -> None:
    assert paging.from_cursor(paging.cursor(key, last)) == (key, last)  # type: ignore[arg-type]
