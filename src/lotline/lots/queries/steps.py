"""Steps as the folds read them, in bulk; no actor (internal)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection

from lotline.lots.events import Certainty, Holder, HolderKind, Kind, ObjectKind, Quality, Role
from lotline.lots.folds.step import Declaration, Part, Step

_STEP: Final = (
    "SELECT event, kind, event_time, until, tie, recorded, link, tank, equipment, customer,"
    " supplier, order_ref, waybill, reason, place, verdict, owner FROM lots_step WHERE event = ANY(%s)"
)
_LINE: Final = (
    "SELECT event, number, role, object, object_kind, quantity, unit, source_kind, source,"
    " target_kind, target, open_source, certainty, reason, weight, flags, quality, owner FROM lots_line"
    " WHERE event = ANY(%s) ORDER BY event, number"
)
_ROLES: Final = {role.value: role for role in Role}
_KINDS: Final = {kind.value: kind for kind in Kind}
_OBJECTS: Final = {kind.value: kind for kind in ObjectKind}
_CERTAINTIES: Final = {certainty.value: certainty for certainty in Certainty}
_HOLDERS: Final = {kind.value: kind for kind in HolderKind}
_QUALITIES: Final = {quality.value: quality for quality in Quality}
_NO_FLAGS: Final[frozenset[str]] = frozenset()


def steps(events: Iterable[UUID]) -> list[Step]:
    """Give events with all their lines, in the order of the fold; declared ones are among them."""
    wanted = list(set(events))
    lines: dict[UUID, list[Part]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_LINE, [wanted])
        for row in cursor.fetchall():
            lines[row[0]].append(_part(row))
        cursor.execute(_STEP, [wanted])
        found = [_step(row, tuple(lines.get(row[0], ()))) for row in cursor.fetchall()]
    return sorted(found, key=lambda step: step.key)


def events_of_links(links: Iterable[UUID]) -> set[UUID]:
    """Give every event that tells of one of the shared transformations."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event FROM lots_step WHERE link = ANY(%s)", [list(links)])
        return {event for (event,) in cursor.fetchall()}


def effective_steps(events: Iterable[UUID]) -> list[Step]:
    """Give those of the events that nobody declared in error, in the order of the fold."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event FROM lots_step WHERE event = ANY(%s) AND declared_at IS NULL",
            [list(events)],
        )
        return steps(event for (event,) in cursor.fetchall())


def declarations(events: Iterable[UUID]) -> list[Declaration]:
    """Give what was said against events, whether they are here or not, first said first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT declares, recorded, event, reason, correctives FROM lots_declaration"
            " WHERE declares = ANY(%s) ORDER BY recorded, event",
            [list(events)],
        )
        return [
            Declaration(row[0], row[1], row[2], row[3], tuple(row[4])) for row in cursor.fetchall()
        ]


def corrections_of(events: Iterable[UUID]) -> dict[UUID, UUID]:
    """Give, for each event that was declared in error, the event which first said so."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ON (declares) declares, event FROM lots_declaration"
            " WHERE declares = ANY(%s) ORDER BY declares, recorded, event",
            [list(events)],
        )
        return dict(cursor.fetchall())


def events_of(objects: Iterable[UUID]) -> set[UUID]:
    """Give every event that names one of the objects."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT event FROM lots_line WHERE object = ANY(%s)", [list(objects)]
        )
        return {event for (event,) in cursor.fetchall()}


def events_of_tanks(tanks: Iterable[UUID]) -> set[UUID]:
    """Give every fill, draw and clearing of tanks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event FROM lots_step WHERE tank = ANY(%s)", [list(tanks)])
        return {event for (event,) in cursor.fetchall()}


def _step(row: Sequence[Any], parts: tuple[Part, ...]) -> Step:
    event, kind, time, until, tie, recorded, link, tank, equipment, *rest = row
    customer, supplier, order, waybill, reason, place, verdict, owner = rest
    return Step(
        event, _KINDS[kind], time, until, tie, recorded, parts, link, tank, tuple(equipment),
        customer, supplier, order, waybill, reason, place, _QUALITIES.get(verdict), owner,
    )  # fmt: skip


def _part(row: Sequence[Any]) -> Part:
    return Part(
        row[1], _ROLES[row[2]], row[3], _OBJECTS[row[4]], row[5], row[6], _holder(row[7], row[8]),
        _holder(row[9], row[10]), row[11], _CERTAINTIES[row[12]], row[13], row[14],
        frozenset(row[15]) if row[15] else _NO_FLAGS, _QUALITIES.get(row[16]), row[17],
    )  # fmt: skip


def _holder(kind: str | None, holder: UUID | None) -> Holder | None:
    return None if kind is None or holder is None else Holder(_HOLDERS[kind], holder)
