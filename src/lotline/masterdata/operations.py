"""The verbs of master data: write down, change, and stand in for what is not known yet."""

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from uuid import UUID

from django.db import transaction

from lotline.access.records import Actor
from lotline.kernel.errors import NotFound
from lotline.masterdata import rows
from lotline.masterdata.records import (
    Change,
    Characteristic,
    CharacteristicDraft,
    Equipment,
    EquipmentDraft,
    Kept,
    Location,
    LocationDraft,
    Named,
    Order,
    OrderDraft,
    Party,
    PartyDraft,
    Product,
    ProductDraft,
    Site,
    SiteDraft,
)
from lotline.masterdata.saving import save
from lotline.masterdata.stubs import stub_location, stub_party, stub_product
from lotline.masterdata.transit import keep_transit

__all__ = [
    "bulk_save",
    "save_characteristic",
    "save_equipment",
    "save_location",
    "save_order",
    "save_party",
    "save_product",
    "save_site",
    "stub_location",
    "stub_party",
    "stub_product",
    "transit_for",
]


def save_site(actor: Actor, draft: SiteDraft, change: Change | None = None) -> Site:
    """Keep a site, new or changed."""
    return save(actor, rows.SITES, draft, change)


def save_location(actor: Actor, draft: LocationDraft, change: Change | None = None) -> Location:
    """Keep a place, new or changed."""
    return save(actor, rows.LOCATIONS, draft, change)


@transaction.atomic
def save_party(actor: Actor, draft: PartyDraft, change: Change | None = None) -> Party:
    """Keep a party, new or changed; a customer gets its place of transit with it."""
    party = save(actor, rows.PARTIES, draft, change)
    if party.customer:
        keep_transit(party)
    return party


def save_product(actor: Actor, draft: ProductDraft, change: Change | None = None) -> Product:
    """Keep a product, new or changed."""
    return save(actor, rows.PRODUCTS, draft, change)


def save_equipment(actor: Actor, draft: EquipmentDraft, change: Change | None = None) -> Equipment:
    """Keep a piece of equipment, new or changed."""
    return save(actor, rows.EQUIPMENT, draft, change)


def save_order(actor: Actor, draft: OrderDraft, change: Change | None = None) -> Order:
    """Keep an order, new or changed."""
    return save(actor, rows.ORDERS, draft, change)


def save_characteristic(
    actor: Actor, draft: CharacteristicDraft, change: Change | None = None
) -> Characteristic:
    """Keep a characteristic, new or changed; without a code it gets one from product and kde."""
    if not draft.code:
        product = rows.PRODUCTS.by_id([draft.product]).get(draft.product)
        draft = replace(draft, code=f"{product.code}.{draft.kde}" if product else draft.kde)
    return save(actor, rows.CHARACTERISTICS, draft, change)


@transaction.atomic
def bulk_save(actor: Actor, drafts: Iterable[Named]) -> list[Kept]:
    """Keep many new masters of any sort, in the order given, all of them or none."""
    return [_new(draft, actor) for draft in drafts]


@transaction.atomic
def transit_for(party: UUID) -> UUID:
    """Give the place of goods on their way to a party, made where there is none yet.

    No actor: for rooms that record that something was shipped there.
    """
    found = rows.PARTIES.by_id([party]).get(party)
    if found is None:
        raise NotFound("masterdata.not_found", id=party)
    return keep_transit(found)


@singledispatch
def _new(draft: Named, actor: Actor) -> Kept:
    raise TypeError(f"not a master: {type(draft).__name__}")


@_new.register
def _(draft: SiteDraft, actor: Actor) -> Kept:
    return save_site(actor, draft)


@_new.register
def _(draft: LocationDraft, actor: Actor) -> Kept:
    return save_location(actor, draft)


@_new.register
def _(draft: PartyDraft, actor: Actor) -> Kept:
    return save_party(actor, draft)


@_new.register
def _(draft: ProductDraft, actor: Actor) -> Kept:
    return save_product(actor, draft)


@_new.register
def _(draft: EquipmentDraft, actor: Actor) -> Kept:
    return save_equipment(actor, draft)


@_new.register
def _(draft: OrderDraft, actor: Actor) -> Kept:
    return save_order(actor, draft)


@_new.register
def _(draft: CharacteristicDraft, actor: Actor) -> Kept:
    return save_characteristic(actor, draft)
