"""Hops: in at one moment, out at another – an event, or a fill and a draw (GENEALOGY R7, R8, R13)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from lotline.genealogy.rules.flow.conversions import Conversion, Line
from lotline.genealogy.rules.flow.mounts import Mounting, mounted_during
from lotline.genealogy.rules.flow.tanks import Tank
from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import Certainty, Kind, ObjectKind, Role
from lotline.lots.folds.amount import divide
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.tank import TankBooking
from lotline.lots.folds.tank_entries import Entry

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
ALWAYS: Final = -(1 << 62)
Lines = Mapping[tuple[UUID, int], list[Part]]


class Hop(NamedTuple):
    """A step of matter from one lot to the next; times are microseconds since 1970.

    It can go in until `last_in` and come out from `first_out` on; it surely goes in at `sure_in` and
    is out by `sure_out`. Equal for exact times. `amount` is in the own unit of the source, None where
    nothing is booked. Two hops whose `entered`/`left` is the same happened in one event.
    """

    source: UUID
    target: UUID
    sure_in: int
    last_in: int
    first_out: int
    sure_out: int
    entered: UUID
    left: UUID
    into: UUID
    out_of: UUID
    amount: int | None
    certain: bool
    pro_rated: bool


def moment(time: datetime) -> int:
    """Give a time as microseconds since 1970."""
    return (time - _START) // _TICK


def time_of(instant: int) -> datetime:
    """Give microseconds since 1970 as a time."""
    return _START + instant * _TICK


def hops_of(
    told: Sequence[Told],
    conversions: Iterable[Conversion],
    tanks: Mapping[UUID, Tank],
    mountings: Sequence[Mounting],
) -> list[Hop]:
    """Give every hop between lots."""
    found: list[Hop] = []
    for conversion in conversions:
        found.extend(_of_conversion(conversion))
        found.extend(_of_mountings(conversion, mountings))
    certain = {
        (row.step.event, part.number): part.certainty is Certainty.CERTAIN
        for row in told
        if row.step.kind in {Kind.FILL, Kind.DRAW}
        for part, _ in row.lines
    }
    for tank in tanks.values():
        for booking in tank.story.bookings:
            found.extend(_of_draw(tank, booking, certain))
    for row in told:
        if row.step.kind is Kind.ASSEMBLE:
            found.extend(_of_assembly(row.step))
    return found


def _of_conversion(conversion: Conversion) -> Iterator[Hop]:
    made = conversion.made
    if not made:
        return
    since, until = moment(conversion.since), moment(conversion.until)
    for source in conversion.inputs:
        parts = shares_of(source, conversion)
        for target, amount in zip(made, parts, strict=False):
            yield _converted(conversion, source, target, amount, (since, until))


def shares_of(source: Line, conversion: Conversion) -> list[int | None]:
    """Give how much of an input went to each output, waste last, in the input's own unit (R5)."""
    if source.amount is None:
        return [None] * len(conversion.outputs)
    parts = divide(source.amount, conversion.weights)
    return [
        part if weight else None for part, weight in zip(parts, conversion.weights, strict=True)
    ]


def _converted(
    conversion: Conversion, source: Line, target: Line, amount: int | None, span: tuple[int, int]
) -> Hop:
    assert source.part.object is not None and target.part.object is not None
    sure = Certainty.CERTAIN
    return Hop(
        source.part.object, target.part.object,
        moment(source.step.time), span[1], span[0],
        max(moment(target.step.until), moment(source.step.until)),
        conversion.id, conversion.id, source.step.event, target.step.event, amount,
        source.part.certainty is sure and target.part.certainty is sure,
        len(conversion.outputs) > 1,
    )  # fmt: skip


def _of_mountings(conversion: Conversion, mountings: Sequence[Mounting]) -> Iterator[Hop]:
    named = {line.part.object for line in conversion.lines}
    for mounting, step in mounted_during(conversion, mountings):
        if mounting.lot in named:
            continue
        for target in conversion.made:
            assert target.part.object is not None
            yield Hop(
                mounting.lot, target.part.object, moment(step.time), moment(step.until),
                moment(step.time), moment(step.until), conversion.id, conversion.id,
                mounting.event, target.step.event, None, False, False,
            )  # fmt: skip


def _of_draw(
    tank: Tank, booking: TankBooking, certain: Mapping[tuple[UUID, int], bool]
) -> Iterator[Hop]:
    target = booking.entry
    if target.lot is None:
        return
    given = {part.layer: part.own for part in booking.given}
    for number in booking.sources:
        source = tank.story.layers[number].entry
        if source.lot is None:
            continue
        sure = source.until <= target.time and _is_sure(source, certain)
        yield Hop(
            source.lot, target.lot, moment(source.time), moment(source.until),
            moment(target.time), moment(target.until), source.event, target.event, source.event,
            target.event, given.get(number), sure and _is_sure(target, certain), False,
        )  # fmt: skip


def _is_sure(entry: Entry, certain: Mapping[tuple[UUID, int], bool]) -> bool:
    return certain.get((entry.event, entry.number), True)


def _of_assembly(step: Step) -> Iterator[Hop]:
    """Give the hops of parts into the product that holds them from now on."""
    parent = next((part for part in step.parts if part.role is Role.PARENT), None)
    if parent is None or parent.object is None:
        return
    since, until = moment(step.time), moment(step.until)
    for part in step.parts:
        is_child = part.role is Role.CONTENT and part.object_kind is not ObjectKind.LOGISTIC_UNIT
        if is_child and part.object is not None:
            yield Hop(
                part.object, parent.object, since, until, since, until, step.event, step.event,
                step.event, step.event, None, part.certainty is Certainty.CERTAIN, False,
            )  # fmt: skip
