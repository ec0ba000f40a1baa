"""Turning what a request names into identities: masters, lots by scan or URI, new lots."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from lotline.capture.operations.directory import Directory, lines_of
from lotline.capture.records import (
    CaptureRequest,
    LineRequest,
    MasterRef,
    Mode,
    NewObject,
    ObjectRef,
    Refusal,
)
from lotline.capture.rules.setting import NamedLine, NamedRequest
from lotline.kernel.ids import uuid7, uuid_of_uri
from lotline.kernel.names import code_key
from lotline.lots import queries as lots
from lotline.lots.events import Birth, Kind, ObjectKind
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import DEFAULT_ZONE, PlaceKind, Product

_ELSEWHERE = "urn:lotline:place:elsewhere"


def scans_of(requests: Iterable[CaptureRequest]) -> set[str]:
    """Give everything that was scanned or typed to name a lot."""
    return {ref.scan for request in requests for _, ref in _refs(request) if ref.scan is not None}


def _refs(request: CaptureRequest) -> Iterator[tuple[str, ObjectRef]]:
    for _, pointer, line in lines_of(request):
        yield f"{pointer}/lot", line.lot
        if line.unit is not None:
            yield f"{pointer}/unit", line.unit
    if request.unit is not None:
        yield "/unit", request.unit


def name_request(
    request: CaptureRequest, directory: Directory, found: dict[str, tuple[UUID, ...]], base: str
) -> NamedRequest:
    """Name everything in a request; unknown masters raise `Invalid`, unknown lots are refusals."""
    site = directory.sites.find(request.site, f"{base}/site") if request.site else directory.home
    zone = ZoneInfo(site.zone if site else DEFAULT_ZONE)
    day = request.event_time.astimezone(zone).date()
    namer = _Namer(request, directory, found, base, zone, day)
    customer = namer.party(request.customer, "/customer")
    return NamedRequest(
        request, request.event_id or uuid7(), day, tuple(namer.lines()),
        parent=namer.parent(), site=site.id if site else None,
        place=namer.place(request.place, "/place"),
        to_place=namer.place(request.to_place, "/to_place"), customer=customer,
        transit=_transit(request, customer),
        owner=namer.party(request.owner, "/owner"), equipment=tuple(namer.machines()),
    )  # fmt: skip


def _transit(request: CaptureRequest, customer: UUID | None) -> UUID | None:
    """Give where shipped goods are; a fact need not say to whom, and then they are elsewhere."""
    if customer is not None:
        return masterdata.transit_for(customer)
    if request.kind is not Kind.SHIP:
        return None
    return masterdata.stub_location(_ELSEWHERE, name="他处", kind=PlaceKind.TRANSIT).id


class _Namer:
    """Names the parts of one request."""

    def __init__(
        self,
        request: CaptureRequest,
        directory: Directory,
        found: dict[str, tuple[UUID, ...]],
        base: str,
        zone: ZoneInfo,
        day: date,
    ) -> None:
        self.request, self.directory, self.found = request, directory, found
        self.base, self.zone, self.day = base, zone, day

    def party(self, ref: MasterRef | None, pointer: str) -> UUID | None:
        return self.directory.parties.find(ref, self.base + pointer).id if ref else None

    def place(self, ref: MasterRef | None, pointer: str) -> UUID | None:
        return self.directory.places.find(ref, self.base + pointer).id if ref else None

    def machines(self) -> Iterator[UUID]:
        for index, ref in enumerate(self.request.equipment):
            yield self.directory.equipment.find(ref, f"{self.base}/equipment/{index}").id

    def parent(self) -> NamedLine | None:
        ref = self.request.unit
        if ref is None:
            return None
        line = NamedLine("unit", "/unit", LineRequest(ref))
        return self._identified(line, ref, "/unit", ObjectKind.LOGISTIC_UNIT)

    def lines(self) -> Iterator[NamedLine]:
        for group, pointer, request in lines_of(self.request):
            line = NamedLine(
                group, pointer, request,
                place=self.place(request.place, f"{pointer}/place"),
                to_place=self.place(request.to_place, f"{pointer}/to_place"),
            )  # fmt: skip
            named = self._identified(line, request.lot, f"{pointer}/lot", ObjectKind.LOT)
            yield self._in_unit(named, request.unit, f"{pointer}/unit")

    def _in_unit(self, line: NamedLine, ref: ObjectRef | None, pointer: str) -> NamedLine:
        if ref is None:
            return line
        holder = self._identified(line, ref, pointer, ObjectKind.LOGISTIC_UNIT)
        return replace(line, unit=holder.object, refusal=line.refusal or holder.refusal)

    def _identified(
        self, line: NamedLine, ref: ObjectRef, pointer: str, kind: ObjectKind
    ) -> NamedLine:
        if ref.new is not None:
            return self._newborn(line, ref.new, f"{pointer}/new")
        if ref.id is not None:
            return self._by_id(line, ref.id, f"{pointer}/id")
        if ref.uri is not None:
            stub = ref.stub or NewObject(kind=kind)
            origin = "recorded" if line.group == "outputs" else "unknown"
            return self._newborn(line, replace(stub, uri=ref.uri), pointer, origin=origin)
        return self._by_scan(line, ref, f"{pointer}/scan", kind)

    def _by_id(self, line: NamedLine, lot: UUID, pointer: str) -> NamedLine:
        if lots.exist([lot]):
            return replace(line, object=lot)
        return replace(line, refusal=Refusal("code.unknown", pointer, {"code": str(lot)}))

    def _by_scan(
        self, line: NamedLine, ref: ObjectRef, pointer: str, kind: ObjectKind
    ) -> NamedLine:
        scan = ref.scan or ""
        candidates = self.found.get(scan, ())
        if len(candidates) == 1:
            return replace(line, object=candidates[0])
        if not candidates and self.request.mode is Mode.FACT:
            stub = ref.stub or NewObject(kind=kind)
            uri = f"urn:lotline:code:{code_key(scan)}"
            named = replace(stub, uri=uri, code=stub.code or scan)
            return self._newborn(line, named, pointer, origin="unknown")
        code = "code.ambiguous" if candidates else "code.unknown"
        params = {"code": scan[:80], "count": str(len(candidates))}
        return replace(line, refusal=Refusal(code, pointer, params))

    def _newborn(
        self, line: NamedLine, new: NewObject, pointer: str, origin: str = "recorded"
    ) -> NamedLine:
        product = (
            self.directory.products.find(new.product, f"{self.base}{pointer}/product")
            if new.product
            else None
        )
        birth = self._birth(new, product, origin)
        named = replace(line, object=uuid_of_uri(new.uri) if new.uri else uuid7(), birth=birth)
        return self._from_supplier(named, new, product, pointer)

    def _birth(self, new: NewObject, product: Product | None, origin: str) -> Birth:
        expires = new.expires_on or self._usual_expiry(product)
        good_until = _end_of_day(expires, self.zone) if expires else None
        code = new.code or (_short_name(new.uri) if new.uri else "")
        return Birth(
            new.kind, code, product=product.id if product else None,
            unit=product.stock_unit if product else None, uri=new.uri, good_until=good_until,
            expires_on=expires, origin=origin,
        )  # fmt: skip

    def _usual_expiry(self, product: Product | None) -> date | None:
        if product is None or product.shelf_life_days is None:
            return None
        return self.day + timedelta(days=product.shelf_life_days)

    def _from_supplier(
        self, line: NamedLine, new: NewObject, product: Product | None, pointer: str
    ) -> NamedLine:
        """A maker's number is a node of its own: the same one again is the same node."""
        if new.supplier_lot is None or line.birth is None:
            return line
        at = f"{self.base}{pointer}/supplier_lot/supplier"
        supplier = self.directory.parties.find(new.supplier_lot.supplier, at).id
        birth = replace(line.birth, supplier=supplier)
        code = new.supplier_lot.code
        if not code:
            return replace(line, birth=birth)
        made_of = f"{supplier}:{product.id if product else '-'}:{code_key(code)}"
        lot = uuid_of_uri(f"urn:lotline:supplier-lot:{made_of}")
        theirs = Birth(
            ObjectKind.SUPPLIER_LOT, code, product=birth.product, unit=birth.unit, supplier=supplier,
            good_until=birth.good_until, expires_on=birth.expires_on,
        )  # fmt: skip
        return replace(
            line, birth=replace(birth, supplier_lot=lot), supplier_lot=lot, supplier_birth=theirs
        )


def _end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """A date-only expiry is good through that local day (DECISIONS 6)."""
    return datetime.combine(day + timedelta(days=1), time(0), zone)


def _short_name(uri: str) -> str:
    return uri.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] or uri
