"""Kinds that make no hop: receiving, moving, shipping, destroying (R4, R6)."""

from fractions import Fraction

from .bodies import Holder, Shipment
from .books import Books
from .history import Happening, Said
from .measures import NOTHING, Amounts
from .units import Waybill

Left = tuple[str, str, Fraction, Amounts]
"""Unit that held it (or ""), lot, quantity, what it carried."""


def source_of(line: Said) -> Holder | None:
    """Say where a line takes from: a unit, a place, or left out."""
    if line.get("sscc"):
        return ("unit", line["sscc"])
    return ("place", line["place"]) if line.get("place") else None


def waybill_of(said: Said) -> Waybill:
    """Give what names a shipment."""
    return (said.get("customer") or "", said.get("order") or "", said.get("waybill") or "")


def receive(books: Books, event: Happening) -> None:
    """Let goods come in from a supplier: a recorded origin."""
    said, code = event.said, event.said["lot"]
    books.born.add(code)
    quantity = books.booked(said)
    if quantity is not None:
        content: Amounts = {("content", books.dimension(code)): quantity}
        books.put_in(code, ("place", said.get("place") or ""), quantity, content, "received")


def leave(books: Books, event: Happening) -> list[Left]:
    """Take out the event's lot, or all that is in its unit."""
    said = event.said
    if said.get("lot"):
        quantity = books.booked(said)
        if quantity is None:
            return []
        amounts = books.leave(event, said["lot"], quantity, source_of(said))
        return [("", said["lot"], quantity, amounts)]
    inside = books.contents(said["sscc"])
    books.touched[event.id] |= {code for _, code, _ in inside}
    return [
        (unit, code, quantity, books.leave(event, code, quantity, ("unit", unit)))
        for unit, code, quantity in inside
    ]


def take_out(books: Books, event: Happening, bucket: str, key: str) -> None:
    """Let goods leave for good into one bucket of their account."""
    for _, code, quantity, amounts in leave(books, event):
        affected = quantity if books.is_affected(code, event) else NOTHING
        books.lot(code).account(bucket, key).book(quantity, affected, amounts)


def destroy(books: Books, event: Happening) -> None:
    """Scrap, or use up as a sample."""
    reason = event.said.get("reason") or ""
    sampled = event.kind == "sample" or reason == "sample"
    take_out(books, event, "sampled" if sampled else "destroyed", reason or "sample" * sampled)


def load(books: Books, event: Happening, waybill: Waybill, left: Left) -> None:
    """Put what left into its shipment."""
    unit, code, quantity, amounts = left
    shipment = books.lot(code).shipped.setdefault((*waybill, unit), Shipment())
    shipment.load(quantity, books.is_affected(code, event), amounts)


def ship(books: Books, event: Happening) -> None:
    """Send a lot, or a unit with all in it, to a customer."""
    waybill = waybill_of(event.said)
    left = leave(books, event)
    for each in left:
        load(books, event, waybill, each)
    if not event.said.get("lot"):
        books.units.leave(event.said["sscc"], waybill)
        if not left:
            books.empty_units.append([event.id, event.said["sscc"]])


def move(books: Books, event: Happening) -> None:
    """Move what is there of a lot, or a unit with all in it."""
    said = event.said
    if not said.get("lot"):
        books.touched[event.id] |= {code for _, code, _ in books.contents(said["sscc"])}
        books.units.stand(said["sscc"], said["to"])
        return
    quantity = books.booked(said)
    if quantity is not None:
        books.shift(event, said["lot"], quantity, source_of(said), ("place", said["to"]))
