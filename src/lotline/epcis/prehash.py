"""An event as the one string that is hashed, whoever wrote it and in whichever order.

Answers: are these two messages the same event? CBV 2.0 §8.9.2: fields in the canonical property
order, `key=value` without separators, lists sorted, names of extensions in full. eventID,
recordTime and errorDeclaration are left out, so a declaration hashes like the event it voids.
It misleads where a partner withheld fields: a redacted event is another event.
"""

from typing import Final

from lotline.epcis.fields import fields_of
from lotline.epcis.hash_writers import (
    Order,
    group,
    listed_once,
    lot_data,
    moment,
    nested,
    one_value,
    word,
)
from lotline.epcis.records import EpcisEvent


def prehash(event: EpcisEvent) -> str:
    """Write the string that stands for what the event says."""
    names = event.namespaces
    raw = {name: value for name, value in event.raw.items() if name not in _LEFT_OUT}
    known = fields_of(event.type)
    order = tuple((name, write) for name, write in _EVENT if name in known)
    return f"eventType={event.type}{group(raw, order, names)}"


_LEFT_OUT: Final = frozenset({"@context", "type", "eventID", "recordTime", "errorDeclaration"})

_EPCS: Final = listed_once("epc")
_QUANTITIES: Final = listed_once(
    "quantityElement", (("epcClass", one_value), ("quantity", one_value), ("uom", one_value))
)
_PLACE: Final = nested((("id", one_value),))
_SENSOR_METADATA: Final[Order] = (
    ("time", moment),
    ("startTime", moment),
    ("endTime", moment),
    ("deviceID", one_value),
    ("deviceMetadata", one_value),
    ("rawData", one_value),
    ("dataProcessingMethod", one_value),
    ("bizRules", one_value),
)
_SENSOR_REPORT: Final[Order] = (
    ("type", word("gs1")),
    ("exception", word("gs1")),
    ("deviceID", one_value),
    ("deviceMetadata", one_value),
    ("rawData", one_value),
    ("dataProcessingMethod", one_value),
    ("time", moment),
    ("microorganism", one_value),
    ("chemicalSubstance", one_value),
    ("value", one_value),
    ("component", word("Comp")),
    ("stringValue", one_value),
    ("booleanValue", one_value),
    ("hexBinaryValue", one_value),
    ("uriValue", one_value),
    ("minValue", one_value),
    ("maxValue", one_value),
    ("meanValue", one_value),
    ("sDev", one_value),
    ("percRank", one_value),
    ("percValue", one_value),
    ("uom", one_value),
    ("coordinateReferenceSystem", one_value),
)
_SENSORS: Final = listed_once(
    "sensorElement",
    (("sensorMetadata", nested(_SENSOR_METADATA)), ("sensorReport", nested(_SENSOR_REPORT))),
)
# CBV 2.0 §8.9.2, canonical property order.
_EVENT: Final[Order] = (
    ("eventTime", moment),
    ("eventTimeZoneOffset", one_value),
    ("certificationInfo", one_value),
    ("epcList", _EPCS),
    ("parentID", one_value),
    ("inputEPCList", _EPCS),
    ("childEPCs", _EPCS),
    ("quantityList", _QUANTITIES),
    ("childQuantityList", _QUANTITIES),
    ("inputQuantityList", _QUANTITIES),
    ("outputEPCList", _EPCS),
    ("outputQuantityList", _QUANTITIES),
    ("action", one_value),
    ("transformationID", one_value),
    ("bizStep", word("BizStep")),
    ("disposition", word("Disp")),
    ("persistentDisposition", nested((("set", word("Disp")), ("unset", word("Disp"))))),
    ("readPoint", _PLACE),
    ("bizLocation", _PLACE),
    ("bizTransactionList", listed_once("", (("type", word("BTT")), ("bizTransaction", one_value)))),
    # The property table names the source first; all published hashes put the destination first.
    ("destinationList", listed_once("", (("type", word("SDT")), ("destination", one_value)))),
    ("sourceList", listed_once("", (("type", word("SDT")), ("source", one_value)))),
    ("sensorElementList", _SENSORS),
    ("ilmd", lot_data),
)
