"""Events for people: a lot's own, the latest of all, one in full."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor, Page
from lotline.kernel.decimals import plain
from lotline.kernel.errors import Invalid, NotFound
from lotline.ledger import queries as ledger
from lotline.ledger.records import StoredEvent
from lotline.lots import paging
from lotline.lots.events import SCHEMA, Kind, Line, Measure, TraceEvent
from lotline.lots.queries.history import versions
from lotline.lots.queries.lookup import exist
from lotline.lots.queries.telling import (
    Names,
    at_home,
    event_row,
    event_rows,
    names_of,
    shown,
    told,
)
from lotline.lots.records import ChainLink, EventDetail, EventLine, EventRow, HoldMention

_LONGEST_FLAG: Final = 80
_RECENT: Final = (
    "SELECT e.event_id FROM ledger_event e WHERE {} ORDER BY e.record_time DESC, e.event_id DESC"
    " LIMIT %s"
)
# The text is searched first: it costs less than reading every payload as JSON.
_WITH: Final = "CASE WHEN e.payload LIKE %s THEN {} ELSE FALSE END"
_OF_LOT: Final = (
    "SELECT e.event_id, e.event_time, s.version FROM ledger_event_subject s"
    " JOIN ledger_event e USING (event_id) WHERE s.subject = %s"
    " AND (%s::timestamptz IS NULL OR (e.event_time, s.version) < (%s::timestamptz, %s::bigint))"
    " ORDER BY e.event_time DESC, s.version DESC LIMIT %s"
)


def lot_events(
    actor: Actor, lot: UUID, limit: int = 50, cursor: str | None = None
) -> Page[EventRow]:
    """List a lot's own events by the time they happened, newest first."""
    access.require(actor, "events.read")
    if not exist([lot]):
        raise NotFound("lot.not_found")
    size, before = paging.page_size(limit), _before(cursor)
    with connection.cursor() as db:
        db.execute(_OF_LOT, [str(lot), before[0], *before, size + 1])
        found = db.fetchall()
    events = told(_in_row([row[0] for row in found[:size]]))
    more = paging.cursor(*found[size - 1][1:]) if len(found) > size else None
    return Page(event_rows(events, actor.language, lot), more)


def _before(cursor: str | None) -> tuple[Any, Any]:
    if not cursor:
        return None, None
    at, version = paging.from_cursor(cursor, 2)
    return paging.moment(at), paging.number(version)


def recent_events(
    actor: Actor,
    kind: str | None = None,
    mode: str | None = None,
    flag: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Page[EventRow]:
    """List the events recorded last, newest first."""
    access.require(actor, "events.read")
    size = paging.page_size(limit)
    found = _in_row(_recent(kind, mode, flag, size + 1, cursor))
    last = found[size - 1] if len(found) > size else None
    more = paging.cursor(last.record_time, last.event_id) if last else None
    return Page(event_rows(told(found[:size]), actor.language), more)


def _recent(
    kind: str | None, mode: str | None, flag: str | None, size: int, cursor: str | None
) -> list[UUID]:
    kinds = [kind] if kind else [known.value for known in Kind]
    conditions, values = ["e.kind = ANY(%s)"], list[Any]([kinds])
    if mode is not None:
        conditions.append(_WITH.format("e.payload::jsonb->>'mode' = %s"))
        values += [f'%"mode":"{_word(mode, "mode")}"%', mode]
    if flag is not None:
        conditions.append(_WITH.format("e.payload::jsonb->'flags' ? %s"))
        values += [f'%"{_word(flag, "flag")}"%', flag]
    if cursor:
        at, event = paging.from_cursor(cursor, 2)
        conditions.append("(e.record_time, e.event_id) < (%s, %s)")
        values += [paging.moment(at), paging.identity(event)]
    with connection.cursor() as db:
        db.execute(_RECENT.format(" AND ".join(conditions)), [*values, size])
        return [row[0] for row in db.fetchall()]


def _word(text: str, name: str) -> str:
    """Take a code made of letters, figures, dots and dashes; nothing else is one of ours."""
    bare = text.replace("_", "").replace(".", "").replace("-", "")
    if not (bare.isascii() and bare.isalnum() and len(text) <= _LONGEST_FLAG):
        raise Invalid.at(f"/query/{name}", f"request.{name}", value=text[:40])
    return text.replace("_", "\\_")


def _in_row(ids: Sequence[UUID]) -> list[StoredEvent]:
    found = ledger.events(ids)
    return [found[event] for event in ids]


def event(actor: Actor, event_id: UUID) -> EventDetail:
    """Show one event with everything that was recorded of it."""
    access.require(actor, "events.read")
    stored = ledger.event(event_id)
    if stored is None or stored.payload.get("schema") != SCHEMA:
        raise NotFound("event.not_found")
    happened = told([stored])[0][1]
    return _detail(stored, happened, names_of([happened], actor.language))


def _detail(stored: StoredEvent, event: TraceEvent, names: Names) -> EventDetail:
    until, hold = event.event_time_to, event.hold
    return EventDetail(
        row=event_row(stored, event, names),
        event_time_to=at_home(until, event.offset) if until else None, precision=event.precision,
        time_source=event.time_source, site=names.title(event.site), run=event.run,
        crew=event.crew, owner=names.title(event.owner), business_date=event.business_date,
        lines=tuple(_line(line, names) for line in event.lines),
        hold=HoldMention(hold.hold, hold.reason, event.note) if hold else None,
        chain=ChainLink(
            stored.stream, stored.stream_seq, stored.prev_hash, stored.hash, stored.alg,
            stored.position, stored.record_time,
        ),
        epcis=event.epcis, source=event.source, history=versions(event.event_id),
    )  # fmt: skip


def _line(line: Line, names: Names) -> EventLine:
    unit = line.quantity.unit if line.quantity else ""
    disputed = shown(Measure(line.disputed, unit)) if line.disputed else None
    return EventLine(
        line.number, line.role.value, names.lots.get(line.object) if line.object else None,
        shown(line.quantity), shown(line.entered), disputed, shown(line.second_quantity),
        names.holder(line.source), names.holder(line.target), line.certainty.value, line.reason,
        plain(line.weight) if line.weight is not None else None,
        line.quality.value if line.quality else None, names.title(line.owner),
    )  # fmt: skip
