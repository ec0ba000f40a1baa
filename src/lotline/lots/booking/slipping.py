"""A late step slipped in among later ones, where it is plain that none of them books anything else.

Later bookings stay as they are if none of them looked at what was there (`sensitive`), if no holder
would ever have had too little, and if all of the lot has one label. Then balances just add up, and a
late event costs one look at the lot's later flows, however many there are. Otherwise the lot is
folded again from its start.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.lots.booking.around import StoredAround
from lotline.lots.booking.loading import load_marks
from lotline.lots.booking.saving import Booked, is_sensitive
from lotline.lots.events import Holder, HolderKind, Quality
from lotline.lots.folds.amount import amount_of
from lotline.lots.folds.lot import judge
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Order, Step
from lotline.lots.rules.parting import OURS, Label, Parts

_LATER: Final = (
    "SELECT * FROM lots_flow WHERE object = %s AND event_time >= %s"
    " AND (event_time, tie, recorded, event) > (%s, %s, %s, %s)"
)
_CHANGES: Final = (
    f"WITH f AS ({_LATER}), c AS (SELECT f.*, x.holder, x.delta FROM f CROSS JOIN LATERAL (VALUES"  # noqa: S608
    " (f.destination, f.destination_id, f.quantity), (f.origin, f.origin_id, -f.quantity))"
    " AS x(kind, holder, delta) WHERE x.kind IN ('place', 'unit', 'shipment'))"
)
_NET: Final = f"{_CHANGES} SELECT holder, sum(delta) FROM c GROUP BY 1"  # noqa: S608
_SENSITIVE: Final = f"SELECT bool_or(sensitive) FROM ({_LATER}) f"  # noqa: S608
_LOWEST: Final = (
    f"{_CHANGES} SELECT min(lying) FROM (SELECT sum(delta) OVER (ORDER BY event_time, tie,"  # noqa: S608
    " recorded, event ROWS UNBOUNDED PRECEDING) AS lying FROM c WHERE holder = %s) r"
)
_JUDGED: Final = (
    "SELECT EXISTS (SELECT FROM lots_line l JOIN lots_step s ON s.event = l.event"
    "  AND s.declared_at IS NULL AND s.verdict IS NOT NULL"
    "  WHERE l.object = %s AND s.event_time > %s AND l.source IS NULL)"
)


def slip_in(
    lot: UUID, step: Step, state: LotState, parts: Parts, around: StoredAround
) -> Booked | None:
    """Book a late step on the present state of a lot, or give None where more has to be folded again."""
    lines = [part for part in step.parts if part.object == lot]
    label = _only_label(lot, step.time, parts)
    if len(lines) != 1 or label is None or step.verdict is not None or _is_sensitive(lot, step):
        return None
    then = _state_then(lot, step, state)
    booking = judge(then, step, lines[0], around)
    if is_sensitive(step, lines[0], booking) or not _is_spare(lot, step, booking.flows, then):
        return None
    fresh = LotState()
    fresh.balances, fresh.opened = dict(state.balances), dict(state.opened)
    fresh.book(booking.flows, step.key)
    for holder in {f.destination for f in booking.flows if isinstance(f.destination, Holder)}:
        if holder.kind is HolderKind.SHIPMENT:
            fresh.opened[holder] = min(fresh.opened.get(holder, step.key), step.key)
    whole = Parts({(h.id, label): q for h, q in fresh.quantities().items()})
    mark = load_marks([lot])[lot]
    return Booked(lot, fresh, False, whole, mark, [(step, lines[0], booking)])


def _only_label(lot: UUID, since: datetime, parts: Parts) -> Label | None:
    """Give the one label of all of the lot, if what comes late would have it too."""
    labels = {label for _, label in parts.amounts} or {Label(Quality.PENDING)}
    if len(labels) > 1:
        return None
    label = labels.pop()
    if label == Label(Quality.PENDING):
        return label
    return label if label.owner == OURS and _value(_JUDGED, [lot, since]) else None


def _is_sensitive(lot: UUID, step: Step) -> bool:
    named = any(part.quality or part.owner for part in step.parts) or step.owner is not None
    return named or bool(_value(_SENSITIVE, _after(lot, step)))


def _state_then(lot: UUID, step: Step, state: LotState) -> LotState:
    """Give the state in which the step was, by taking back all that came after it."""
    then = LotState()
    then.balances, then.opened = dict(state.balances), dict(state.opened)
    with connection.cursor() as cursor:
        cursor.execute(_NET, _after(lot, step))
        later = dict(cursor.fetchall())
    kinds = {holder.id: holder for holder in {*state.balances, *_holders(step)}}
    for holder_id, delta in later.items():
        holder = kinds.get(holder_id, Holder(HolderKind.PLACE, holder_id))
        then.balances[holder] = then.balances.get(holder, 0) - amount_of(delta)
    then.balances = {holder: amount for holder, amount in then.balances.items() if amount}
    return then


def _is_spare(lot: UUID, step: Step, flows: object, then: LotState) -> bool:
    """Say whether every holder that gives something would have had enough ever after."""
    taken: dict[Holder, int] = {}
    for origin, destination, amount in flows:  # type: ignore[attr-defined]
        for end, delta in ((origin, -amount), (destination, amount)):
            if isinstance(end, Holder):
                taken[end] = taken.get(end, 0) + delta
    for holder, change in taken.items():
        if change < 0:
            lowest = _value(_LOWEST, [*_after(lot, step), holder.id]) or Decimal(0)
            if then.balances.get(holder, 0) + amount_of(lowest) + change < 0:
                return False
    return True


def _holders(step: Step) -> set[Holder]:
    return {h for part in step.parts for h in (part.source, part.target) if h is not None}


def _after(lot: UUID, step: Step) -> list[Any]:
    key: Order = step.key
    return [lot, step.time, *key]


def _value(sql: str, values: list[Any]) -> Decimal | None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None
