"""Genealogy follows the ledger: one row a line, and the stays of whatever was packed."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import connection

from lotline.genealogy.rules.incidence import incidences, link_of
from lotline.genealogy.rules.stays import Packing, stays_of
from lotline.ledger.records import StoredEvent
from lotline.lots.events import SCHEMA, Kind, TraceEvent, from_payload


class GenealogyFollower:
    """Folds trace events into incidences and stays."""

    name: ClassVar[str] = "genealogy"
    inline: ClassVar[bool] = True
    tables: ClassVar[tuple[str, ...]] = ("genealogy_event_item", "genealogy_stay")

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the tables of this room."""
        stored = [event for event in events if event.payload.get("schema") == SCHEMA]
        pairs = [(event, from_payload(event.payload)) for event in stored]
        _add_items([row for event, trace in pairs for row in _rows(event, trace)])
        _refold_stays(_packed_in(trace for _, trace in pairs))


def _rows(stored: StoredEvent, event: TraceEvent) -> Iterable[tuple[Any, ...]]:
    versions, link = dict(stored.subjects), link_of(event)
    for found in incidences(event):
        line, quantity = found.line, found.line.quantity
        yield (
            event.event_id, line.number, link, found.object, found.side, event.kind.value,
            line.role.value, quantity.value if quantity else None,
            quantity.unit if quantity else None, line.disputed, line.certainty.value,
            event.event_time, versions[str(found.object)], found.parent, event.customer,
            list(line.flags),
        )  # fmt: skip


def _add_items(rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO genealogy_event_item (event, line, link, object, side, kind, role,"
            " quantity, unit, disputed, certainty, event_time, version, parent, party, flags)"
            " VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            rows,
        )


def _packed_in(events: Iterable[TraceEvent]) -> set[tuple[UUID, UUID]]:
    return {
        (found.parent, found.object)
        for event in events
        for found in incidences(event)
        if found.parent is not None
    }


def _refold_stays(pairs: set[tuple[UUID, UUID]]) -> None:
    if not pairs:
        return
    units, children = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    packings: dict[tuple[UUID, UUID], list[Packing]] = {pair: [] for pair in pairs}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.parent, i.object, i.event, i.kind, i.event_time, i.quantity, i.unit"
            " FROM unnest(%s::uuid[], %s::uuid[]) AS p(unit, child)"
            " JOIN genealogy_event_item i ON i.parent = p.unit AND i.object = p.child"
            " ORDER BY i.event_time, i.version, i.line",
            [units, children],
        )
        for unit, child, event, kind, at, quantity, measure in cursor.fetchall():
            packed = kind == Kind.PACK.value
            packings[unit, child].append(Packing(event, packed, at, quantity, measure))
        cursor.execute(
            "DELETE FROM genealogy_stay s USING unnest(%s::uuid[], %s::uuid[]) AS p(unit, child)"
            " WHERE s.unit = p.unit AND s.child = p.child",
            [units, children],
        )
        cursor.executemany(
            "INSERT INTO genealogy_stay (unit, child, number, starts, ends, quantity, measure,"
            " packed_by, unpacked_by) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)",
            [row for pair, found in packings.items() for row in _stay_rows(pair, found)],
        )


def _stay_rows(pair: tuple[UUID, UUID], packings: list[Packing]) -> Iterable[tuple[Any, ...]]:
    for number, stay in enumerate(stays_of(packings)):
        yield (
            *pair, number, stay.starts, stay.ends, stay.quantity, stay.measure, stay.packed_by,
            stay.unpacked_by,
        )  # fmt: skip
