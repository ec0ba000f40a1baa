"""Every kind of ours is an event of the standard, in the words of its vocabulary."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import uuid4

import pytest

from lotline.epcis.vocabulary import CBV, web_uri
from lotline.lots.events import (
    Birth,
    Kind,
    Line,
    Measure,
    ObjectKind,
    Quality,
    Reference,
    Role,
    TraceEvent,
)
from lotline.lots.events.shapes import OWN_STEP, EpcisShape, epcis_shape, order_of, waybill_of

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
TYPES = {"ObjectEvent", "AggregationEvent", "AssociationEvent", "TransformationEvent"}


def happened(kind: Kind, *lines: Line, **more: Any) -> TraceEvent:
    """Give an event of a kind."""
    return TraceEvent(
        uuid4(), kind, "command", "test", WHEN, "+00:00", date(2026, 3, 1), lines, **more
    )


@cache
def words(name: str) -> frozenset[str]:
    """Give the standard's own words for a dimension."""
    folder = files("lotline.epcis") / "standard"
    schema = json.loads((folder / "epcis-json-schema-2.0.1.json").read_text(encoding="utf-8"))
    return frozenset(schema["definitions"][name]["anyOf"][1]["enum"])


def every(shape: EpcisShape) -> list[EpcisShape]:
    """Give a shape and what goes with it."""
    return [shape, *shape.companions]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_shape_in_the_standards_words(kind: Kind) -> None:
    for shape in every(epcis_shape(happened(kind))):
        assert shape.type in TYPES
        assert (shape.action is None) == (shape.type == "TransformationEvent")
        assert shape.action in {None, "ADD", "OBSERVE", "DELETE"}
        step = shape.biz_step or ""
        assert step in words("bizStep") or step == f"{OWN_STEP}{kind.value}"
        assert web_uri("BizStep", step, {}).startswith((CBV, OWN_STEP))
        lasting = {*shape.dispositions_set, *shape.dispositions_unset}
        assert lasting | {shape.disposition or "active"} <= words("disposition")
        assert set(shape.lists.values()) <= {"epc", "parent", "child", "input", "output"}


def test_what_has_no_number_of_its_makers_is_commissioned_and_received() -> None:
    ours = Line(1, Role.OUTPUT, uuid4(), birth=Birth(ObjectKind.LOT, "260301-001"))
    shape = epcis_shape(happened(Kind.RECEIVE, ours))
    assert (shape.action, shape.biz_step) == ("OBSERVE", "receiving")
    assert [(x.action, x.biz_step) for x in shape.companions] == [("ADD", "commissioning")]
    theirs = replace(ours, birth=replace(ours.birth, uri="https://id.gs1.org/01/0/10/A"))  # type: ignore[type-var]
    assert epcis_shape(happened(Kind.RECEIVE, theirs)).companions == ()


def test_the_first_of_a_lot_commissions_it_and_more_of_it_does_not() -> None:
    new = Line(1, Role.OUTPUT, uuid4(), birth=Birth(ObjectKind.LOT, "Y"))
    more = replace(new, birth=None)
    assert epcis_shape(happened(Kind.TRANSFORM, new)).biz_step == "commissioning"
    assert epcis_shape(happened(Kind.DRAW, new)).biz_step == f"{OWN_STEP}draw"
    assert epcis_shape(happened(Kind.MERGE, more)).biz_step == "creating_class_instance"


def test_a_verdict_lasts() -> None:
    good = epcis_shape(happened(Kind.INSPECT, verdict=Quality.CONFORMING))
    bad = epcis_shape(happened(Kind.INSPECT, verdict=Quality.NONCONFORMING))
    assert good.dispositions_set == bad.dispositions_unset == ("conformant",)
    assert bad.dispositions_set == good.dispositions_unset == ("non_conformant",)


def test_a_difference_adds_or_deletes() -> None:
    def adjusted(value: int) -> EpcisShape:
        line = Line(1, Role.SUBJECT, uuid4(), Measure(Decimal(value), "KGM"))
        return epcis_shape(happened(Kind.ADJUST, line))

    assert (adjusted(3).action, adjusted(-3).action) == ("ADD", "DELETE")


def test_goods_come_back_or_go_back() -> None:
    assert epcis_shape(happened(Kind.RETURN)).biz_step == "receiving"
    back = epcis_shape(happened(Kind.RETURN, supplier=uuid4()))
    assert (back.biz_step, back.disposition) == ("shipping", "returned")
    anew = Line(1, Role.OUTPUT, uuid4())
    assert epcis_shape(happened(Kind.RETURN, anew)).type == "TransformationEvent"


def test_taking_a_shipment_back_is_void_shipping_and_all_else_an_error_declaration() -> None:
    correction = happened(Kind.CORRECT)
    void = epcis_shape(correction, happened(Kind.SHIP))
    assert (void.biz_step, void.declares_error) == ("void_shipping", False)
    declared = epcis_shape(correction, happened(Kind.PACK))
    assert (declared.type, declared.action, declared.declares_error) == (
        "AggregationEvent", "ADD", True,
    )  # fmt: skip


def test_the_papers_of_a_shipment_are_found_in_any_of_their_words() -> None:
    papers = (Reference("rma", "R"), Reference("po", "P-1"), Reference("bol", "W-1"))
    assert (order_of(papers), waybill_of(papers)) == ("P-1", "W-1")
    assert order_of(papers[:1]) is None
