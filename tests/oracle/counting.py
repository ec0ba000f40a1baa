"""Adjusting the book by a difference, or to what was counted (R4, R6, R10)."""

from fractions import Fraction

from .bodies import Holder
from .books import Books
from .history import Happening, Said
from .measures import NOTHING, in_base, read, unknown_content


def adjust(books: Books, event: Happening) -> None:
    """Correct the book by a difference, or to what was counted at the place (absolute)."""
    said, code = event.said, event.said["lot"]
    lot = books.lot(code)
    change = read(said.get("delta"))
    counted = read(said.get("counted"))
    line = {**said, "quantity": said.get("delta") if counted is None else said["counted"]}
    if books.booked(line) is None:
        return
    holder = _counted_place(books, said)
    unit = said.get("unit") or lot.unit
    if counted is not None:
        change = in_base(counted, unit) - lot.held.get(holder, NOTHING)
    else:
        change = in_base(change or NOTHING, unit)
    if change > 0:
        gain(books, code, holder, change, said.get("reason"))
    elif change < 0:
        _lose(books, event, holder, -change)


def _counted_place(books: Books, said: Said) -> Holder:
    lot = books.lot(said["lot"])
    places = (
        [said["place"]] if said.get("place") else sorted(p for k, p in lot.held if k == "place")
    )
    if len(places) > 1:
        books.say("place_assumed", lot.code)
    return ("place", places[0] if places else "")


def gain(books: Books, code: str, holder: Holder, quantity: Fraction, reason: str | None) -> None:
    """Book a gain of unknown origin; without a reason it is unexplained."""
    if not reason:
        books.say("unexplained", code)
    content = unknown_content(quantity, books.dimension(code))
    books.put_in(code, holder, quantity, content, "gain" if reason else "unexplained_gain")


def _lose(books: Books, event: Happening, holder: Holder, quantity: Fraction) -> None:
    code, reason = event.said["lot"], event.said.get("reason") or ""
    there = min(quantity, books.lot(code).held.get(holder, NOTHING))
    if quantity > there:
        books.dispute(event, code, quantity - there)
    if not reason:
        books.say("unexplained", code)
    if there:
        amounts = books.leave(event, code, there, holder)
        affected = there if books.is_affected(code, event) else NOTHING
        bucket = "loss" if reason else "unexplained"
        books.lot(code).account(bucket, reason).book(there, affected, amounts)
