"""A table of masters, its rows as records, and the few ways of reading it that all tables share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from lotline.kernel.decimals import parse_decimal
from lotline.kernel.errors import NotFound
from lotline.masterdata import models, paging, records

M = TypeVar("M", bound=models.Master)
R = TypeVar("R", bound=records.Kept)


@dataclass(frozen=True, slots=True)
class Collection(Generic[M, R]):
    """One table of masters and how a row of it becomes a record."""

    noun: str
    model: type[M]
    record: Callable[[M], R]

    def by_id(self, ids: Iterable[UUID]) -> dict[UUID, R]:
        """Find many by identity in one question."""
        return {row.id: self.record(row) for row in self._rows().filter(id__in=set(ids))}

    def by_code(self, codes: Iterable[str]) -> dict[str, R]:
        """Find many by the code people type, in one question."""
        return {
            row.code: self.record(row) for row in self._rows().filter(code__in=_storable(codes))
        }

    def by_uri(self, uris: Iterable[str]) -> dict[str, R]:
        """Find many by canonical URI, in one question."""
        return {
            row.uri or "": self.record(row) for row in self._rows().filter(uri__in=_storable(uris))
        }

    def read(self, wanted: UUID) -> R:
        """Find one, or say that there is none."""
        found = self._rows().filter(id=wanted).first()
        if found is None:
            raise NotFound("masterdata.not_found", id=wanted)
        return self.record(found)

    def locked(self, wanted: UUID) -> M | None:
        """Take one to change it, so that nobody else changes it meanwhile."""
        return self._rows().select_for_update().filter(id=wanted).first()

    def page(self, listing: records.Listing, within: Q | None = None) -> records.Page[R]:
        """Give one part of the list, in the order of the names' pinyin."""
        rows = self._rows().filter(_found(listing) & (within or Q()))
        limit = paging.page_size(listing.limit)
        taken = list(rows.order_by("sort_key", "id")[: limit + 1])
        more = len(taken) > limit
        last = taken[limit - 1] if more else None
        cursor = paging.cursor(last.sort_key, last.id) if last else None
        return records.Page(tuple(self.record(row) for row in taken[:limit]), cursor)

    def _rows(self) -> "QuerySet[M]":
        return self.model._default_manager.all()


def _storable(texts: Iterable[str]) -> set[str]:
    return {text for text in texts if "\x00" not in text}  # no row can hold the others


def _found(listing: records.Listing) -> Q:
    wanted = Q()
    for word in paging.search_words(listing.q):
        wanted &= Q(search_text__contains=word)
    if listing.active is not None:
        wanted &= Q(active=listing.active)
    if listing.cursor:
        key, after = paging.from_cursor(listing.cursor)
        wanted &= Q(sort_key__gt=key) | Q(sort_key=key, id__gt=after)
    return wanted


def _kept(row: models.Master) -> dict[str, Any]:
    same = ("id", "code", "name", "name_en", "active", "uri", "version")
    return {name: getattr(row, name) for name in same} | {"origin": records.Origin(row.origin)}


def _site(row: models.Site) -> records.Site:
    return records.Site(**_kept(row), zone=row.zone, gln=row.gln)


def _party(row: models.Party) -> records.Party:
    return records.Party(
        **_kept(row),
        supplier=row.supplier,
        customer=row.customer,
        carrier=row.carrier,
        own=row.own,
        gln=row.gln,
    )


def _location(row: models.Location) -> records.Location:
    return records.Location(
        **_kept(row),
        kind=records.PlaceKind(row.kind),
        site=row.site_id,
        parent=row.parent_id,
        tank=row.tank,
        party=row.party_id,
    )


def _product(row: models.Product) -> records.Product:
    return records.Product(
        **_kept(row),
        kind=records.ProductKind(row.kind),
        stock_unit=row.stock_unit,
        gtin=row.gtin,
        shelf_life_days=row.shelf_life_days,
        pieces_factor=row.pieces_factor,
    )


def _equipment(row: models.Equipment) -> records.Equipment:
    model = records.TankModel(row.tank_model) if row.tank_model else None
    return records.Equipment(
        **_kept(row), kind=row.kind, location=row.location_id, tank_model=model
    )


def _order(row: models.Order) -> records.Order:
    return records.Order(
        **_kept(row),
        kind=records.OrderKind(row.kind),
        party=row.party_id,
        lines=tuple(_order_line(line) for line in row.lines),
        status=records.OrderStatus(row.status),
    )


def _order_line(line: dict[str, str]) -> records.OrderLine:
    quantity = parse_decimal(line["quantity"])
    return records.OrderLine(UUID(line["product"]), quantity, line["unit"])


def _characteristic(row: models.Characteristic) -> records.Characteristic:
    return records.Characteristic(
        **_kept(row),
        product=row.product_id,
        kde=row.kde,
        kind=records.CharacteristicKind(row.kind),
        unit=row.unit,
        lower=row.lower,
        target=row.target,
        upper=row.upper,
        expected=row.expected,
    )


SITES = Collection("site", models.Site, _site)
PARTIES = Collection("party", models.Party, _party)
LOCATIONS = Collection("location", models.Location, _location)
PRODUCTS = Collection("product", models.Product, _product)
EQUIPMENT = Collection("equipment", models.Equipment, _equipment)
ORDERS = Collection("order", models.Order, _order)
CHARACTERISTICS = Collection("characteristic", models.Characteristic, _characteristic)
