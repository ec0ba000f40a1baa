"""The rows that a trace is made of, in bulk."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.genealogy.records import Incidence, Stay
from lotline.lots.events import Measure

_ITEM: Final = (
    "SELECT event, line, link, object, side, kind, role, quantity, unit, disputed, certainty,"
    " event_time, parent, party, flags FROM genealogy_event_item"
)
_IN_ORDER: Final = " ORDER BY event_time, event, line"
_TELLING: Final = (
    " WHERE object = ANY(%s) AND (side = 'out' OR kind IN ('ship', 'receive') OR disputed <> 0"
    " OR certainty <> 'certain' OR cardinality(flags) > 0 OR (side = 'in' AND quantity IS NULL))"
)
_STAY: Final = "SELECT unit, child, number, starts, ends, quantity, measure, packed_by"
_OUTWARD: Final = (
    "WITH RECURSIVE around(object) AS (SELECT o FROM unnest(%s::uuid[]) o UNION"  # noqa: S608
    " SELECT s.unit FROM around a JOIN genealogy_stay s ON s.child = a.object)"
    f" {_STAY} FROM genealogy_stay WHERE child IN (SELECT object FROM around)"
    " ORDER BY unit, child, number"
)
_INWARD: Final = (
    "WITH RECURSIVE inside(object) AS (SELECT o FROM unnest(%s::uuid[]) o UNION"  # noqa: S608
    " SELECT s.child FROM inside a JOIN genealogy_stay s ON s.unit = a.object)"
    f" {_STAY} FROM genealogy_stay WHERE unit IN (SELECT object FROM inside)"
    " ORDER BY unit, child, number"
)


def told_of(lots: Iterable[UUID]) -> list[Incidence]:
    """Give the rows of lots that made them, are arrivals or departures, or tell of a doubt."""
    return _items(f"{_ITEM}{_TELLING}{_IN_ORDER}", lots)


def uses_of(lots: Iterable[UUID]) -> list[Incidence]:
    """Give the rows in which lots went into a step."""
    return _items(f"{_ITEM} WHERE object = ANY(%s) AND side = 'in'{_IN_ORDER}", lots)


def inputs_of(links: Iterable[UUID]) -> list[Incidence]:
    """Give everything that went into steps."""
    return _items(f"{_ITEM} WHERE link = ANY(%s) AND side = 'in'{_IN_ORDER}", links)


def all_of(units: Iterable[UUID]) -> list[Incidence]:
    """Give every row of logistic units."""
    return _items(f"{_ITEM} WHERE object = ANY(%s){_IN_ORDER}", units)


def stays_around(objects: Iterable[UUID]) -> list[Stay]:
    """Give the stays of things, of the units around them, and so on outwards."""
    return _stays(_OUTWARD, objects)


def stays_inside(units: Iterable[UUID]) -> list[Stay]:
    """Give the stays of things in units, of what was in those, and so on inwards."""
    return _stays(_INWARD, units)


def _items(sql: str, objects: Iterable[UUID]) -> list[Incidence]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(objects)])
        return [_incidence(row) for row in cursor.fetchall()]


def _stays(sql: str, objects: Iterable[UUID]) -> list[Stay]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(objects)])
        return [_stay(row) for row in cursor.fetchall()]


def _incidence(row: Sequence[Any]) -> Incidence:
    fields: list[Any] = [*row[:7], _measure(*row[7:9]), *row[9:14], tuple(row[14])]
    return Incidence(*fields)


def _stay(row: Sequence[Any]) -> Stay:
    fields: list[Any] = [*row[:5], _measure(*row[5:7]), row[7]]
    return Stay(*fields)


def _measure(value: Decimal | None, unit: str | None) -> Measure | None:
    return None if value is None or unit is None else Measure(value, unit)
