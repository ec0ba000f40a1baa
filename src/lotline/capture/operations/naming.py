"""Turning what a request names into identities: masters, lots by scan or URI, new lots."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from lotline.capture.operations.directory import Directory, lines_of
from lotline.capture.operations.objects import ObjectNamer
from lotline.capture.records import (
    CaptureRequest,
    LineRequest,
    MasterRef,
    ObjectRef,
)
from lotline.capture.rules.setting import NamedLine, NamedRequest
from lotline.kernel.ids import uuid7
from lotline.lots.events import Birth, Kind, ObjectKind
from lotline.masterdata import operations as masterdata
from lotline.masterdata.records import DEFAULT_ZONE, PlaceKind

_ELSEWHERE = "urn:lotline:place:elsewhere"
_NONE_BORN: Final[Mapping[UUID, Birth]] = {}


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
    request: CaptureRequest,
    directory: Directory,
    found: dict[str, tuple[UUID, ...]],
    base: str,
    births: Mapping[UUID, Birth] = _NONE_BORN,
) -> NamedRequest:
    """Name everything in a request; unknown masters raise `Invalid`, unknown lots are refusals.

    `births` is what a corrected event had brought into being: named again, it is born again.
    """
    site = directory.sites.find(request.site, f"{base}/site") if request.site else directory.home
    zone = ZoneInfo(site.zone if site else DEFAULT_ZONE)
    day = request.event_time.astimezone(zone).date()
    objects = ObjectNamer(request, directory, found, base, zone, day, births)
    namer = _Namer(request, directory, objects, base)
    customer = namer.party(request.customer, "/customer")
    return NamedRequest(
        request, request.event_id or uuid7(), day, tuple(namer.lines()),
        parent=namer.parent(), site=site.id if site else None,
        place=namer.place(request.place, "/place"),
        to_place=namer.place(request.to_place, "/to_place"), customer=customer,
        transit=_transit(request, customer),
        owner=namer.party(request.owner, "/owner"), equipment=tuple(namer.machines()),
        supplier=namer.party(request.supplier, "/supplier"), tank=namer.tank(),
    )  # fmt: skip


def _transit(request: CaptureRequest, customer: UUID | None) -> UUID | None:
    """Give where shipped goods are; a fact need not say to whom, and then they are elsewhere."""
    if request.kind is not Kind.SHIP:
        return None
    if customer is not None:
        return masterdata.transit_for(customer)
    return masterdata.stub_location(_ELSEWHERE, name="他处", kind=PlaceKind.TRANSIT).id


class _Namer:
    """Names the parts of one request."""

    def __init__(
        self, request: CaptureRequest, directory: Directory, objects: ObjectNamer, base: str
    ) -> None:
        self.request, self.directory, self.objects, self.base = request, directory, objects, base

    def party(self, ref: MasterRef | None, pointer: str) -> UUID | None:
        return self.directory.parties.find(ref, self.base + pointer).id if ref else None

    def place(self, ref: MasterRef | None, pointer: str) -> UUID | None:
        return self.directory.places.find(ref, self.base + pointer).id if ref else None

    def machines(self) -> Iterator[UUID]:
        for index, ref in enumerate(self.request.equipment):
            yield self.directory.equipment.find(ref, f"{self.base}/equipment/{index}").id

    def tank(self) -> UUID | None:
        ref = self.request.tank
        return self.directory.equipment.find(ref, f"{self.base}/tank").id if ref else None

    def parent(self) -> NamedLine | None:
        ref = self.request.unit
        if ref is None:
            return None
        line = NamedLine("unit", "/unit", LineRequest(ref))
        return self.objects.identified(line, ref, "/unit", ObjectKind.LOGISTIC_UNIT)

    def lines(self) -> Iterator[NamedLine]:
        for group, pointer, request in lines_of(self.request):
            line = NamedLine(
                group, pointer, request,
                place=self.place(request.place, f"{pointer}/place"),
                to_place=self.place(request.to_place, f"{pointer}/to_place"),
                owner=self.party(request.owner, f"{pointer}/owner"),
            )  # fmt: skip
            named = self.objects.identified(line, request.lot, f"{pointer}/lot", ObjectKind.LOT)
            yield self._in_unit(named, request.unit, f"{pointer}/unit")

    def _in_unit(self, line: NamedLine, ref: ObjectRef | None, pointer: str) -> NamedLine:
        if ref is None:
            return line
        holder = self.objects.identified(line, ref, pointer, ObjectKind.LOGISTIC_UNIT)
        return replace(line, unit=holder.object, refusal=line.refusal or holder.refusal)
