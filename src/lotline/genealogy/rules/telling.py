"""A fold told line by line: which object stood on which side of which step, and what was in what; pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from lotline.genealogy.records import Incidence, Stay
from lotline.genealogy.rules.flow.core import Core
from lotline.genealogy.rules.flow.mounts import mounted_during
from lotline.genealogy.rules.flow.told import Told
from lotline.genealogy.rules.incidence import side_of
from lotline.genealogy.rules.stays import Packing, stays_of
from lotline.lots.events import Certainty, Kind, Measure, Role
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.flow import Booking
from lotline.lots.folds.step import Part


def incidences_of(core: Core) -> list[Incidence]:
    """Give every line that the reader may see, in the order of the fold."""
    links = _links(core)
    found = [
        _incidence(row, part, booking, links.get(row.step.event, row.step.event))
        for row in core.fold.told
        if row.step.event not in core.hidden
        for part, booking in row.lines
        if part.object is not None
    ]
    return found + list(_mounted(core, links))


def packed(core: Core) -> list[Stay]:
    """Give how long each thing was in each logistic unit, [packed, unpacked) (GENEALOGY R6)."""
    packings: dict[tuple[UUID, UUID], list[Packing]] = defaultdict(list)
    for row in core.fold.told:
        parent = next((p.object for p in row.step.parts if p.role is Role.PARENT), None)
        if parent is None or row.step.kind not in _PACKING or row.step.event in core.hidden:
            continue
        for part, _ in row.lines:
            if part.object is not None and part.role is Role.CONTENT:
                packings[parent, part.object].append(_packing(row, part))
    return [
        Stay(unit, child, number, stay.starts, stay.ends,
             _measure(stay.quantity, stay.measure), stay.packed_by)
        for (unit, child), told in packings.items()
        for number, stay in enumerate(stays_of(told))
    ]  # fmt: skip


def _links(core: Core) -> dict[UUID, UUID]:
    """Give what joins the lines of each event: its conversion, or its campaign in a tank."""
    found = {
        line.step.event: conversion.id
        for conversion in core.conversions
        for line in conversion.lines
    }
    for tank in core.tanks.values():
        for booking in tank.story.bookings:
            if booking.entry.lot is not None:
                found[booking.entry.event] = uuid5(tank.id, str(booking.campaign))
    return found


def _mounted(core: Core, links: dict[UUID, UUID]) -> Iterator[Incidence]:
    for conversion in core.conversions:
        for number, (mounting, step) in enumerate(mounted_during(conversion, core.mountings)):
            if step.event not in core.hidden:
                yield Incidence(
                    step.event, -1 - number, links[step.event], mounting.lot, "in", step.kind.value,
                    Role.INPUT.value, None, decimal_of(0), Certainty.POSSIBLE.value, step.time,
                    None, None, ("mounted",),
                )  # fmt: skip


def _incidence(row: Told, part: Part, booking: Booking, link: UUID) -> Incidence:
    step = row.step
    assert part.object is not None
    inside = part.role is Role.CONTENT and step.kind in _PACKING
    parents: Iterable[UUID | None] = (p.object for p in step.parts if p.role is Role.PARENT)
    return Incidence(
        step.event, part.number, link, part.object, side_of(step.kind, part.role),
        step.kind.value, part.role.value, _measure(part.quantity, part.unit),
        decimal_of(booking.disputed), part.certainty.value, step.time,
        next(iter(parents), None) if inside else None, step.customer,
        tuple(sorted(part.flags | booking.flags)),
    )  # fmt: skip


def _packing(row: Told, part: Part) -> Packing:
    into = row.step.kind is Kind.PACK
    return Packing(row.step.event, into, row.step.time, part.quantity, part.unit)


def _measure(value: object, unit: str | None) -> Measure | None:
    return None if value is None or unit is None else Measure(value, unit)  # type: ignore[arg-type]


_PACKING = frozenset({Kind.PACK, Kind.UNPACK})
