"""From the wire's shapes to the room's own records, with exact numbers and places of faults."""

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel

from lotline.capture.records import (
    CaptureRequest,
    LineRequest,
    LossRequest,
    MasterRef,
    Mode,
    NewObject,
    ObjectRef,
    ReadingRequest,
    SupplierLotRef,
)
from lotline.kernel.decimals import parse_decimal
from lotline.kernel.errors import Invalid
from lotline.lots.events import Certainty, Kind, Measure, ObjectKind, Quality, Reference, Role

_MADE_ANEW = (True, False, True)  # only a correction may; the naming of objects sees to that


def to_request(
    body: BaseModel, raw: dict[str, object], channel: str, base: str = ""
) -> CaptureRequest:
    """Make a capture request of a body; `raw` is kept with a refused attempt."""
    b: Any = body
    return CaptureRequest(
        client_id=b.client_id, kind=Kind(b.kind), event_time=b.event_time,
        offset=_offset(b.event_time, f"{base}/event_time"), mode=Mode(b.mode),
        event_time_to=b.event_time_to, precision=b.precision, time_source=b.time_source,
        site=_master(b.site, f"{base}/site"), place=_master(b.place, f"{base}/place"),
        to_place=_master(getattr(b, "to_place", None), f"{base}/to_place"),
        equipment=tuple(_masters(b.equipment, f"{base}/equipment")), run=b.run,
        operator=b.operator, crew=b.crew, owner=_master(b.owner, f"{base}/owner"),
        customer=_master(getattr(b, "customer", None), f"{base}/customer"),
        unit=_object(getattr(b, "unit", None), f"{base}/unit"),
        inputs=_lines(b, "inputs", base), outputs=_lines(b, "outputs", base),
        subjects=_lines(b, "subjects", base), losses=_losses(b, base),
        readings=_readings(b, base),
        verdict=Quality(b.verdict) if getattr(b, "verdict", None) else None,
        references=tuple(Reference(r.type, r.id) for r in b.references), note=b.note, body=raw,
        channel=channel, supplier=_master(getattr(b, "supplier", None), f"{base}/supplier"),
        tank=_master(getattr(b, "tank", None), f"{base}/tank"), reason=getattr(b, "reason", None),
    )  # fmt: skip


def to_replacement(body: BaseModel, raw: dict[str, Any], channel: str) -> CaptureRequest | None:
    """Make a capture request of what takes a corrected event's place, if anything does."""
    told: Any = body
    if told.replacement is None:
        return None
    return to_request(told.replacement, raw["replacement"], channel, "/replacement")


def _offset(moment: datetime, pointer: str) -> str:
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise Invalid.at(pointer, "time.offset_missing")
    return moment.strftime("%z")[:3] + ":" + moment.strftime("%z")[3:5]


def _master(body: Any, pointer: str) -> MasterRef | None:
    if body is None:
        return None
    if (body.id is None) == (body.code is None):
        raise Invalid.at(pointer, "field.one_of", expected="id, code")
    return MasterRef(id=body.id, code=body.code)


def _masters(bodies: list[Any], pointer: str) -> list[MasterRef]:
    found = [_master(body, f"{pointer}/{index}") for index, body in enumerate(bodies)]
    return [ref for ref in found if ref is not None]


def _object(body: Any, pointer: str) -> ObjectRef | None:
    if body is None:
        return None
    named = (body.id is not None, body.scan is not None, body.new is not None)
    if sum(named) != 1 and named != _MADE_ANEW:
        raise Invalid.at(pointer, "field.one_of", expected="id, scan, new")
    return ObjectRef(id=body.id, scan=body.scan, new=_new(body.new, f"{pointer}/new"))


def _new(body: Any, pointer: str) -> NewObject | None:
    if body is None:
        return None
    if body.kind != "logistic_unit" and body.product is None:
        raise Invalid.at(f"{pointer}/product", "field.required")
    theirs = body.supplier_lot
    supplier = _master(theirs.supplier, f"{pointer}/supplier_lot/supplier") if theirs else None
    return NewObject(
        product=_master(body.product, f"{pointer}/product"), kind=ObjectKind(body.kind),
        code=body.code, expires_on=body.expires_on,
        supplier_lot=SupplierLotRef(supplier, theirs.code) if supplier else None,
    )  # fmt: skip


def _lines(body: Any, group: str, base: str) -> tuple[LineRequest, ...]:
    lines = getattr(body, group, [])
    return tuple(_line(line, f"{base}/{group}/{index}") for index, line in enumerate(lines))


def _line(body: Any, pointer: str) -> LineRequest:
    lot = _object(body.lot, f"{pointer}/lot")
    assert lot is not None
    role = getattr(body, "role", None)
    return LineRequest(
        lot, _measure(body.quantity, f"{pointer}/quantity"),
        _measure(body.second_quantity, f"{pointer}/second_quantity"),
        _master(body.place, f"{pointer}/place"), _master(body.to_place, f"{pointer}/to_place"),
        _object(body.unit, f"{pointer}/unit"), Role(role) if role else None,
        Certainty(body.certainty), _weight(body, pointer),
        Quality(body.quality) if body.quality else None,
        _master(body.owner, f"{pointer}/owner"),
    )  # fmt: skip


def _weight(body: Any, pointer: str) -> Decimal | None:
    value = getattr(body, "weight", None)
    return None if value is None else parse_decimal(value, f"{pointer}/weight")


def _measure(body: Any, pointer: str) -> Measure | None:
    if body is None:
        return None
    return Measure(parse_decimal(body.value, f"{pointer}/value"), body.unit)


def _losses(body: Any, base: str) -> tuple[LossRequest, ...]:
    found = []
    for index, loss in enumerate(getattr(body, "losses", [])):
        quantity = _measure(loss.quantity, f"{base}/losses/{index}/quantity")
        assert quantity is not None
        found.append(LossRequest(loss.reason, quantity, Role(loss.role)))
    return tuple(found)


def _readings(body: Any, base: str) -> tuple[ReadingRequest, ...]:
    return tuple(
        ReadingRequest(r.kde, _value(r.value, f"{base}/measurements/{i}/value"), r.unit)
        for i, r in enumerate(body.measurements)
    )


def _value(value: object, pointer: str) -> Decimal | str:
    """A number stays a number; text that is none is an observed finding."""
    if not isinstance(value, str):
        return parse_decimal(value, pointer)
    try:
        Decimal(value)
    except InvalidOperation:
        return value
    return parse_decimal(value, pointer)
