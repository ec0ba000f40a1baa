"""Short words for the lines of a capture: what is scanned, and what comes into being."""

from decimal import Decimal
from random import Random

from lotline.capture.records import (
    LineRequest,
    MasterRef,
    NewObject,
    ObjectRef,
    ReadingRequest,
    SupplierLotRef,
)
from lotline.codes import keys
from lotline.lots.events import Measure, ObjectKind, Role

COMPANY_PREFIX = "6976543"


def amount(value: int | str | Decimal, unit: str) -> Measure:
    """Give a quantity."""
    return Measure(Decimal(value), unit)


def scan(
    code: str,
    quantity: Measure | None = None,
    role: Role | None = None,
    place: str | None = None,
) -> LineRequest:
    """Name a lot or unit by its printed code, and where it is taken from if it lies in several."""
    return LineRequest(
        ObjectRef(scan=code), quantity, role=role, place=ref(place) if place else None
    )


def born(
    code: str,
    product: str,
    quantity: Measure,
    *,
    supplier_lot: tuple[str, str] | None = None,
    gtin: str | None = None,
) -> LineRequest:
    """Bring a lot into being; `supplier_lot` is the maker's code and the maker's own number."""
    theirs = SupplierLotRef(ref(supplier_lot[0]), supplier_lot[1]) if supplier_lot else None
    uri = f"https://id.gs1.org/01/{gtin.zfill(14)}/10/{code}" if gtin else None
    new = NewObject(product=ref(product), code=code, uri=uri, supplier_lot=theirs)
    return LineRequest(ObjectRef(new=new), quantity)


def new_unit(serial: int, extension: int) -> tuple[str, ObjectRef]:
    """Bring a logistic unit into being; give its number (SSCC) and how to name it."""
    code = keys.sscc(COMPANY_PREFIX, serial, extension)
    uri = f"https://id.gs1.org/00/{code}"
    return code, ObjectRef(new=NewObject(kind=ObjectKind.LOGISTIC_UNIT, code=code, uri=uri))


def ref(code: str) -> MasterRef:
    """Name a master by its code."""
    return MasterRef(code=code)


def reading(kde: str, value: Decimal | str, unit: str | None = None) -> ReadingRequest:
    """Give a value that was read off or observed."""
    return ReadingRequest(kde, value, unit)


def between(rng: Random, low: str, high: str) -> Decimal:
    """Draw a number with as many decimals as the bounds are written with."""
    places = len(low.partition(".")[2])
    scale = 10**places
    drawn = rng.randint(int(Decimal(low) * scale), int(Decimal(high) * scale))
    return Decimal(drawn).scaleb(-places)
