"""The masters that a batch of requests names, read once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

from lotline.capture.records import CaptureRequest, LineRequest, MasterRef, NewObject
from lotline.kernel.errors import Invalid
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Equipment, Location, Party, Product, Site

T = TypeVar("T")


@dataclass(slots=True)
class Shelf(Generic[T]):
    """Masters of one sort, found by id, code or URI."""

    noun: str
    by_id: Mapping[UUID, T]
    by_code: Mapping[str, T]
    by_uri: Mapping[str, T] = field(default_factory=dict)

    def find(self, ref: MasterRef, pointer: str) -> T:
        """Give the one that is named; raise `Invalid` `<noun>.unknown` at the pointer."""
        found = None
        if ref.id is not None:
            found = self.by_id.get(ref.id)
        elif ref.code is not None:
            found = self.by_code.get(ref.code)
        elif ref.uri is not None:
            found = self.by_uri.get(ref.uri)
        if found is None:
            shown = ref.code or ref.uri or str(ref.id or "")
            raise Invalid.at(pointer, f"{self.noun}.unknown", value=shown[:80])
        return found


@dataclass(slots=True)
class Directory:
    """All shelves that naming needs."""

    products: Shelf[Product]
    parties: Shelf[Party]
    places: Shelf[Location]
    sites: Shelf[Site]
    equipment: Shelf[Equipment]
    home: Site | None


def open_directory(requests: Iterable[CaptureRequest]) -> Directory:
    """Read every master that the requests name."""
    requests = list(requests)
    news = [new for request in requests for new in _news(request)]
    lots = [new.supplier_lot.supplier for new in news if new.supplier_lot]
    parties = [ref for r in requests for ref in _parties(r)] + lots
    return Directory(
        products=_shelf("product", [new.product for new in news], masterdata.products,
                        masterdata.products_by_code, masterdata.products_by_uri),
        parties=_shelf("party", parties, masterdata.parties, masterdata.parties_by_code,
                       masterdata.parties_by_uri),
        places=_shelf("place", list(_places(requests)), masterdata.locations,
                      masterdata.locations_by_code, masterdata.locations_by_uri),
        sites=_shelf("site", [r.site for r in requests], masterdata.sites,
                     masterdata.sites_by_code, lambda _: {}),
        equipment=_shelf("equipment", [ref for r in requests for ref in (*r.equipment, r.tank)],
                         masterdata.equipment, masterdata.equipment_by_code, lambda _: {}),
        home=masterdata.only_site(),
    )  # fmt: skip


def _shelf(
    noun: str,
    refs: Iterable[MasterRef | None],
    by_id: Callable[[Iterable[UUID]], Mapping[UUID, T]],
    by_code: Callable[[Iterable[str]], Mapping[str, T]],
    by_uri: Callable[[Iterable[str]], Mapping[str, T]],
) -> Shelf[T]:
    named = [ref for ref in refs if ref is not None]
    ids = {ref.id for ref in named if ref.id is not None}
    codes = {ref.code for ref in named if ref.code is not None}
    uris = {ref.uri for ref in named if ref.uri is not None}
    return Shelf(
        noun,
        by_id(ids) if ids else {},
        by_code(codes) if codes else {},
        by_uri(uris) if uris else {},
    )


def lines_of(request: CaptureRequest) -> Iterator[tuple[str, str, LineRequest]]:
    """Give every line with its group and its pointer."""
    for group in ("inputs", "outputs", "subjects"):
        for index, line in enumerate(getattr(request, group)):
            yield group, f"/{group}/{index}", line


def _parties(request: CaptureRequest) -> Iterator[MasterRef | None]:
    yield from (request.customer, request.owner, request.supplier)
    for _, _, line in lines_of(request):
        yield line.owner


def _news(request: CaptureRequest) -> Iterator[NewObject]:
    refs = [line.lot for _, _, line in lines_of(request)]
    refs += [line.unit for _, _, line in lines_of(request) if line.unit]
    refs += [request.unit] if request.unit else []
    for ref in refs:
        yield from (new for new in (ref.new, ref.stub) if new is not None)


def _places(requests: Iterable[CaptureRequest]) -> Iterator[MasterRef | None]:
    for request in requests:
        yield from (request.place, request.to_place)
        for _, _, line in lines_of(request):
            yield from (line.place, line.to_place)
