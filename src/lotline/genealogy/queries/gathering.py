"""Everything that the fold of an answer needs: wide reach, units around it, tanks between; no actor (internal).

The walk in the database may find too much and never too little (ADR 0014); what it finds is read as
steps and folded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import connection

from lotline.genealogy.queries.reach import reach
from lotline.lots import queries as lots
from lotline.lots.folds.around import PlaceKind, Plant, TankModel
from lotline.lots.folds.step import Declaration, Step
from lotline.masterdata import queries as masterdata


@dataclass(frozen=True, slots=True)
class Gathered:
    """Steps with what was said against them, and the masters that their folds read."""

    steps: list[Step]
    declarations: list[Declaration]
    plant: Plant


_AROUND: Final = (
    "WITH RECURSIVE around(object) AS (SELECT o FROM unnest(%s::uuid[]) o UNION"
    " SELECT i.parent FROM around a JOIN genealogy_event_item i"
    "  ON i.object = a.object AND i.parent IS NOT NULL)"
    " SELECT object FROM around"
)
_INSIDE: Final = (
    "WITH RECURSIVE inside(object) AS (SELECT o FROM unnest(%s::uuid[]) o UNION"
    " SELECT i.object FROM inside a JOIN genealogy_event_item i ON i.parent = a.object)"
    " SELECT object FROM inside"
)


def gather(starts: Iterable[UUID], *, back: bool, forward: bool, origins: bool = False) -> Gathered:
    """Read all that can bear on what the starts came from, or became; `origins` adds what went into that."""
    lots_found = set(starts)
    behind = reach(lots_found, "back") if back else set()
    ahead = reach(lots_found, "forward") if forward else set()
    if origins:
        behind |= reach(lots_found | ahead, "back")
    wide = around(lots_found | behind | ahead)
    events = lots.events_of(wide)
    steps = lots.steps(events)
    tanks = {step.tank for step in steps if step.tank is not None}
    links = {step.link for step in steps if step.link is not None}
    if tanks or links:
        more = lots.events_of_tanks(tanks) | lots.events_of_links(links)
        steps = lots.steps(events | more)
    said = lots.declarations(step.event for step in steps)
    return Gathered(steps, said, _plant(steps, tanks))


def around(objects: Iterable[UUID]) -> set[UUID]:
    """Give objects with all units that were ever around them."""
    return _objects(_AROUND, objects)


def inside(units: Iterable[UUID]) -> set[UUID]:
    """Give units with all that was ever inside them."""
    return _objects(_INSIDE, units)


def _objects(sql: str, objects: Iterable[UUID]) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(objects)])
        return {found for (found,) in cursor.fetchall()}


def _plant(steps: Iterable[Step], tanks: set[UUID]) -> Plant:
    places = {
        holder.id
        for step in steps
        for part in step.parts
        for holder in (part.source, part.target)
        if holder is not None
    }
    places |= {step.place for step in steps if step.place is not None}
    known = masterdata.locations(places)
    models = {
        tank.id: TankModel(tank.tank_model)
        for tank in masterdata.equipment(tanks).values()
        if tank.tank_model
    }
    return Plant(
        {place.id: place.code for place in known.values()},
        {place.id: PlaceKind(place.kind.value) for place in known.values()},
        models,
    )
