"""Everything of one lot's present on one page."""

from decimal import Decimal
from uuid import UUID

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.errors import NotFound
from lotline.lots.queries.holders import balance_rows
from lotline.lots.queries.holds import holds_of
from lotline.lots.queries.rows import amount, lot_refs, lot_rows
from lotline.lots.queries.states import states
from lotline.lots.records import (
    Content,
    LotDetail,
)

_CONTENTS = (
    "SELECT o.id, NULL::numeric, o.unit, o.place_time FROM lots_trace_object o"
    " WHERE o.container = %s UNION ALL"
    " SELECT b.object, b.quantity, o.unit, (SELECT max(e.event_time) FROM ledger_event_subject c"
    "  JOIN ledger_event_subject u ON u.event_id = c.event_id AND u.subject = %s"
    "  JOIN ledger_event e ON e.event_id = c.event_id"
    "  WHERE c.subject = b.object::text AND e.kind = 'pack')"
    " FROM lots_balance b JOIN lots_trace_object o ON o.id = b.object"
    " WHERE b.holder = %s AND b.quantity > 0 ORDER BY 1"
)


def lot(actor: Actor, lot_id: UUID) -> LotDetail:
    """Show a lot or unit: what it is, where it lies, what lies on it and in it."""
    access.require(actor, "lots.read")
    state = states([lot_id]).get(lot_id)
    if state is None:
        raise NotFound("lot.not_found")
    uri, disputed, codes = _printed(lot_id)
    refs = lot_refs([state.container] if state.container else [], actor.language)
    return LotDetail(
        row=lot_rows([lot_id], actor.language)[lot_id],
        codes=codes,
        uri=uri,
        balances=balance_rows(state, actor.language),
        holds=holds_of(lot_id, state.supplier_lot, actor.language),
        contents=_contents(lot_id, actor.language),
        container=refs.get(state.container) if state.container else None,
        disputed=amount(disputed, state.unit) if disputed else None,
    )


def _printed(lot_id: UUID) -> tuple[str | None, Decimal, tuple[str, ...]]:
    """Give the object's URI, its disputed quantity and all codes, the first one first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.uri, o.disputed, array(SELECT c.code FROM lots_object_code c"
            "  WHERE c.object = o.id ORDER BY c.valid_from, c.scheme, c.code)"
            " FROM lots_trace_object o WHERE o.id = %s",
            [lot_id],
        )
        uri, disputed, codes = cursor.fetchone()
    return uri, disputed, tuple(codes)


def _contents(unit: UUID, language: str) -> tuple[Content, ...]:
    with connection.cursor() as cursor:
        cursor.execute(_CONTENTS, [unit, str(unit), unit])
        rows = cursor.fetchall()
    refs = lot_refs((row[0] for row in rows), language)
    return tuple(
        Content(refs[child], amount(quantity, measure) if quantity is not None else None, since)
        for child, quantity, measure, since in rows
        if child in refs
    )
