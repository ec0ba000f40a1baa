"""Lists of lots: what is on hand, in pages that neither skip nor repeat."""

from datetime import timedelta

import pytest

from lotline.access.records import Actor
from lotline.kernel.errors import Forbidden, Invalid
from lotline.lots import paging
from lotline.lots import queries as lots
from lotline.lots.records import LotFilter
from lotline.quality import operations as quality
from tests.plant import ACTOR, Plant

pytestmark = pytest.mark.django_db


def codes(sort: str = lots.SORTS[0], **wanted: object) -> list[str]:
    page = lots.list_lots(ACTOR, LotFilter(**wanted), sort)  # type: ignore[arg-type]
    return [row.code for row in page.items]


def test_what_stands_on_a_shipped_pallet_is_not_on_hand(plant: Plant) -> None:
    rows = {row.code: row for row in lots.list_lots(ACTOR, LotFilter()).items}
    mix = rows["M-1"]
    assert mix.quantity is not None and mix.made is not None
    assert (mix.quantity.value, mix.made.value, mix.quantity.unit) == ("40", "70", "KGM")
    assert rows["R-1"].supplier_lot == "K_100%" and rows["R-1"].supplier is not None
    assert codes(in_stock=True) == ["M-1", "R-2", "R-1"]
    plant.ship({"M-1": 20}, "C1")
    plant.ship({"P-2": None}, "C2")
    assert codes(in_stock=True) == ["R-2", "R-1"]
    assert codes(in_stock=False) == ["M-1"]
    assert lots.count_in_stock() == 2


def test_units_stand_at_the_place_they_were_put(plant: Plant) -> None:
    assert codes(kind="logistic_unit", in_stock=True) == ["P-2"]
    [here] = [
        r for r in lots.list_lots(ACTOR, LotFilter(kind="logistic_unit")).items if r.code == "P-2"
    ]
    assert (here.place, here.quantity) == ("WH", None)


def test_filters_tell_held_expired_and_expiring_lots_apart(plant: Plant) -> None:
    supplier_lot = lots.resolve(["K_100%"])["K_100%"][0]
    quality.hold_lots(ACTOR, lots_held=[supplier_lot], reason="complaint", client_id="hold-0001")
    assert codes(held=True) == ["R-1"] and codes(held=False) == ["M-1", "R-2"]
    assert codes(expired=True) == [
        "M-1"
    ]  # the plant's clock stands in March 2026, shelf life 10 days
    assert codes(expired=False) == ["R-2", "R-1"]
    assert codes(near_expiry_days=7) == [] and lots.count_near_expiry(7) == 0
    assert codes(quality="conforming") == []


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("m-", ["M-1"]), ("Ｍ－１", ["M-1"]), ("半成", ["M-1"]), ("bcp", ["M-1"]),
        ("k_100%", ["R-1"]), ("%", []), ("_", []), ("M_1", []), ("\\", []), ("  ", ["M-1", "R-2", "R-1"]),
    ],
)  # fmt: skip
def test_words_find_codes_products_and_supplier_numbers(
    plant: Plant, q: str, expected: list[str]
) -> None:
    assert codes(q=q) == expected


@pytest.mark.parametrize("sort", lots.SORTS)
def test_pages_neither_skip_nor_repeat(plant: Plant, sort: str) -> None:
    for number in range(5):
        plant.clock.advance(timedelta(0) if number % 2 else timedelta(hours=1))
        plant.make({"R-1": 1}, {f"Z-{number}": 1})
    whole = codes(sort)
    seen, cursor = [], None
    while True:
        page = lots.list_lots(ACTOR, LotFilter(), sort, 3, cursor)
        seen += [row.code for row in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert seen == whole and len(seen) == len(set(seen)) == 8


@pytest.mark.parametrize(
    "cursor",
    [
        "!!", "AAAA", "x" * 9000, paging.cursor("code", "a"), paging.cursor("-first_event_time", "x", "y"),
        paging.cursor("code", "M-1", "00000000-0000-0000-0000-000000000000"),
        paging.cursor("-first_event_time", "2026-01-01 00:00:00", "not-an-id"),
        paging.cursor("-first_event_time", "' OR 1=1 --", "00000000-0000-0000-0000-000000000000"),
        paging.cursor("-first_event_time", "a\x00b", "00000000-0000-0000-0000-000000000000"),
    ],
)  # fmt: skip
def test_a_tampered_cursor_is_refused(plant: Plant, cursor: str) -> None:
    with pytest.raises(Invalid) as refused:
        lots.list_lots(ACTOR, LotFilter(), cursor=cursor)
    assert refused.value.violations[0].code == "request.cursor"


def test_a_cursor_of_the_first_year_is_no_fault_of_ours(plant: Plant) -> None:
    low = paging.cursor(
        "-first_event_time", "0001-01-01 00:00:00", "00000000-0000-0000-0000-000000000000"
    )
    assert lots.list_lots(ACTOR, LotFilter(), cursor=low).items == ()


def test_what_cannot_be_meant_is_refused(plant: Plant) -> None:
    for sort in ("quality", "-code", "code; DROP TABLE lots_balance", ""):
        with pytest.raises(Invalid, match="request.invalid"):
            lots.list_lots(ACTOR, LotFilter(), sort)
    for q in ("x" * 201, "a\x00", "\ud800"):
        with pytest.raises(Invalid):
            lots.list_lots(ACTOR, LotFilter(q=q))
    with pytest.raises(Forbidden):
        lots.list_lots(Actor(None, "nobody", frozenset()), LotFilter())
