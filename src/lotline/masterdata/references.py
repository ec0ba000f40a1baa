"""Whether what a draft points at is there, and points back at nothing but what it may."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection

from lotline.kernel.errors import Violation
from lotline.masterdata import models
from lotline.masterdata.records import (
    CharacteristicDraft,
    EquipmentDraft,
    LocationDraft,
    Named,
    OrderDraft,
)

Pointed = tuple[str, type[models.Master], UUID]
Maybe = tuple[str, type[models.Master], UUID | None]


def violations(draft: Named, itself: UUID | None) -> Iterator[Violation]:
    """Give every reference to nothing, and a place that would stand inside itself."""
    yield from _missing(_pointed(draft))
    parent = draft.parent if isinstance(draft, LocationDraft) else None
    if itself and parent and _stands_in(parent, itself):
        yield Violation("/parent", "masterdata.place_in_itself")


def _pointed(draft: Named) -> Iterator[Maybe]:
    if isinstance(draft, LocationDraft):
        yield "/site", models.Site, draft.site
        yield "/parent", models.Location, draft.parent
        yield "/party", models.Party, draft.party
    elif isinstance(draft, EquipmentDraft):
        yield "/location", models.Location, draft.location
    elif isinstance(draft, CharacteristicDraft):
        yield "/product", models.Product, draft.product
    elif isinstance(draft, OrderDraft):
        yield "/party", models.Party, draft.party
        for number, line in enumerate(draft.lines):
            yield f"/lines/{number}/product", models.Product, line.product


def _missing(pointed: Iterable[Maybe]) -> Iterator[Violation]:
    wanted = [(where, model, id_) for where, model, id_ in pointed if id_ is not None]
    there = {model: _there(model, wanted) for model in {found[1] for found in wanted}}
    for pointer, model, id_ in wanted:
        if id_ not in there[model]:
            yield Violation(pointer, "masterdata.unknown_reference", {"id": str(id_)})


def _there(model: type[models.Master], wanted: list[Pointed]) -> set[UUID]:
    ids = {id_ for _, other, id_ in wanted if other is model}
    return set(model._default_manager.filter(id__in=ids).values_list("id", flat=True))


def _stands_in(place: UUID, outer: UUID) -> bool:
    # One change of the tree of places at a time: two at once could close a loop unseen.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('masterdata.location.parent'))")
    parents = dict(models.Location.objects.values_list("id", "parent_id"))
    here: UUID | None = place
    while here is not None and here != outer:
        here = parents.get(here)
    return here == outer
