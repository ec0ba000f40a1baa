"""What the tanks hold by the book, for whoever draws from them."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.capture.rules.checks.tank import drawn_from
from lotline.capture.rules.setting import TankBook
from lotline.ledger import queries as ledger
from lotline.lots import queries as lots
from lotline.lots.events import Kind, TraceEvent, from_payload, tank_subject
from lotline.masterdata import queries as masterdata

_LAST: Final = 20


def tank_books(tanks: Iterable[UUID]) -> dict[UUID, TankBook]:
    """Give how much is in each tank, in the unit of what moved there last.

    A tank whose lots are kept in different units has no book of one figure; it is left out.
    """
    known = masterdata.equipment(set(tanks))
    books = {tank: (lots.tank_standing(tank), found.code) for tank, found in known.items()}
    return {
        tank: TankBook(standing, _unit(tank), code)
        for tank, (standing, code) in books.items()
        if standing is not None
    }


def after_event(book: TankBook, event: TraceEvent) -> TankBook:
    """Give the book of a tank after a fill, a draw or a clearing."""
    if event.kind is Kind.CLEAR:
        return TankBook(code=book.code)
    for line in event.lines:
        if line.quantity is None:
            continue
        if book.quantity == 0 or book.unit is None:
            book = replace(book, unit=line.quantity.unit)
        moved = drawn_from(book, line.quantity) or Decimal(0)
        change = moved if event.kind is Kind.FILL else -moved
        book = replace(book, quantity=max(book.quantity + change, Decimal(0)))
    return book


def _unit(tank: UUID) -> str | None:
    for stored in ledger.of_subject(tank_subject(tank), limit=_LAST):
        event = from_payload(stored.payload)
        for line in event.lines:
            if event.kind in {Kind.FILL, Kind.DRAW} and line.quantity is not None:
                return line.quantity.unit
    return None
