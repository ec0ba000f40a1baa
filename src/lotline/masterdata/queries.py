"""Reading the masters.

The bulk look-ups serve other rooms while they work and ask for no actor: what they may show is
that room's own question. Lists and single reads serve people and need the right to read masters.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.masterdata import models, rows
from lotline.masterdata.records import (
    Characteristic,
    Equipment,
    Listing,
    Location,
    Order,
    Page,
    Party,
    PlaceKind,
    Product,
    Site,
)

_ALL = Listing()


def products(ids: Iterable[UUID]) -> dict[UUID, Product]:
    """Find products by identity; no actor (internal)."""
    return rows.PRODUCTS.by_id(ids)


def products_by_code(codes: Iterable[str]) -> dict[str, Product]:
    """Find products by code; no actor (internal)."""
    return rows.PRODUCTS.by_code(codes)


def products_by_uri(uris: Iterable[str]) -> dict[str, Product]:
    """Find products by canonical URI; no actor (internal)."""
    return rows.PRODUCTS.by_uri(uris)


def products_by_gtin(gtins: Iterable[str]) -> dict[str, Product]:
    """Find products by GTIN, keyed by its 14 digits; no actor (internal)."""
    wanted = {gtin.zfill(14) for gtin in gtins}
    found = models.Product.objects.filter(gtin__in=wanted)
    return {row.gtin or "": rows.PRODUCTS.record(row) for row in found}


def parties(ids: Iterable[UUID]) -> dict[UUID, Party]:
    """Find parties by identity; no actor (internal)."""
    return rows.PARTIES.by_id(ids)


def parties_by_code(codes: Iterable[str]) -> dict[str, Party]:
    """Find parties by code; no actor (internal)."""
    return rows.PARTIES.by_code(codes)


def parties_by_uri(uris: Iterable[str]) -> dict[str, Party]:
    """Find parties by canonical URI; no actor (internal)."""
    return rows.PARTIES.by_uri(uris)


def sites(ids: Iterable[UUID]) -> dict[UUID, Site]:
    """Find sites by identity; no actor (internal)."""
    return rows.SITES.by_id(ids)


def sites_by_code(codes: Iterable[str]) -> dict[str, Site]:
    """Find sites by code; no actor (internal)."""
    return rows.SITES.by_code(codes)


def only_site() -> Site | None:
    """Give the site of a plant that has just one in use, else None; no actor (internal)."""
    found = models.Site.objects.filter(active=True)[:2]
    return rows.SITES.record(found[0]) if len(found) == 1 else None


def locations(ids: Iterable[UUID]) -> dict[UUID, Location]:
    """Find places by identity; no actor (internal)."""
    return rows.LOCATIONS.by_id(ids)


def locations_by_code(codes: Iterable[str]) -> dict[str, Location]:
    """Find places by code; no actor (internal)."""
    return rows.LOCATIONS.by_code(codes)


def locations_by_uri(uris: Iterable[str]) -> dict[str, Location]:
    """Find places by canonical URI; no actor (internal)."""
    return rows.LOCATIONS.by_uri(uris)


def transit_of(parties: Iterable[UUID]) -> dict[UUID, UUID]:
    """Give for each customer the place of goods on their way to them; no actor (internal)."""
    found = models.Location.objects.filter(kind=PlaceKind.TRANSIT, party_id__in=set(parties))
    return {row.party_id: row.id for row in found if row.party_id}


def equipment(ids: Iterable[UUID]) -> dict[UUID, Equipment]:
    """Find equipment by identity; no actor (internal)."""
    return rows.EQUIPMENT.by_id(ids)


def equipment_by_code(codes: Iterable[str]) -> dict[str, Equipment]:
    """Find equipment by code; no actor (internal)."""
    return rows.EQUIPMENT.by_code(codes)


def orders_by_code(codes: Iterable[str]) -> dict[str, Order]:
    """Find orders by code; no actor (internal)."""
    return rows.ORDERS.by_code(codes)


def characteristics(products: Iterable[UUID]) -> dict[UUID, tuple[Characteristic, ...]]:
    """Give what is checked on each product, ordered by key data element; no actor (internal)."""
    wanted = set(products)
    found: dict[UUID, tuple[Characteristic, ...]] = dict.fromkeys(wanted, ())
    used = models.Characteristic.objects.filter(product_id__in=wanted, active=True)
    for row in used.order_by("kde"):
        found[row.product_id] += (rows.CHARACTERISTICS.record(row),)
    return found


def read_product(actor: Actor, product: UUID) -> Product:
    """Show one product."""
    access.require(actor, "masters.read")
    return rows.PRODUCTS.read(product)


def list_products(actor: Actor, listing: Listing = _ALL) -> Page[Product]:
    """List products."""
    access.require(actor, "masters.read")
    return rows.PRODUCTS.page(listing)


def read_party(actor: Actor, party: UUID) -> Party:
    """Show one party."""
    access.require(actor, "masters.read")
    return rows.PARTIES.read(party)


def list_parties(actor: Actor, listing: Listing = _ALL) -> Page[Party]:
    """List parties."""
    access.require(actor, "masters.read")
    return rows.PARTIES.page(listing)


def read_site(actor: Actor, site: UUID) -> Site:
    """Show one site."""
    access.require(actor, "masters.read")
    return rows.SITES.read(site)


def list_sites(actor: Actor, listing: Listing = _ALL) -> Page[Site]:
    """List sites."""
    access.require(actor, "masters.read")
    return rows.SITES.page(listing)


def read_location(actor: Actor, location: UUID) -> Location:
    """Show one place."""
    access.require(actor, "masters.read")
    return rows.LOCATIONS.read(location)


def list_locations(actor: Actor, listing: Listing = _ALL) -> Page[Location]:
    """List places."""
    access.require(actor, "masters.read")
    return rows.LOCATIONS.page(listing)


def read_equipment(actor: Actor, equipment: UUID) -> Equipment:
    """Show one piece of equipment."""
    access.require(actor, "masters.read")
    return rows.EQUIPMENT.read(equipment)


def list_equipment(actor: Actor, listing: Listing = _ALL) -> Page[Equipment]:
    """List equipment."""
    access.require(actor, "masters.read")
    return rows.EQUIPMENT.page(listing)


def read_order(actor: Actor, order: UUID) -> Order:
    """Show one order."""
    access.require(actor, "masters.read")
    return rows.ORDERS.read(order)


def list_orders(actor: Actor, listing: Listing = _ALL) -> Page[Order]:
    """List orders."""
    access.require(actor, "masters.read")
    return rows.ORDERS.page(listing)


def read_characteristic(actor: Actor, characteristic: UUID) -> Characteristic:
    """Show one characteristic."""
    access.require(actor, "masters.read")
    return rows.CHARACTERISTICS.read(characteristic)


def list_characteristics(
    actor: Actor, listing: Listing = _ALL, product: UUID | None = None
) -> Page[Characteristic]:
    """List characteristics, of one product or of all."""
    access.require(actor, "masters.read")
    return rows.CHARACTERISTICS.page(listing, Q(product_id=product) if product else None)
