"""The lines of a foreign event, in the groups of our captures; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from lotline.capture.records import LineRequest
from lotline.connectors.rules.naming import Known, amount, instance
from lotline.epcis.records import EpcisEvent, Quantity
from lotline.lots.events import Kind, Measure, ObjectKind

Lines = tuple[LineRequest, ...]
HOLDING: Final = frozenset({Kind.PACK, Kind.UNPACK, Kind.ASSEMBLE, Kind.DISASSEMBLE})
_STEPS: Final = frozenset({Kind.TRANSFORM, Kind.REWORK})
_EXPIRES: Final = ("itemExpirationDate", "bestBeforeDate")
_LOT_DATA: Final = "urn:epcglobal:cbv:mda"


def groups_of(event: EpcisEvent, kind: Kind, known: Known) -> dict[str, Lines]:
    """Give the lines as inputs, outputs or subjects, whatever the kind has."""
    if kind in _STEPS:
        made = _lines(event.output_epcs, event.output_quantities, known)
        return {
            "inputs": _lines(event.input_epcs, event.input_quantities, known),
            "outputs": _with_lot_data(event, made),
        }
    if kind in HOLDING:
        return {"subjects": _lines(event.child_epcs, event.child_quantities, known)}
    named = tuple(_named(event, kind, known))
    if kind is Kind.RECEIVE:
        return {"outputs": _with_lot_data(event, named)}
    if kind is Kind.ADJUST and event.action == "DELETE":
        return {"subjects": tuple(_less(line) for line in named)}
    return {"subjects": _mentioned(named) if kind is Kind.CORRECT else named}


def _less(line: LineRequest) -> LineRequest:
    measure = line.quantity
    return replace(line, quantity=Measure(-measure.value, measure.unit) if measure else None)


def _mentioned(lines: Lines) -> Lines:
    """Name each object once, without a quantity: a declaration moves nothing by itself."""
    once = {line.lot.uri: replace(line, quantity=None) for line in reversed(lines)}
    return tuple(reversed(once.values()))


def _named(event: EpcisEvent, kind: Kind, known: Known) -> Iterator[LineRequest]:
    everything = kind in {Kind.PROCESS, Kind.CORRECT}
    yield from _lines(event.epcs, event.quantities, known)
    if event.parent_id is not None:
        yield instance(event.parent_id, known, ObjectKind.LOGISTIC_UNIT)
    # What goes with its unit is not named a second time, or it would leave the unit.
    if event.parent_id is None or everything:
        yield from _lines(event.child_epcs, event.child_quantities, known)
    if everything:
        yield from _lines(event.input_epcs, event.input_quantities, known)
        yield from _lines(event.output_epcs, event.output_quantities, known)


def _lines(epcs: Iterable[str], quantities: Iterable[Quantity], known: Known) -> Lines:
    return (
        *(instance(epc, known) for epc in epcs),
        *(amount(quantity, known) for quantity in quantities),
    )


def _with_lot_data(event: EpcisEvent, lines: Lines) -> Lines:
    """Put the dates that the event gives its new lots onto their stubs."""
    expires = _expiry(event)
    if expires is None:
        return lines
    return tuple(
        replace(line, lot=replace(line.lot, stub=replace(line.lot.stub, expires_on=expires)))
        if line.lot.stub is not None and line.lot.stub.kind is not ObjectKind.LOGISTIC_UNIT
        else line
        for line in lines
    )


def _expiry(event: EpcisEvent) -> date | None:
    prefixes = [name for name, uri in event.namespaces.items() if uri == _LOT_DATA]
    for attribute in _EXPIRES:
        for prefix in prefixes:
            value = event.ilmd.get(f"{prefix}:{attribute}")
            try:
                return date.fromisoformat(str(value)[:10])
            except ValueError:
                continue
    return None
