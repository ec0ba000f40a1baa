"""The place of goods on their way to a customer: shipped, no longer on hand, not yet theirs."""

from uuid import UUID

from lotline.kernel.ids import uuid_of_uri
from lotline.masterdata import models, paging, records
from lotline.masterdata.saving import refusing_doubles


def keep_transit(party: records.Party) -> UUID:
    """Make sure that a customer has one place of transit, under the customer's present name."""
    code, name = f"TRANSIT:{party.code}", f"在途：{party.name}"
    name_en = f"In transit: {party.name_en or party.name}"
    named = {"code": code, "name": name, "name_en": name_en, **paging.derived(code, name, name_en)}
    with refusing_doubles():
        place, _ = models.Location.objects.update_or_create(
            kind=records.PlaceKind.TRANSIT,
            party_id=party.id,
            defaults=named,
            create_defaults={"id": transit_id(party.id), **named},
        )
    return place.id


def transit_id(party: UUID) -> UUID:
    """Give the identity of a customer's place of transit, the same every time."""
    return uuid_of_uri(f"urn:uuid:{party}#transit")
