"""Which object a line means: by id, by what was scanned, by foreign URI, or new."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from lotline.capture.operations.directory import Directory
from lotline.capture.records import CaptureRequest, Mode, NewObject, ObjectRef, Refusal
from lotline.capture.rules.setting import NamedLine
from lotline.kernel.errors import Invalid
from lotline.kernel.ids import uuid7, uuid_of_uri
from lotline.kernel.names import code_key
from lotline.lots import queries as lots
from lotline.lots.events import Birth, ObjectKind
from lotline.masterdata.records import Product


class ObjectNamer:
    """Names the objects of one request.

    What is unknown is a refusal; a fact names it all the same, as a stub. `births` is what a
    corrected event had brought into being: named again, it is born again.
    """

    def __init__(
        self,
        request: CaptureRequest,
        directory: Directory,
        found: dict[str, tuple[UUID, ...]],
        base: str,
        zone: ZoneInfo,
        day: date,
        births: Mapping[UUID, Birth],
    ) -> None:
        self.request, self.directory, self.found = request, directory, found
        self.base, self.zone, self.day, self.births = base, zone, day, births

    def identified(
        self, line: NamedLine, ref: ObjectRef, pointer: str, kind: ObjectKind
    ) -> NamedLine:
        """Give the line with its object, or with the refusal that says why there is none."""
        if ref.new is not None and ref.id is not None:
            return self._made_anew(line, ref.id, ref.new, pointer)
        if ref.new is not None:
            return self._newborn(line, ref.new, f"{pointer}/new")
        if ref.id is not None:
            return self._by_id(line, ref.id, ref.stub or NewObject(kind=kind), f"{pointer}/id")
        if ref.uri is not None:
            stub = ref.stub or NewObject(kind=kind)
            origin = "recorded" if line.group == "outputs" else "unknown"
            return self._newborn(line, replace(stub, uri=ref.uri), pointer, origin=origin)
        return self._by_scan(line, ref, f"{pointer}/scan", kind)

    def _made_anew(self, line: NamedLine, lot: UUID, new: NewObject, pointer: str) -> NamedLine:
        """What a corrected event brought into being keeps its identity and gets what is right."""
        born = self.births.get(lot)
        if born is None:
            raise Invalid.at(self.base + pointer, "field.one_of", expected="id, scan, new")
        told = replace(new, code=new.code or born.code)
        return replace(self._newborn(line, told, f"{pointer}/new"), object=lot, reborn=True)

    def _by_id(self, line: NamedLine, lot: UUID, stub: NewObject, pointer: str) -> NamedLine:
        if lot in self.births:
            return self._born_again(line, lot)
        if lots.exist([lot]):
            return replace(line, object=lot)
        refusal = Refusal("code.unknown", pointer, {"code": str(lot)})
        if self.request.mode is Mode.FACT:
            named = replace(stub, code=stub.code or str(lot))
            line = replace(self._newborn(line, named, pointer, origin="unknown"), object=lot)
        return replace(line, refusal=refusal)

    def _born_again(self, line: NamedLine, lot: UUID) -> NamedLine:
        birth = self.births[lot]
        theirs = birth.supplier_lot
        known = self.births.get(theirs) if theirs else None
        return replace(
            line, object=lot, birth=birth, reborn=True, supplier_lot=theirs, supplier_birth=known
        )

    def _by_scan(
        self, line: NamedLine, ref: ObjectRef, pointer: str, kind: ObjectKind
    ) -> NamedLine:
        scan = ref.scan or ""
        candidates = self.found.get(scan, ())
        if len(candidates) == 1:
            lot = candidates[0]
            return self._born_again(line, lot) if lot in self.births else replace(line, object=lot)
        code = "code.ambiguous" if candidates else "code.unknown"
        params = {"code": scan[:80], "count": str(len(candidates))}
        if self.request.mode is Mode.FACT:
            stub = ref.stub or NewObject(kind=kind)
            uri = f"urn:lotline:code:{code_key(scan)}"
            named = replace(stub, uri=uri, code=stub.code or scan)
            line = self._newborn(line, named, pointer, origin="unknown")
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
