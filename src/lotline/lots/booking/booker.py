"""Booking a batch of steps: on stored states where it is in order, from the start where it is not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from lotline.lots.booking import loading, saving
from lotline.lots.booking.around import StoredAround
from lotline.lots.booking.saving import Booked, is_sensitive
from lotline.lots.booking.slipping import slip_in
from lotline.lots.booking.units import Standing, lots_in, save_turns, shipments_of
from lotline.lots.events import HolderKind, ObjectKind
from lotline.lots.folds.expand import in_order
from lotline.lots.folds.flow import NOTHING
from lotline.lots.folds.lot import apply
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.queries.steps import effective_steps, events_of
from lotline.lots.rules.parting import Parts, Said


def book(new: Sequence[Step], moved: Sequence[Step]) -> set[UUID]:
    """Book new steps; give the lots that were folded again.

    `moved` are stored steps that were just declared in error, or took another place in the fold. New
    steps that were declared before they came count for nothing and must be among neither.
    """
    ordered = sorted(new, key=lambda step: step.key)
    named = _lots_of(ordered)
    states, marks = loading.load_states(named), loading.load_marks(named)
    parts = loading.load_parts(named)
    saving.save_shipments(ordered, shipments_of(ordered))
    standing = Standing(ordered, moved, _units_of(states.values()))
    late = _lots_of(moved).keys() | lots_in(standing.late)
    late |= {lot for lot, steps in named.items() if lot in marks and steps[0].key < marks[lot]}
    save_turns(standing)
    around = StoredAround(standing.units)
    around.units.shipments.update(loading.load_shipments(_shipments_in(states.values())))
    fresh = [
        _booked(Booked(lot, states[lot], whole=False, parts=parts[lot]), steps, around)
        for lot, steps in named.items()
        if lot not in late
    ]
    slipped = _slipped_in(late - lots_in(standing.late), named, moved, states, parts, around)
    again = late - {booked.lot for booked in slipped}
    saving.save([*fresh, *slipped, *_from_the_start(again)])
    return again


def _slipped_in(
    late: set[UUID],
    named: Mapping[UUID, list[Step]],
    moved: Sequence[Step],
    states: Mapping[UUID, LotState],
    parts: Mapping[UUID, Parts],
    around: StoredAround,
) -> list[Booked]:
    """Book one late step on each lot for which nothing that came after it would be another."""
    disturbed = _lots_of(moved).keys()
    found = (
        slip_in(lot, named[lot][0], states[lot], parts[lot], around)
        for lot in sorted(late - disturbed)
        if len(named.get(lot, ())) == 1
    )
    return [booked for booked in found if booked is not None]


def _from_the_start(late: set[UUID]) -> Iterable[Booked]:
    """Fold lots again, with every step of theirs that counts."""
    if not late:
        return
    steps = effective_steps(events_of(late))
    around = StoredAround(loading.load_units(_mentioned(steps)))
    around.units.shipments.update(loading.load_shipments(shipments_of(steps).values()))
    by_lot = _lots_of(steps)
    for lot in sorted(late):
        booked = Booked(lot, LotState(), whole=True)
        yield _booked(booked, by_lot.get(lot, ()), around)


def _booked(found: Booked, steps: Iterable[Step], around: StoredAround) -> Booked:
    for step in steps:
        found.mark = step.key
        for part in in_order(step.parts):
            if part.object == found.lot:
                booking = apply(found.state, step, part, around)
                said = _said(step, part)
                found.parts.book(booking.flows, said)
                found.parts.judge(said)
                if booking is not NOTHING or is_sensitive(step, part, booking):
                    found.bookings.append((step, part, booking))
    return found


def _said(step: Step, part: Part) -> Said:
    owner = part.owner or step.owner
    return Said(step.kind, step.verdict, part.quality, owner, part.source, part.quantity)


def _lots_of(steps: Iterable[Step]) -> dict[UUID, list[Step]]:
    """Give what has quantities of its own, with its steps."""
    found: dict[UUID, list[Step]] = defaultdict(list)
    for step in steps:
        for lot in dict.fromkeys(
            part.object
            for part in step.parts
            if part.object is not None and part.object_kind is not ObjectKind.LOGISTIC_UNIT
        ):
            found[lot].append(step)
    return found


def _units_of(states: Iterable[LotState]) -> set[UUID]:
    return {h.id for s in states for h in s.balances if h.kind is HolderKind.UNIT}


def _shipments_in(states: Iterable[LotState]) -> set[UUID]:
    return {h.id for s in states for h in s.opened}


def _mentioned(steps: Iterable[Step]) -> set[UUID]:
    return {
        part.object
        for step in steps
        for part in step.parts
        if part.object is not None and part.object_kind is not ObjectKind.LOT
    }
