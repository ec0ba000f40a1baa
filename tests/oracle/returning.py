"""Goods that come back from a customer, as the same lot or a new one, or go back (R4, R6)."""

from .bodies import Holder, Hop
from .books import Books
from .history import Happening
from .making import is_certain
from .measures import NOTHING, Amounts, add
from .moving import take_out


def take_return(books: Books, event: Happening) -> None:
    """Take goods back from a customer, or send them back to a supplier (R6)."""
    said = event.said
    if said.get("supplier"):
        take_out(books, event, "returned_out", said["supplier"])
        if not said.get("lot"):
            books.units.leave(said["sscc"], (said["supplier"], "", ""))
    elif said.get("lot"):
        _return_lot(books, event)
    else:
        _return_unit(books, event)


def _return_unit(books: Books, event: Happening) -> None:
    said = event.said
    for unit in books.units.inside(said["sscc"]):
        for code, lot in sorted(books.lots.items()):
            for key in books.candidates(code, {**said, "sscc": unit}):
                quantity = lot.shipped[key].quantity
                amounts = lot.shipped[key].give_back(quantity)
                add(lot.amounts, books.come_back(code, quantity, amounts))
                lot.put(("unit", unit), quantity)
                books.touched[event.id].add(code)
    books.units.come_back(said["sscc"], said.get("place") or "")


def _return_lot(books: Books, event: Happening) -> None:
    """Take from the oldest matching shipment first; more than was sent is disputed (R4)."""
    said, code = event.said, event.said["lot"]
    lot, new = books.lot(code), event.said.get("as_lot")
    renamed = [new] if new else []
    books.born.update(renamed)
    quantity = books.booked(said, *renamed)
    if new:
        books.hops.append(Hop(code, new, event, event, is_certain(said)))
        books.edges.append((code, new, quantity))
    if quantity is None:
        return
    matching = books.candidates(code, said)
    if len(matching) > 1:
        books.say("shipment_assumed", code, *renamed)
    left, amounts = quantity, Amounts()
    for key in matching:
        there = min(left, lot.shipped[key].quantity)
        if there:
            left -= there
            add(amounts, lot.shipped[key].give_back(there))
    if not new:
        amounts = books.come_back(code, quantity - left, amounts)
    if left:
        books.dispute(event, code, left)
        add(amounts, books.enter_unknown(code, left, "disputed"))
    place: Holder = ("place", said.get("place") or "")
    if new:
        affected = quantity if books.is_affected(code, event) else NOTHING
        lot.account("consumed", new).book(quantity, affected, amounts)
        books.put_in(new, place, quantity, amounts, "produced")
    else:
        lot.put(place, quantity)
        add(lot.amounts, amounts)
