"""What a blast radius can be narrowed by."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.genealogy.queries.scope import suspects_of, world_around
from lotline.genealogy.records import Facet, ParameterFacet, ScopeFacets, ScopeQuestion
from lotline.kernel.decimals import plain
from lotline.lots import queries as lots
from lotline.lots.queries import Measured
from lotline.masterdata import queries as masterdata


def scope_facets(actor: Actor, question: ScopeQuestion) -> ScopeFacets:
    """Tell what a blast radius can be narrowed by: values, and how many lots each would keep."""
    access.require(actor, "trace.read")
    suspects = suspects_of(question.lots)
    reach = world_around(suspects, question).trace(suspects, question.since).forward
    found = lots.exposures({*suspects, *(reach.plain if question.plain else reach.lots)})
    language = actor.language
    return ScopeFacets(
        found.starts,
        found.ends,
        _facets(found.equipment, masterdata.equipment(found.equipment), language),
        tuple(Facet(who, who, count) for who, count in sorted(found.operators.items())),
        _facets(found.suppliers, masterdata.parties(found.suppliers), language),
        _facets(found.places, masterdata.locations(found.places), language),
        tuple(_parameter(measured) for measured in found.measured),
    )


def _facets(
    counts: Mapping[UUID, int], masters: Mapping[UUID, Any], language: str
) -> tuple[Facet, ...]:
    found = [
        Facet(str(id_), masters[id_].title(language), count)
        for id_, count in counts.items()
        if id_ in masters
    ]
    return tuple(sorted(found, key=lambda facet: (-facet.lots, facet.label)))


def _parameter(found: Measured) -> ParameterFacet:
    lowest, highest = (
        None if value is None else plain(value) for value in (found.lowest, found.highest)
    )
    return ParameterFacet(
        found.kde, found.kde, found.unit, lowest, highest, found.outside, found.lots
    )
