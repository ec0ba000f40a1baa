"""How much of each lot is on hand at our own places, and where; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.lots.queries.states import whereabouts
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Location, PlaceKind

OWN: Final = tuple(
    kind.value for kind in PlaceKind if kind not in {PlaceKind.TRANSIT, PlaceKind.SUPPLIER}
)
# Every place and tank of ours and every unit that stands there, through whatever it is packed in.
OWN_HOLDERS: Final = (
    "own(holder, place) AS ("
    " SELECT id, id FROM masterdata_location WHERE kind = ANY(%s) UNION"
    " SELECT e.id, NULL::uuid FROM masterdata_equipment e UNION"
    " SELECT x.id, own.place FROM own CROSS JOIN LATERAL ("
    "  SELECT o.id FROM lots_trace_object o WHERE o.place = own.holder UNION ALL"
    "  SELECT o.id FROM lots_trace_object o WHERE o.container = own.holder) x)"
)


@dataclass(frozen=True, slots=True)
class OnHand:
    """What of each lot lies at places of ours, and the places it lies at."""

    totals: dict[UUID, Decimal]
    places: dict[UUID, tuple[Location, ...]]

    def only_place(self, lot: UUID) -> Location | None:
        """Give the place of what lies in just one."""
        found = self.places.get(lot, ())
        return found[0] if len(found) == 1 else None


def on_hand(ids: Iterable[UUID]) -> OnHand:
    """Add up what lies at places of ours, directly or in units that stand there."""
    wanted = list(ids)
    balances = _balances(wanted)
    units = {holder for _, holder, kind, _ in balances if kind == "unit"}
    stands = whereabouts(units | set(wanted))
    known = masterdata.locations({holder for _, holder, _, _ in balances} | set(stands.values()))
    tanks = {holder for _, holder, kind, _ in balances if kind == "tank"}
    totals: dict[UUID, Decimal] = defaultdict(Decimal)
    places: dict[UUID, dict[UUID, Location]] = defaultdict(dict)
    for lot in wanted:
        _note(places, lot, known.get(stands.get(lot, lot)))
    for lot, holder, _, quantity in balances:
        place = known.get(stands.get(holder, holder))
        _note(places, lot, place)
        if holder in tanks or (place is not None and place.kind.value in OWN):
            totals[lot] += quantity
    return OnHand(totals, {lot: tuple(found.values()) for lot, found in places.items()})


def _note(places: dict[UUID, dict[UUID, Location]], lot: UUID, place: Location | None) -> None:
    if place is not None:
        places[lot][place.id] = place


def _balances(ids: list[UUID]) -> list[tuple[UUID, UUID, str, Decimal]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT object, holder, holder_kind, quantity FROM lots_balance"
            " WHERE object = ANY(%s) AND quantity > 0 ORDER BY object, holder",
            [ids],
        )
        return list(cursor.fetchall())


def count_in_stock() -> int:
    """Count the lots of which something is on hand."""
    return _count("")


def count_near_expiry(days: int) -> int:
    """Count the lots on hand that expire within so many days."""
    return _count(
        " AND o.good_until >= now() AND o.good_until < now() + make_interval(days => %s)", days
    )


def _count(more: str, *values: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE {OWN_HOLDERS} SELECT count(*) FROM lots_trace_object o"  # noqa: S608
            " WHERE o.kind = 'lot' AND o.id IN (SELECT b.object FROM lots_balance b"
            f" JOIN own ON own.holder = b.holder WHERE b.quantity > 0){more}",
            [list(OWN), *values],
        )
        return int(cursor.fetchone()[0])
