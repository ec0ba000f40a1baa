"""Keeping masters in a real database."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from lotline.access.models import AuditEntry
from lotline.access.records import Actor
from lotline.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Problem
from lotline.kernel.ids import uuid_of_uri
from lotline.masterdata import models, operations, queries
from lotline.masterdata.records import (
    Change,
    CharacteristicDraft,
    EquipmentDraft,
    Listing,
    LocationDraft,
    Named,
    OrderDraft,
    OrderKind,
    OrderLine,
    Origin,
    PartyDraft,
    PlaceKind,
    ProductDraft,
    ProductKind,
    SiteDraft,
)

pytestmark = pytest.mark.django_db

MILK = ProductDraft(code="RM-MILK", name="生牛乳", kind=ProductKind.RAW, stock_unit="KGM")


def told(problem: Problem) -> list[tuple[str, str]]:
    """Give what a problem says is wrong."""
    return [(found.pointer, found.code) for found in problem.violations]


def test_a_product_is_kept_and_read_back_as_it_was_written(clerk: Actor, reader: Actor) -> None:
    draft = replace(MILK, gtin="6901234567892", shelf_life_days=2, pieces_factor=Decimal("0.125"))
    kept = operations.save_product(clerk, draft)
    assert queries.read_product(reader, kept.id) == kept
    assert queries.products_by_gtin(["6901234567892"])["06901234567892"] == kept
    assert queries.products_by_code(["RM-MILK", "none"]) == {"RM-MILK": kept}
    assert (kept.version, kept.origin) == (1, Origin.RECORDED)


def test_without_the_right_nothing_is_written_or_shown(reader: Actor, nobody: Actor) -> None:
    with pytest.raises(Forbidden):
        operations.save_product(reader, MILK)
    with pytest.raises(Forbidden):
        queries.list_products(nobody)
    assert not models.Product.objects.exists()


def test_two_people_change_one_product_and_the_second_is_told(clerk: Actor) -> None:
    kept = operations.save_product(clerk, MILK)
    changed = operations.save_product(clerk, replace(MILK, name="鲜牛乳"), Change(kept.id, 1))
    assert (changed.name, changed.version) == ("鲜牛乳", 2)
    with pytest.raises(Conflict) as refused:
        operations.save_product(clerk, replace(MILK, name="乳"), Change(kept.id, 1))
    assert refused.value.code == "masterdata.version_conflict"
    assert queries.products([kept.id])[kept.id].name == "鲜牛乳"


def test_a_change_of_nothing_known_is_not_found(clerk: Actor) -> None:
    with pytest.raises(NotFound):
        operations.save_product(clerk, MILK, Change(uuid4(), 1))


def test_a_code_is_given_once_and_the_refusal_leaves_the_work_going_on(clerk: Actor) -> None:
    operations.save_product(clerk, replace(MILK, gtin="6901234567892"))
    with pytest.raises(Conflict) as refused:
        operations.save_product(clerk, MILK)
    assert told(refused.value) == [("/code", "masterdata.code_taken")]
    with pytest.raises(Conflict) as refused:
        operations.save_product(clerk, replace(MILK, code="X", uri="x:y", gtin="6901234567892"))
    assert told(refused.value) == [("/gtin", "masterdata.gtin_taken")]
    assert operations.save_product(clerk, replace(MILK, code="Y")).code == "Y"


def test_the_stock_unit_stays_because_quantities_rest_on_it(clerk: Actor) -> None:
    kept = operations.save_product(clerk, MILK)
    with pytest.raises(Invalid) as refused:
        operations.save_product(clerk, replace(MILK, stock_unit="LTR"), Change(kept.id, 1))
    assert told(refused.value) == [("/stock_unit", "masterdata.stock_unit_fixed")]


def test_every_change_stands_in_the_audit_trail(clerk: Actor) -> None:
    kept = operations.save_product(clerk, MILK)
    operations.save_product(clerk, replace(MILK, name="鲜牛乳"), Change(kept.id, 1))
    entry = AuditEntry.objects.order_by("-seq")[0]
    assert (entry.action, entry.object) == ("masterdata.change_product", str(kept.id))
    assert '"name":["生牛乳","鲜牛乳"]' in entry.detail


def test_a_customer_gets_one_place_of_transit_that_follows_its_name(clerk: Actor) -> None:
    draft = PartyDraft(code="C-1", name="永辉", customer=True)
    party = operations.save_party(clerk, draft)
    place = queries.transit_of([party.id])[party.id]
    operations.save_party(clerk, replace(draft, name="盒马"), Change(party.id, 1))
    assert queries.transit_of([party.id]) == {party.id: place}
    assert queries.locations([place])[place].name == "在途：盒马"
    assert queries.locations([place])[place].kind is PlaceKind.TRANSIT


def test_a_supplier_gets_none_until_something_is_shipped_there(clerk: Actor) -> None:
    party = operations.save_party(clerk, PartyDraft(code="S-1", name="果料厂", supplier=True))
    assert queries.transit_of([party.id]) == {}
    place = operations.transit_for(party.id)
    assert operations.transit_for(party.id) == place
    assert queries.transit_of([party.id]) == {party.id: place}


def test_a_place_of_transit_keeps_its_customer(clerk: Actor) -> None:
    party = operations.save_party(clerk, PartyDraft(code="C-1", name="永辉", customer=True))
    place = queries.transit_of([party.id])[party.id]
    other = LocationDraft(code="X", name="X", kind=PlaceKind.STOCK)
    with pytest.raises(Invalid) as refused:
        operations.save_location(clerk, other, Change(place, 1))
    assert told(refused.value) == [("/kind", "masterdata.transit_fixed")]


def test_a_place_does_not_stand_inside_itself(clerk: Actor) -> None:
    hall = operations.save_location(clerk, LocationDraft(code="H", name="车间"))
    shelf = operations.save_location(clerk, LocationDraft(code="S", name="货架", parent=hall.id))
    inward = LocationDraft(code="H", name="车间", parent=shelf.id)
    with pytest.raises(Invalid) as refused:
        operations.save_location(clerk, inward, Change(hall.id, 1))
    assert told(refused.value) == [("/parent", "masterdata.place_in_itself")]


@pytest.mark.parametrize(
    ("draft", "pointer"),
    [
        (LocationDraft(code="L", name="L", site=uuid4()), "/site"),
        (EquipmentDraft(code="E", name="E", location=uuid4()), "/location"),
        (CharacteristicDraft(kde="fat", name="脂肪", product=uuid4()), "/product"),
        (
            OrderDraft(
                code="O",
                name="O",
                kind=OrderKind.SALES,
                lines=(OrderLine(uuid4(), Decimal(1), "KGM"),),
            ),
            "/lines/0/product",
        ),
    ],
)
def test_what_points_at_nothing_is_refused(clerk: Actor, draft: Named, pointer: str) -> None:
    with pytest.raises(Invalid) as refused:
        operations.bulk_save(clerk, [draft])
    assert told(refused.value) == [(pointer, "masterdata.unknown_reference")]


def test_a_seed_is_kept_whole_or_not_at_all(clerk: Actor) -> None:
    site = SiteDraft(code="S", name="一厂")
    with pytest.raises(Conflict), transaction.atomic():
        operations.bulk_save(clerk, [site, MILK, MILK])
    assert not models.Site.objects.exists()
    kept = operations.bulk_save(clerk, [site, MILK])
    assert [type(one).__name__ for one in kept] == ["Site", "Product"]
    only = queries.only_site()
    assert only is not None
    assert only.id == kept[0].id


def test_characteristics_come_by_product_in_order_and_only_those_in_use(clerk: Actor) -> None:
    milk = operations.save_product(clerk, MILK)
    fat = CharacteristicDraft(product=milk.id, kde="fat", name="脂肪", lower=Decimal("3.1"))
    kept = operations.save_characteristic(clerk, fat)
    operations.save_characteristic(clerk, replace(fat, kde="acidity", name="酸度"))
    operations.save_characteristic(clerk, replace(fat, kde="smell", name="气味", active=False))
    other = uuid4()
    found = queries.characteristics([milk.id, other])
    assert [one.kde for one in found[milk.id]] == ["acidity", "fat"]
    assert found[other] == ()
    assert kept.code == "RM-MILK.fat"
    with pytest.raises(Conflict) as refused:
        operations.save_characteristic(clerk, replace(fat, code="again"))
    assert told(refused.value) == [("/kde", "masterdata.kde_taken")]


def test_an_order_keeps_its_lines_exactly(clerk: Actor, reader: Actor) -> None:
    milk = operations.save_product(clerk, MILK)
    lines = (OrderLine(milk.id, Decimal("12.500"), "KGM"),)
    draft = OrderDraft(code="PO-1", name="PO-1", kind=OrderKind.PURCHASE, lines=lines)
    kept = operations.save_order(clerk, draft)
    assert queries.read_order(reader, kept.id).lines == (
        OrderLine(milk.id, Decimal("12.5"), "KGM"),
    )


def test_an_unknown_foreign_thing_is_the_same_stand_in_every_time(clerk: Actor) -> None:
    uri = "https://id.gs1.org/01/09506000134352"
    stub = operations.stub_product(uri, stock_unit="KGM")
    assert operations.stub_product(uri) == stub
    assert (stub.id, stub.origin, stub.code) == (uuid_of_uri(uri), Origin.UNKNOWN, uri)
    known = operations.save_product(clerk, replace(MILK, gtin="6901234567892"))
    assert operations.stub_product("https://id.gs1.org/01/06901234567892").id == known.id


def test_a_stand_in_is_written_down_later_and_may_then_get_its_unit(clerk: Actor) -> None:
    stub = operations.stub_product("https://id.gs1.org/01/09506000134352")
    draft = replace(MILK, uri=stub.uri)
    kept = operations.save_product(clerk, draft, Change(stub.id, stub.version))
    assert (kept.id, kept.origin, kept.stock_unit) == (stub.id, Origin.RECORDED, "KGM")


def test_stand_ins_of_places_and_customers(clerk: Actor) -> None:
    place = operations.stub_location("https://id.gs1.org/414/4012345000054", name="月台")
    party = operations.stub_party("https://id.gs1.org/417/4012345000054", customer=True)
    assert place.name == "月台"
    assert party.name == "4012345000054"
    assert party.id in queries.transit_of([party.id])
    assert operations.stub_location("http://[odd").name == "[odd"
    with pytest.raises(Invalid):
        operations.stub_party("\x00 no uri")


def test_a_list_is_walked_page_by_page_in_the_order_of_sound(clerk: Actor, reader: Actor) -> None:
    names = ["酸奶", "纯牛奶", "草莓果粒", "白砂糖", "白砂糖"]
    for number, name in enumerate(names):
        operations.save_product(clerk, replace(MILK, code=f"P{number}", name=name))
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = queries.list_products(reader, Listing(limit=2, cursor=cursor))
        seen += [one.name for one in page.items]
        cursor = page.next
    assert cursor is None
    assert seen == ["白砂糖", "白砂糖", "草莓果粒", "纯牛奶", "酸奶"]


@pytest.mark.parametrize("q", ["纯牛", "chunniu", "cnn", "p1", "Ｐ１", "whole p1", "50%"])
def test_a_product_is_found_by_any_of_its_names(clerk: Actor, reader: Actor, q: str) -> None:
    draft = replace(MILK, code="P1", name="纯牛奶50%", name_en="Whole milk")
    operations.save_product(clerk, draft)
    operations.save_product(clerk, replace(MILK, code="P9", name="白砂糖50克"))
    assert [one.code for one in queries.list_products(reader, Listing(q=q)).items] == ["P1"]


@pytest.mark.parametrize("column", [{"kind": "no such kind"}, {"origin": "guessed"}])
def test_the_database_itself_refuses_words_that_are_not_in_the_list(
    clerk: Actor, column: dict[str, str]
) -> None:
    kept = operations.save_product(clerk, MILK)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Product.objects.filter(id=kept.id).update(**column)
    assert isinstance(kept.id, UUID)
