"""Events told in the reader's words: names for identities, in bulk; no actor (internal)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from uuid import UUID

from lotline.kernel.decimals import plain
from lotline.ledger.records import StoredEvent
from lotline.lots.events import (
    SCHEMA,
    Holder,
    Line,
    Measure,
    Reading,
    TraceEvent,
    from_payload,
)
from lotline.lots.queries.rows import lot_refs
from lotline.lots.queries.steps import corrections_of
from lotline.lots.records import Amount, EventRow, LotRef, Measurement
from lotline.lots.rules.sides import others, total
from lotline.masterdata import queries as masterdata
from lotline.masterdata.records import Equipment, Location, Party, Site

MOST_COUNTERPARTIES: Final = 20
Told = tuple[StoredEvent, TraceEvent]
Master = Location | Party | Equipment | Site


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that a handful of events needs."""

    lots: Mapping[UUID, LotRef]
    titles: Mapping[UUID, str]
    voided: Mapping[UUID, UUID]

    def title(self, master: UUID | None) -> str | None:
        """Give the name of a place, machine, company or site."""
        return self.titles.get(master) if master else None

    def holder(self, holder: Holder | None) -> str | None:
        """Give the name of a place or the code of a logistic unit."""
        if holder is None:
            return None
        unit = self.lots.get(holder.id)
        return unit.code if unit else self.titles.get(holder.id)


def told(stored: Iterable[StoredEvent]) -> list[Told]:
    """Read the trace events among events of the ledger."""
    return [
        (event, from_payload(event.payload))
        for event in stored
        if event.payload.get("schema") == SCHEMA
    ]


def names_of(events: Sequence[TraceEvent], language: str) -> Names:
    """Look up everything that the events name."""
    holders = {h.id for event in events for line in event.lines for h in _holders(line)}
    objects = {line.object for event in events for line in event.lines if line.object}
    parties = {p for event in events for p in (event.customer, event.supplier, event.owner) if p}
    parties |= {line.owner for event in events for line in event.lines if line.owner}
    places = {event.place for event in events if event.place} | holders
    machines = {machine for event in events for machine in event.equipment}
    machines |= {event.tank for event in events if event.tank}
    masters: tuple[Master, ...] = (
        *masterdata.locations(places).values(), *masterdata.parties(parties).values(),
        *masterdata.equipment(machines).values(),
        *masterdata.sites({event.site for event in events if event.site}).values(),
    )  # fmt: skip
    titles = {master.id: master.title(language) for master in masters}
    voided = corrections_of(event.event_id for event in events)
    return Names(lot_refs(objects | (holders - titles.keys()), language), titles, voided)


def _holders(line: Line) -> Iterator[Holder]:
    yield from (holder for holder in (line.source, line.target) if holder is not None)


def event_rows(
    events: Sequence[Told], language: str, about: UUID | None = None
) -> tuple[EventRow, ...]:
    """Show events in a list, seen from one lot or from nowhere in particular."""
    names = names_of([event for _, event in events], language)
    return tuple(event_row(stored, event, names, about) for stored, event in events)


def event_row(
    stored: StoredEvent, event: TraceEvent, names: Names, about: UUID | None = None
) -> EventRow:
    """Show one event in a list."""
    own = [line for line in event.lines if about is not None and line.object == about]
    other = [names.lots[lot] for lot in others(event, own) if lot in names.lots]
    return EventRow(
        id=event.event_id, kind=event.kind.value, event_time=at_home(event.event_time, event.offset),
        record_time=stored.record_time, place=names.title(event.place),
        equipment=tuple(t for t in map(names.title, event.equipment) if t),
        operator=event.operator, actor=stored.actor, channel=event.channel, mode=event.mode,
        flags=event.flags, role=own[0].role.value if own else None, quantity=shown(total(own)),
        counterparties=tuple(other[:MOST_COUNTERPARTIES]), counterparty_count=len(other),
        customer=names.title(event.customer),
        measurements=tuple(_measurement(reading) for reading in event.readings),
        verdict=event.verdict.value if event.verdict else None, note=event.note,
        references=event.references, hold_reason=event.hold.reason if event.hold else None,
        supplier=names.title(event.supplier), tank=names.title(event.tank), reason=event.reason,
        corrects=event.corrects, replaces=event.replaces,
        voided_by=names.voided.get(event.event_id),
    )  # fmt: skip


def at_home(moment: datetime, offset: str) -> datetime:
    """Give a moment with the offset that its clock on the wall had."""
    try:
        shift = datetime.strptime(offset, "%z").utcoffset()
    except ValueError:
        return moment.astimezone(UTC)
    return moment.astimezone(timezone(shift or timedelta()))


def shown(measure: Measure | None) -> Amount | None:
    """Give a quantity ready to show."""
    return Amount(plain(measure.value), measure.unit) if measure else None


def _measurement(reading: Reading) -> Measurement:
    limits = (reading.lower, reading.target, reading.upper)
    lower, target, upper = (plain(limit) if limit is not None else None for limit in limits)
    value = reading.value if isinstance(reading.value, str) else plain(reading.value)
    return Measurement(
        reading.kde, reading.name or reading.kde, value, reading.unit, lower, target, upper,
        reading.within,
    )  # fmt: skip
