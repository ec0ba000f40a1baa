"""The masters of 晨牧乳业, kept through the ordinary door."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from lotline.access.records import Actor
from lotline.demo.plant import plant
from lotline.demo.records import OrderPlan
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import (
    CharacteristicDraft,
    CharacteristicKind,
    EquipmentDraft,
    Kept,
    LocationDraft,
    Named,
    OrderDraft,
    OrderLine,
    OrderStatus,
    PartyDraft,
    PlaceKind,
    ProductDraft,
    ProductKind,
    SiteDraft,
)

Ids = dict[str, UUID]


def keep_masters(actor: Actor, orders: Iterable[OrderPlan]) -> None:
    """Keep everything that the plant works with, and the orders it works on."""
    site = masterdata.save_site(actor, SiteDraft(**plant()["site"]))
    places = _kept(actor, _places(site.id))
    parties = _kept(actor, _parties())
    products = _kept(actor, _products())
    _kept(actor, _equipment(places))
    _kept(actor, _characteristics(products))
    _kept(actor, [_order(order, parties, products) for order in orders])


def _kept(actor: Actor, drafts: Iterable[Named]) -> Ids:
    kept = masterdata.bulk_save(actor, drafts)
    return {_code(record): record.id for record in kept}


def _code(record: Kept) -> str:
    return record.code if isinstance(record, Named) else str(record.id)


def _places(site: UUID) -> Iterator[LocationDraft]:
    for code, name, english, kind, tank in plant()["locations"]:
        yield LocationDraft(
            code=code, name=name, name_en=english, kind=PlaceKind(kind), site=site, tank=tank
        )


def _parties() -> Iterator[PartyDraft]:
    for code, name, english in plant()["suppliers"]:
        yield PartyDraft(code=code, name=name, name_en=english, supplier=True)
    for code, name, english in plant()["customers"]:
        yield PartyDraft(code=code, name=name, name_en=english, customer=True)


def _products() -> Iterator[ProductDraft]:
    for code, name, english, kind, unit, gtin, days in plant()["products"]:
        yield ProductDraft(
            code=code, name=name, name_en=english, kind=ProductKind(kind), stock_unit=unit,
            gtin=gtin, shelf_life_days=days, pieces_factor=Decimal("0.2") if gtin else None,
        )  # fmt: skip


def _equipment(places: Ids) -> Iterator[EquipmentDraft]:
    for code, name, english, kind, place in plant()["equipment"]:
        yield EquipmentDraft(
            code=code, name=name, name_en=english, kind=kind, location=places[place]
        )


def _characteristics(products: Ids) -> Iterator[CharacteristicDraft]:
    for product, kde, *limits in plant()["characteristics"]:
        name, english, unit = plant()["readings"][kde]
        shared: dict[str, Any] = {
            "code": f"{product}.{kde}", "name": name, "name_en": english,
            "product": products[product], "kde": kde,
        }  # fmt: skip
        if unit is None:
            kind = CharacteristicKind.OBSERVED
            yield CharacteristicDraft(**shared, kind=kind, expected=limits[0])
        else:
            low, target, high = (Decimal(limit) if limit else None for limit in limits)
            yield CharacteristicDraft(**shared, unit=unit, lower=low, target=target, upper=high)


def _order(plan: OrderPlan, parties: Ids, products: Ids) -> OrderDraft:
    lines = tuple(OrderLine(products[p], Decimal(q), unit) for p, q, unit in plan.lines)
    return OrderDraft(
        code=plan.code, name=plan.name, kind=plan.kind, lines=lines, status=OrderStatus.DONE,
        party=parties[plan.party] if plan.party else None,
    )  # fmt: skip
