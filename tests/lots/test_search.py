"""Searching and scanning: exact first, candidates always, wildcards never."""

import pytest

from lotline.codes.keys import gtin_check_digit, sscc
from lotline.kernel.errors import Invalid
from lotline.lots import queries as lots
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import ProductDraft, ProductKind
from tests.plant import ACTOR, Plant, kg

pytestmark = pytest.mark.django_db
GTIN = "0690123456789" + gtin_check_digit("0690123456789")
SSCC = sscc("6901234", 17)


@pytest.fixture
def labelled(plant: Plant) -> Plant:
    drafts = [
        ProductDraft(
            code="G1", name="酸奶", kind=ProductKind.FINISHED, stock_unit="KGM", gtin=GTIN
        ),
        ProductDraft(code="G2", name="乳酪", kind=ProductKind.FINISHED, stock_unit="KGM"),
    ]
    masterdata.bulk_save(ACTOR, drafts)
    plant.receive("F-0716", kg(5), product="G1")
    plant.pack(SSCC, {"F-0716": 2})
    return plant


def kinds(q: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.code) for hit in lots.search(ACTOR, q).items]


def test_exact_comes_before_what_begins_so(plant: Plant) -> None:
    plant.receive("M-10")
    found = lots.search(ACTOR, "m-1")
    assert found.exact and [hit.code for hit in found.items] == ["M-1", "M-10"]
    assert found.items[0].status == "expired" and found.items[0].title == "半成品"
    assert not lots.search(ACTOR, "M-").exact


def test_complaints_orders_products_and_parties_are_found(plant: Plant) -> None:
    [complaint] = lots.search(ACTOR, "ts-0719").items
    assert (complaint.kind, complaint.code, complaint.title) == (
        "reference",
        "TS-0719",
        "complaint",
    )
    assert lots.event(ACTOR, complaint.id).row.note == "胀包"
    assert ("reference", "SO-1") in kinds("SO-")
    assert kinds("半成品") == [("product", "MIX")]
    assert ("party", "S1") in kinds("供应") and ("party", "C1") in kinds("C1")
    assert ("supplier_lot", "K_100%") in kinds("k_1")


@pytest.mark.parametrize("q", ["%", "_", "K%", "\\", "M_1", "'", '"; --', "\u202e"])
def test_wildcards_and_quotes_stand_for_themselves(plant: Plant, q: str) -> None:
    assert kinds(q) == []


@pytest.mark.parametrize("q", ["", "  ", "x" * 201, "a\x00b", "\udc00"])
def test_what_cannot_be_meant_is_refused(plant: Plant, q: str) -> None:
    with pytest.raises(Invalid):
        lots.search(ACTOR, q)


@pytest.mark.parametrize(
    "scan",
    [
        f"(01){GTIN}(10)F-0716", f"]d201{GTIN}10F-0716",
        f"https://id.gs1.org/01/{GTIN}/10/F-0716",
    ],
)  # fmt: skip
def test_a_symbols_gtin_and_lot_lead_to_the_lot(labelled: Plant, scan: str) -> None:
    assert lots.find([scan])[scan] == (labelled.id_of("F-0716"),)
    found = lots.search(ACTOR, scan)
    assert found.exact and found.understood is not None
    assert (found.understood.gtin, found.understood.lot) == (GTIN, "F-0716")
    assert ("product", "G1") in kinds(scan)


@pytest.mark.parametrize(
    "scan", [f"(00){SSCC}", f"00{SSCC}", SSCC, f"https://id.gs1.org/00/{SSCC}"]
)
def test_a_pallets_number_leads_to_the_pallet(labelled: Plant, scan: str) -> None:
    assert lots.find([scan])[scan] == (labelled.id_of(SSCC),)


def test_the_same_number_of_another_product_is_not_taken_for_it(labelled: Plant) -> None:
    other = f"(01){GTIN}(10)R-2"
    assert lots.find([other, "F-0716", "?"]) == {
        other: (), "F-0716": (labelled.id_of("F-0716"),), "?": (),
    }  # fmt: skip


def test_a_wrong_check_digit_is_said(plant: Plant) -> None:
    wrong = GTIN[:-1] + str((int(GTIN[-1]) + 1) % 10)
    found = lots.search(ACTOR, f"(01){wrong}(10)F-1")
    assert found.items == () and found.understood is not None and found.understood.note
