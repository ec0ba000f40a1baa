"""What stands on each card of the picture, looked up in bulk."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from lotline.genealogy.queries.parties import customer_names
from lotline.genealogy.records import EventCard, GroupCard, Incidence
from lotline.genealogy.rules.sketch import Dot, Sketch, summed
from lotline.kernel.decimals import plain
from lotline.kernel.messages import Language
from lotline.ledger import queries as ledger
from lotline.lots.events import Measure, TraceEvent, from_payload
from lotline.lots.records import Amount, LotRow, Named
from lotline.masterdata import queries as masterdata


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of one card and the one thing it stands for."""

    label: str
    sublabel: str | None = None
    lot: LotRow | None = None
    event: EventCard | None = None
    group: GroupCard | None = None
    party: Named | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Everything that the dots of one sketch need."""

    rows: Mapping[UUID, LotRow]
    events: Mapping[str, EventCard]
    parties: Mapping[UUID, Named]

    def card(self, dot: Dot) -> Card:
        """Write the card of a dot."""
        if dot.type == "event":
            event = self.events[dot.id]
            return Card(event.kind, event.place, event=event)
        if dot.type == "group":
            return _group_card(
                dot, sorted((self.rows[lot] for lot in dot.members), key=lambda r: r.code)
            )
        if dot.type in {"customer", "supplier"}:
            party = self.parties[_subject(dot)]
            return Card(party.name, party.code or None, party=party)
        row = self.rows[_subject(dot)]
        return Card(row.code, row.product.name if row.product else None, lot=row)


def cards_of(sketch: Sketch, rows: Mapping[UUID, LotRow], language: Language) -> Cards:
    """Look up all that the cards of a sketch show, in the reader's language."""
    companies = {
        _subject(dot) for dot in sketch.dots.values() if dot.type in {"customer", "supplier"}
    }
    return Cards(rows, _event_cards(sketch, language), customer_names(companies, language))


def _event_cards(sketch: Sketch, language: Language) -> dict[str, EventCard]:
    stored = ledger.events(row.event for row in sketch.steps.values())
    told = {event: from_payload(found.payload) for event, found in stored.items()}
    places = masterdata.locations({event.place for event in told.values() if event.place})
    machines = masterdata.equipment({item for event in told.values() for item in event.equipment})
    titles = {id_: master.title(language) for id_, master in {**places, **machines}.items()}
    return {
        step: _event_card(row, told.get(row.event), titles) for step, row in sketch.steps.items()
    }


def _event_card(row: Incidence, event: TraceEvent | None, titles: Mapping[UUID, str]) -> EventCard:
    if event is None:
        return EventCard(row.event, row.kind, row.event_time, None, (), 0)
    return EventCard(
        row.event, row.kind, row.event_time, titles.get(event.place) if event.place else None,
        tuple(titles[item] for item in event.equipment if item in titles),
        sum(reading.within is False for reading in event.readings),
    )  # fmt: skip


def _group_card(dot: Dot, members: list[LotRow]) -> Card:
    first, *_, last = members
    product = first.product.name if first.product else None
    total = summed(
        Measure(Decimal(row.quantity.value), row.quantity.unit) if row.quantity else None
        for row in members
    )
    group = GroupCard(
        dot.id, len(members), Amount(plain(total.value), total.unit) if total else None,
        first.kind, product, sum(row.on_hold for row in members),
    )  # fmt: skip
    return Card(f"{first.code} … {last.code}", product, group=group)


def _subject(dot: Dot) -> UUID:
    return dot.subject or UUID(int=0)
