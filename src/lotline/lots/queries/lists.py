"""Which lots a list shows, in which order, page by page."""

import unicodedata
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor, Page
from lotline.kernel.errors import Invalid
from lotline.kernel.names import code_key
from lotline.lots import paging
from lotline.lots.queries.quantities import OWN, OWN_HOLDERS
from lotline.lots.queries.rows import lot_rows
from lotline.lots.records import LotFilter, LotRow

NEWEST: Final = "-first_event_time"
LONGEST_Q: Final = 200
_NEVER: Final = "infinity"
# What is sorted by, and its type in the database.
_SORTS: Final = {
    "first_event_time": ("o.first_event_time", "timestamptz"),
    "last_event_time": ("o.last_event_time", "timestamptz"),
    "good_until": ("coalesce(o.good_until, 'infinity')", "timestamptz"),
    "code": ('o.code COLLATE "C"', "text"),
}
SORTS: Final = (NEWEST, "first_event_time", "code", "good_until", "-last_event_time")
_HELD: Final = (
    "EXISTS (SELECT FROM lots_hold_mark h WHERE h.object IN (o.id, o.supplier_lot)"
    " AND h.released_event IS NULL)"
)
_CODED: Final = "SELECT c.object FROM lots_object_code c WHERE c.code_key LIKE %s"
Condition = tuple[str, tuple[Any, ...]]


def list_lots(
    actor: Actor,
    chosen: LotFilter,
    sort: str = NEWEST,
    limit: int = 50,
    cursor: str | None = None,
) -> Page[LotRow]:
    """List lots, supplier lots or units; quantities are what is on hand at places of ours."""
    access.require(actor, "lots.read")
    if sort not in SORTS:
        raise Invalid.at("/query/sort", "request.sort", value=sort[:40])
    size = paging.page_size(limit)
    found = _select(chosen, sort, size + 1, cursor)
    shown = lot_rows((lot for lot, _ in found[:size]), actor.language)
    more = (
        paging.cursor(sort, found[size - 1][1], found[size - 1][0]) if len(found) > size else None
    )
    return Page(tuple(shown.values()), more)


def _select(chosen: LotFilter, sort: str, size: int, cursor: str | None) -> list[tuple[UUID, str]]:
    key, kind = _SORTS[sort.removeprefix("-")]
    conditions = [*_conditions(chosen), *([_after(sort, cursor)] if cursor else [])]
    where = " AND ".join(condition for condition, _ in conditions)
    order = "DESC" if sort.startswith("-") else "ASC"
    shown = f"{key} AT TIME ZONE 'UTC'" if kind == "timestamptz" else key
    sql = (
        f"WITH RECURSIVE {OWN_HOLDERS} SELECT o.id, ({shown})::text FROM lots_trace_object o"  # noqa: S608
        f" WHERE {where} ORDER BY {key} {order}, o.id {order} LIMIT %s"
    )
    values = [value for _, bound in conditions for value in bound]
    with connection.cursor() as db:
        db.execute(sql, [list(OWN), *values, size])
        return list(db.fetchall())


def _after(sort: str, cursor: str) -> Condition:
    """Go on behind the last row shown, under the same order."""
    asked, last, lot = paging.from_cursor(cursor, 3)
    if asked != sort:
        raise paging.bad_cursor()
    key, kind = _SORTS[sort.removeprefix("-")]
    if kind == "timestamptz" and last != _NEVER:
        last = paging.moment(f"{last}+00:00").isoformat()
    sign = "<" if sort.startswith("-") else ">"
    return f"({key}, o.id) {sign} (%s::{kind}, %s)", (last, paging.identity(lot))


def _conditions(chosen: LotFilter) -> Iterator[Condition]:
    yield "o.kind = %s", (chosen.kind,)
    for column in ("product", "quality", "supplier"):
        if (value := getattr(chosen, column)) is not None:
            yield f"o.{column} = %s", (value,)
    if chosen.held is not None:
        yield _HELD if chosen.held else f"NOT {_HELD}", ()
    if chosen.expired is not None:
        expired = "coalesce(o.good_until < now(), FALSE)"
        yield expired if chosen.expired else f"NOT {expired}", ()
    if chosen.near_expiry_days is not None:
        yield (
            "o.good_until >= now() AND o.good_until < now() + make_interval(days => %s)",
            (chosen.near_expiry_days,),
        )
    yield from _standing(chosen)
    yield from _matching(chosen.q)


def _standing(chosen: LotFilter) -> Iterator[Condition]:
    there = (
        "o.id IN (SELECT b.object FROM lots_balance b JOIN own ON own.holder = b.holder"
        " WHERE b.quantity > 0{} UNION ALL SELECT own.holder FROM own WHERE own.holder <> own.place{})"
    )
    if chosen.in_stock is not None:
        yield ("" if chosen.in_stock else "NOT ") + there.format("", ""), ()
    if chosen.place is not None:
        bound = " AND own.place = %s"
        yield there.format(bound, bound), (chosen.place, chosen.place)


def _matching(q: str) -> Iterator[Condition]:
    """Find by the beginning of a code or of the supplier's number, or by the product's names."""
    wanted = checked_words(q)
    if wanted:
        key = f"{like(code_key(wanted))}%"
        folded = unicodedata.normalize("NFKC", wanted).casefold()
        yield (
            f"(o.id IN ({_CODED}) OR o.supplier_lot IN ({_CODED}) OR o.product IN"  # noqa: S608
            " (SELECT p.id FROM masterdata_product p WHERE p.search_text LIKE %s))",
            (key, key, f"%{like(folded)}%"),
        )


def checked_words(q: str) -> str:
    """Give what is searched for without outer blanks; refuse what could not be meant."""
    if "\x00" in q:
        raise Invalid.at("/query/q", "json.nul")
    if any(0xD800 <= ord(char) <= 0xDFFF for char in q):
        raise Invalid.at("/query/q", "json.surrogate")
    if len(q) > LONGEST_Q:
        raise Invalid.at("/query/q", "search.too_long", most=LONGEST_Q)
    return q.strip()


def like(text: str) -> str:
    """Let the signs that LIKE takes for wildcards stand for themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
