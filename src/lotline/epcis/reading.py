"""An event as JSON becomes a record; the schema has been kept, so shapes are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lotline.epcis.fields import fields_of
from lotline.epcis.namespaces import of_contexts
from lotline.epcis.records import EpcisEvent, ErrorDeclaration, Json, Quantity, TypedId
from lotline.epcis.times import parse_time
from lotline.epcis.vocabulary import short_name
from lotline.kernel.decimals import parse_decimal
from lotline.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Setting:
    """What the document says about every event in it: its context, and what was tolerated."""

    context: object = None
    tolerated: tuple[str, ...] = ()


def read_event(event: dict[str, Any], pointer: str, setting: Setting) -> EpcisEvent:
    """Make the record of one event that keeps the schema."""
    known = fields_of(event["type"])
    raw = {name: value for name, value in event.items() if name in known}
    names = of_contexts(setting.context, raw.get("@context"))
    record = raw.get("recordTime")
    lasting = _lasting(raw.get("persistentDisposition", {}), pointer)
    return EpcisEvent(
        type=raw["type"],
        event_time=parse_time(raw["eventTime"], f"{pointer}/eventTime"),
        offset=raw["eventTimeZoneOffset"],
        record_time=None if record is None else parse_time(record, f"{pointer}/recordTime"),
        event_id=raw.get("eventID"),
        action=raw.get("action"),
        biz_step=_word("BizStep", raw.get("bizStep"), names),
        disposition=_word("Disp", raw.get("disposition"), names),
        dispositions_set=_words("Disp", lasting.get("set", ()), names),
        dispositions_unset=_words("Disp", lasting.get("unset", ()), names),
        read_point=raw.get("readPoint", {}).get("id"),
        biz_location=raw.get("bizLocation", {}).get("id"),
        parent_id=raw.get("parentID"),
        epcs=tuple(raw.get("epcList", ())),
        quantities=_quantities(raw, "quantityList", pointer),
        child_epcs=tuple(raw.get("childEPCs", ())),
        child_quantities=_quantities(raw, "childQuantityList", pointer),
        input_epcs=tuple(raw.get("inputEPCList", ())),
        input_quantities=_quantities(raw, "inputQuantityList", pointer),
        output_epcs=tuple(raw.get("outputEPCList", ())),
        output_quantities=_quantities(raw, "outputQuantityList", pointer),
        transformation_id=raw.get("transformationID"),
        biz_transactions=_typed(raw, "bizTransactionList", "bizTransaction", "BTT", names),
        sources=_typed(raw, "sourceList", "source", "SDT", names),
        destinations=_typed(raw, "destinationList", "destination", "SDT", names),
        certifications=_texts(raw.get("certificationInfo", ())),
        ilmd=raw.get("ilmd", {}),
        sensor_elements=tuple(raw.get("sensorElementList", ())),
        error_declaration=_declaration(raw.get("errorDeclaration"), pointer, names),
        extensions={name: value for name, value in event.items() if name not in known},
        raw=event,
        context=raw.get("@context", setting.context),
        namespaces=names,
        tolerated=setting.tolerated,
    )


def _lasting(value: object, pointer: str) -> dict[str, list[str]]:
    """Check what the schema types for some kinds of event only."""
    shaped = isinstance(value, dict) and all(
        isinstance(words, list) and all(isinstance(word, str) for word in words)
        for words in value.values()
    )
    if not isinstance(value, dict) or not shaped or not value.keys() <= {"set", "unset"}:
        raise Invalid.at(f"{pointer}/persistentDisposition", "epcis.wrong_type", value="…")
    return value


def _word(vocabulary: str, word: str | None, names: Mapping[str, str]) -> str | None:
    return None if word is None else short_name(vocabulary, word, names)


def _words(vocabulary: str, words: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(short_name(vocabulary, word, names) for word in words)


def _texts(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _quantities(raw: dict[str, Any], name: str, pointer: str) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(
            epc_class=one["epcClass"],
            value=_amount(one.get("quantity"), f"{pointer}/{name}/{at}/quantity"),
            uom=one.get("uom"),
        )
        for at, one in enumerate(raw.get(name, ()))
    )


def _amount(value: int | Decimal | None, pointer: str) -> Decimal | None:
    if value is None:
        return None
    amount = parse_decimal(value, pointer)
    if amount < 0:
        raise Invalid.at(pointer, "epcis.negative_quantity", value=value)
    return amount


def _typed(
    raw: dict[str, Any], name: str, key: str, vocabulary: str, names: Mapping[str, str]
) -> tuple[TypedId, ...]:
    return tuple(
        TypedId(type=_word(vocabulary, one.get("type"), names), id=one[key])
        for one in raw.get(name, ())
    )


def _declaration(
    raw: Json | None, pointer: str, names: Mapping[str, str]
) -> ErrorDeclaration | None:
    if raw is None:
        return None
    known: dict[str, Any] = raw
    return ErrorDeclaration(
        time=parse_time(known["declarationTime"], f"{pointer}/errorDeclaration/declarationTime"),
        reason=_word("ER", known.get("reason"), names),
        corrective_event_ids=tuple(known.get("correctiveEventIDs", ())),
    )
