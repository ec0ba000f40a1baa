"""Stand-ins for foreign things that a fact names and nobody has written down yet."""

from typing import Any, TypeVar
from urllib.parse import unquote

from django.db.models import Q

from lotline.kernel.errors import Invalid
from lotline.kernel.ids import uuid_of_uri
from lotline.masterdata import models, paging, records, rules
from lotline.masterdata.rows import LOCATIONS, PARTIES, PRODUCTS, Collection
from lotline.masterdata.transit import keep_transit

M = TypeVar("M", bound=models.Master)
R = TypeVar("R", bound=records.Kept)


def stub_product(
    uri: str,
    *,
    stock_unit: str = "C62",
    kind: records.ProductKind = records.ProductKind.RAW,
    name: str = "",
) -> records.Product:
    """Give the product of this canonical URI, as a stand-in where none is kept."""
    return _stub(PRODUCTS, uri, name, stock_unit=stock_unit, kind=kind)


def stub_party(
    uri: str, *, name: str = "", supplier: bool = False, customer: bool = False
) -> records.Party:
    """Give the party of this canonical URI, as a stand-in where none is kept."""
    party = _stub(PARTIES, uri, name, supplier=supplier, customer=customer)
    if customer:
        keep_transit(party)
    return party


def stub_location(
    uri: str, *, name: str = "", kind: records.PlaceKind = records.PlaceKind.STOCK
) -> records.Location:
    """Give the place of this canonical URI, as a stand-in where none is kept."""
    return _stub(LOCATIONS, uri, name, kind=kind)


def _stub(collection: Collection[M, R], uri: str, name: str, **values: Any) -> R:
    _refuse_unfit(uri)
    found = collection.by_uri([uri]).get(uri)
    if found is not None:
        return found
    shown = (name.strip() or _tail(uri))[: rules.NAME_LENGTH]
    row = collection.model(
        id=uuid_of_uri(uri),
        code=uri,
        name=shown,
        uri=uri,
        origin=records.Origin.UNKNOWN,
        **paging.derived(uri, shown),
        **values,
    )
    # Two facts may name the same unknown thing at once: whoever is first makes it.
    collection.model._default_manager.bulk_create([row], ignore_conflicts=True)
    kept = collection.model._default_manager.filter(Q(uri=uri) | Q(code=uri)).order_by("id")
    return collection.record(kept[0])


def _refuse_unfit(uri: str) -> None:
    found = tuple(rules.uri_violations(uri))
    if found:
        raise Invalid("request.invalid", found)


def _tail(uri: str) -> str:
    path = uri.partition("?")[0].partition("#")[0]
    last = [part for part in path.replace(":", "/").split("/") if part]
    shown = unquote(last[-1]) if last else uri
    return "".join(char for char in shown if char.isprintable()) or uri
