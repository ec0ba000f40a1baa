"""The three tables of the blast radius, read off the books at the end (R10)."""

from collections import defaultdict
from fractions import Fraction
from typing import Any

from .bodies import Entry, Lot
from .books import Books
from .fold import Fold
from .measures import NOTHING, Amounts, in_unit, only, part, show

STANDING = {
    "stock": "in_stock",
    "process": "in_process",
    "transit": "in_transit",
    "returns": "returned_in",
    "laboratory": "laboratory",
    "subcontractor": "subcontracted",
    "retained": "retained",
    "supplier": "consigned",
}
Buckets = dict[tuple[str, str], Entry]


def bucket_of(books: Books, place: str) -> str:
    """Say which line of the account a place belongs to; an unknown place is stock."""
    kind = books.world.get("places", {}).get(place, {}).get("kind", "stock")
    return STANDING[kind]


def buckets(fold: Fold, lot: Lot) -> Buckets:
    """Give every right-hand line of a lot's account: what left, and where the rest lies."""
    books = fold.books
    found: Buckets = defaultdict(Entry)
    for key, entry in lot.outs.items():
        found[key].book(entry.quantity, entry.affected, entry.amounts)
    hit = lot.code in books.arrivals
    for (kind, where), quantity in lot.held.items():
        place = books.units.root(where).place if kind == "unit" else where
        amounts = part(lot.amounts, quantity / lot.on_hand)
        found[bucket_of(books, place), place].book(quantity, quantity if hit else NOTHING, amounts)
    for (customer, order, waybill, _), shipment in lot.shipped.items():
        key = ("shipped", f"{customer}/{order}/{waybill}")
        found[key].book(shipment.quantity, shipment.affected, shipment.amounts)
    for code, tank in fold.tanks.items():
        for layer in tank.layers:
            if layer.lot == lot.code:
                affected = layer.quantity if layer.affected else NOTHING
                found["in_process", f"tank:{code}"].book(layer.quantity, affected, layer.amounts)
    return {key: entry for key, entry in found.items() if entry.quantity}


def account(fold: Fold, code: str, scale: "Scale") -> dict[str, Any]:
    """Give table 1 and 2 of one lot, in its own unit."""
    lot = fold.books.lot(code)
    rows = buckets(fold, lot)
    out: dict[str, dict[str, Any]] = defaultdict(dict)
    for (bucket, key), entry in rows.items():
        shown = "consumed" if bucket == "consumed_to_nothing" else bucket
        out[shown][key] = {
            "quantity": show(in_unit(entry.quantity, lot.unit)),
            "affected": show(in_unit(entry.affected, lot.unit)),
            "suspect": scale.by_dimension(only(entry.amounts, "suspect")),
        }
    total = sum(lot.ins.values(), NOTHING)
    residual = total - sum((entry.quantity for entry in rows.values()), NOTHING)
    return {
        "in": {how: show(in_unit(q, lot.unit)) for how, q in sorted(lot.ins.items()) if q},
        "out": {bucket: dict(sorted(lines.items())) for bucket, lines in sorted(out.items())},
        "residual": show(residual),
    }


def fate(fold: Fold, scale: "Scale") -> dict[str, Any]:
    """Give table 3: where all suspect quantity ended, by dimension; nothing twice."""
    books = fold.books
    ends: dict[str, dict[str, Fraction]] = defaultdict(lambda: defaultdict(Fraction))
    for lot in books.lots.values():
        for (bucket, _), entry in buckets(fold, lot).items():
            if bucket != "consumed":
                _collect(ends, bucket, entry.amounts)
    for name, tally in (("re_entered", books.re_entered), ("unquantified", books.unquantified)):
        for dimension, value in tally.items():
            ends[dimension][name] += value
    return {
        dimension: {
            "suspect": scale.show(books.labelled[dimension], dimension),
            "fate": {n: scale.show(v, dimension) for n, v in sorted(ends[dimension].items()) if v},
            "residual": scale.show(
                books.labelled[dimension] - sum(ends[dimension].values(), NOTHING), dimension
            ),
        }
        for dimension in sorted(set(ends) | set(books.labelled))
        if books.labelled[dimension] or ends[dimension]
    }


def _collect(ends: dict[str, dict[str, Fraction]], bucket: str, amounts: Amounts) -> None:
    for dimension, value in only(amounts, "suspect").items():
        ends[dimension][bucket] += value


class Scale:
    """Shows suspect quantities in the suspects' own unit; in the base unit if theirs differ."""

    def __init__(self, books: Books, suspects: frozenset[str]) -> None:
        """Look at the suspects' units."""
        self.units: dict[str, set[str]] = defaultdict(set)
        for code in suspects:
            self.units[books.dimension(code)].add(books.lot(code).unit)

    def show(self, base: Fraction, dimension: str) -> str:
        """Show one quantity."""
        return show(self.scaled(base, dimension))

    def scaled(self, base: Fraction, dimension: str) -> Fraction:
        """Convert one quantity."""
        units = self.units[dimension]
        return in_unit(base, next(iter(units))) if len(units) == 1 else base

    def by_dimension(self, amounts: dict[str, Fraction]) -> dict[str, str]:
        """Show suspect amounts."""
        return {d: self.show(value, d) for d, value in sorted(amounts.items()) if value}
