"""The names that EPCIS 2.0 itself gives to the fields of an event; all others are extensions."""

from typing import Final

EVENT_FIELDS: Final = frozenset(
    {
        "@context", "type", "eventID", "eventTime", "eventTimeZoneOffset", "recordTime",
        "errorDeclaration", "certificationInfo", "action", "bizStep", "disposition",
        "persistentDisposition", "readPoint", "bizLocation", "parentID", "epcList",
        "quantityList", "childEPCs", "childQuantityList", "inputEPCList", "inputQuantityList",
        "outputEPCList", "outputQuantityList", "transformationID", "bizTransactionList",
        "sourceList", "destinationList", "sensorElementList", "ilmd",
    }
)  # fmt: skip

COMMON_FIELDS: Final = frozenset(
    {
        "@context", "type", "eventID", "eventTime", "eventTimeZoneOffset", "recordTime",
        "errorDeclaration", "certificationInfo",
    }
)  # fmt: skip
"""What every event has; of an event type of others, nothing else has a known shape."""

EVENT_TYPES: Final = frozenset(
    {
        "ObjectEvent",
        "AggregationEvent",
        "TransactionEvent",
        "TransformationEvent",
        "AssociationEvent",
    }
)


def fields_of(event_type: object) -> frozenset[str]:
    """Give the names whose meaning the standard fixes for an event of this type."""
    return EVENT_FIELDS if event_type in EVENT_TYPES else COMMON_FIELDS
