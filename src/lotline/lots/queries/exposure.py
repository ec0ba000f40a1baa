"""What lots were exposed to: machines, people, places, times and measured values; no actor (internal).

A lot is exposed by the events that made it, handled it or looked at it – not by those that merely
used it up: what happened there happened to what came out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

_EXPOSED: Final = (
    " FROM lots_line l JOIN lots_step s ON s.event = l.event AND s.declared_at IS NULL"
    " WHERE l.object = ANY(%s) AND l.role NOT IN ('input', 'rework', 'parent')"
)


@dataclass(frozen=True, slots=True)
class Exposure:
    """Conditions on the events that a lot was exposed to; what is None is not asked."""

    starts: datetime | None = None
    ends: datetime | None = None
    equipment: UUID | None = None
    operator: str | None = None
    place: UUID | None = None
    kde: str | None = None
    below: Decimal | None = None
    above: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The values seen of one key data element, and how many lots and events outside limits."""

    kde: str
    unit: str | None
    lowest: Decimal | None
    highest: Decimal | None
    outside: int
    lots: int


@dataclass(frozen=True, slots=True)
class Exposures:
    """Everything that lots were exposed to, with how many of them by each."""

    starts: datetime | None
    ends: datetime | None
    equipment: dict[UUID, int]
    operators: dict[str, int]
    places: dict[UUID, int]
    suppliers: dict[UUID, int]
    measured: tuple[Measured, ...]


def exposed(lots: Iterable[UUID], asked: Exposure) -> set[UUID]:
    """Give those of the lots that one event exposed to all that is asked."""
    conditions, values = _conditions(asked)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT l.object{_EXPOSED}{conditions}",
            [list(lots), *values],
        )
        return {lot for (lot,) in cursor.fetchall()}


def _conditions(asked: Exposure) -> tuple[str, list[Any]]:
    found: list[tuple[str, list[Any]]] = []
    if asked.starts is not None:
        found.append((" AND s.until >= %s", [asked.starts]))
    if asked.ends is not None:
        found.append((" AND s.event_time <= %s", [asked.ends]))
    if asked.equipment is not None:
        found.append((" AND %s = ANY(s.equipment)", [asked.equipment]))
    if asked.operator is not None:
        found.append((" AND s.operator = %s", [asked.operator]))
    if asked.place is not None:
        found.append((" AND %s IN (s.place, l.source, l.target)", [asked.place]))
    if asked.kde is not None:
        found.append(_measured(asked))
    return "".join(sql for sql, _ in found), [value for _, some in found for value in some]


def _measured(asked: Exposure) -> tuple[str, list[Any]]:
    sql, values = "r.event = s.event AND r.kde = %s", [asked.kde]
    for sign, bound in (("<", asked.below), (">", asked.above)):
        if bound is not None:
            sql += f" AND r.value {sign} %s"
            values.append(bound)  # type: ignore[arg-type]
    return f" AND EXISTS (SELECT FROM lots_reading r WHERE {sql})", values


def exposures(lots: Iterable[UUID]) -> Exposures:
    """Give all that lots were exposed to."""
    wanted = list(lots)
    starts, ends = _rows(f"SELECT min(s.event_time), max(s.until){_EXPOSED}", wanted)[0]
    return Exposures(
        starts, ends,
        _counted("unnest(s.equipment)", wanted), _counted("s.operator", wanted),
        _counted("unnest(ARRAY[s.place, CASE WHEN l.source_kind = 'place' THEN l.source END,"
                 " CASE WHEN l.target_kind = 'place' THEN l.target END])", wanted),
        dict(_rows("SELECT supplier, count(*) FROM lots_trace_object WHERE id = ANY(%s)"
                   " AND supplier IS NOT NULL GROUP BY 1", wanted)),
        tuple(Measured(*row) for row in _rows(_READINGS, wanted)),
    )  # fmt: skip


_READINGS: Final = (
    "SELECT r.kde, min(r.unit), min(r.value), max(r.value),"  # noqa: S608 – our own words
    " count(DISTINCT r.event) FILTER (WHERE r.within IS FALSE), count(DISTINCT x.object)"
    f" FROM (SELECT l.object, s.event{_EXPOSED}) x JOIN lots_reading r ON r.event = x.event"
    " GROUP BY r.kde ORDER BY r.kde"
)


def _counted(what: str, lots: list[UUID]) -> dict[Any, int]:
    sql = (
        f"SELECT key, count(DISTINCT object) FROM (SELECT l.object, {what} AS key{_EXPOSED}) x"  # noqa: S608
        " WHERE key IS NOT NULL GROUP BY key"
    )
    return dict(_rows(sql, lots))


def _rows(sql: str, lots: list[UUID]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [lots])
        return list(cursor.fetchall())
