"""Packing and unpacking: what a logistic unit holds, on [pack, unpack) (R4, R6)."""

from .books import Books
from .history import Happening, Said
from .measures import add
from .moving import load, source_of
from .units import Waybill


def pack(books: Books, event: Happening) -> None:
    """Put lots and units into a unit; into one that has left: it left with the rest (R6)."""
    said, sscc = event.said, event.said["sscc"]
    place = said.get("place") or ""
    known = books.units.get(sscc)
    gone = books.units.root(sscc).gone
    if place and (gone or not known.parent):
        books.units.stand(sscc, place)
        gone = None
    for child in said.get("children", ()):
        if child.get("lot"):
            _pack_lot(books, event, child, gone)
        else:
            _pack_unit(books, event, child["sscc"], gone)


def _pack_lot(books: Books, event: Happening, child: Said, gone: Waybill | None) -> None:
    code, sscc = child["lot"], event.said["sscc"]
    quantity = books.booked(child)
    if quantity is None:
        return
    amounts = books.leave(event, code, quantity, source_of(child))
    if gone is None:
        lot = books.lot(code)
        lot.put(("unit", sscc), quantity)
        add(lot.amounts, amounts)
        return
    books.say("packed_after_shipping", code)
    books.hold_in_unit(event, code, sscc)
    load(books, event, gone, (sscc, code, quantity, amounts))


def _pack_unit(books: Books, event: Happening, child: str, gone: Waybill | None) -> None:
    inside = books.contents(child)
    books.touched[event.id] |= {code for _, code, _ in inside}
    for unit, code, quantity in inside if gone else ():
        books.say("packed_after_shipping", code)
        amounts = books.leave(event, code, quantity, ("unit", unit))
        load(books, event, gone or ("", "", ""), (unit, code, quantity, amounts))
    books.units.nest(child, event.said["sscc"])


def unpack(books: Books, event: Happening) -> None:
    """Take lots and units out of a unit, to where it stands unless another place is said."""
    said, sscc = event.said, event.said["sscc"]
    to = said.get("place") or books.units.root(sscc).place
    for child in said.get("children") or _all_inside(books, sscc):
        if child.get("lot"):
            quantity = books.booked(child)
            if quantity is not None:
                books.shift(event, child["lot"], quantity, ("unit", sscc), ("place", to))
        else:
            inside = books.contents(child["sscc"])
            books.touched[event.id] |= {code for _, code, _ in inside}
            books.units.stand(child["sscc"], to)


def _all_inside(books: Books, sscc: str) -> list[Said]:
    lots = [
        {"lot": code, "quantity": str(books.in_own_unit(code, quantity))}
        for unit, code, quantity in books.contents(sscc)
        if unit == sscc
    ]
    units = [{"sscc": c} for c, unit in sorted(books.units.units.items()) if unit.parent == sscc]
    return [*lots, *units]
