"""What a foreign event calls things, in our words: references to objects and masters; pure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.capture.records import LineRequest, MasterRef, NewObject, ObjectRef
from lotline.epcis.operations import identify
from lotline.epcis.records import Identifier, Quantity
from lotline.lots.events import Measure, ObjectKind

Known = Mapping[str, UUID]
"""Masters that stand for canonical URIs; whatever is missing is named by its URI."""

PIECES: Final = "C62"  # EPCIS 2.0 §7.3.3.3: a quantity without unit counts instances
_UNITS: Final = frozenset({"00", "8003"})  # SSCC, and returnable assets (GRAI) that carry goods


# A badly formed serial shipping container code still says what it is the code of.
_UNIT_SCHEMES: Final = ("urn:epc:id:sscc:", "urn:epc:id:grai:")


def product_uri(name: Identifier) -> str | None:
    """Give the canonical URI of the trade item that a lot or item belongs to."""
    return f"https://id.gs1.org/01/{name.value}" if name.key == "01" else None


def master(uri: str, known: Known) -> MasterRef:
    """Refer to a place, party or product by the identity it has here, else by its URI."""
    canonical = identify(uri).uri
    found = known.get(canonical)
    return MasterRef(uri=canonical) if found is None else MasterRef(id=found)


def object_of(uri: str, known: Known, taken_for: ObjectKind) -> ObjectRef:
    """Refer to an object; `taken_for` is what it is held to be where its name does not tell."""
    name = identify(uri)
    product = product_uri(name)
    stub = NewObject(
        kind=_kind(name, taken_for),
        code=name.code,
        uri=name.uri,
        product=None if product is None else master(product, known),
    )
    return ObjectRef(uri=name.uri, stub=stub)


def instance(uri: str, known: Known, taken_for: ObjectKind = ObjectKind.ITEM) -> LineRequest:
    """Make the line of one instance: one piece, or a unit that has no quantity of its own."""
    found = object_of(uri, known, taken_for)
    is_item = found.stub is not None and found.stub.kind is ObjectKind.ITEM
    return LineRequest(lot=found, quantity=Measure(Decimal(1), PIECES) if is_item else None)


def amount(quantity: Quantity, known: Known) -> LineRequest:
    """Make the line of a quantity of a class; without a value it is linked and not booked."""
    measure = None
    if quantity.value is not None:
        measure = Measure(quantity.value, quantity.uom or PIECES)
    return LineRequest(
        lot=object_of(quantity.epc_class, known, ObjectKind.LOT),
        quantity=measure,
    )


def _kind(name: Identifier, taken_for: ObjectKind) -> ObjectKind:
    if name.key in _UNITS or name.uri.startswith(_UNIT_SCHEMES):
        return ObjectKind.LOGISTIC_UNIT
    if name.lot is not None:
        return ObjectKind.LOT
    return ObjectKind.ITEM if name.serial is not None else taken_for
