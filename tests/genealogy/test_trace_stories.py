"""What a trace tells of a small plant, captured through the door."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from lotline.access.records import Actor
from lotline.capture.records import LineRequest, MasterRef, Mode, ObjectRef
from lotline.genealogy import queries as genealogy
from lotline.genealogy.export import guarded, trace_csv
from lotline.genealogy.records import Direction, Trace
from lotline.kernel.errors import Forbidden, NotFound
from lotline.lots.events import Certainty, Kind, Reference
from tests.plant import ACTOR, Plant, accepted, kg, made, used

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(db: None) -> Plant:
    return Plant.build()


def trace(plant: Plant, code: str, direction: Direction = "both") -> Trace:
    return genealogy.trace(ACTOR, plant.id_of(code), direction)


def names(found: Trace, way: str) -> list[tuple[str, int]]:
    return [(t.row.code, t.distance) for t in (*found.lots, *found.units) if t.direction == way]


def reasons(found: Trace) -> dict[str, list[str]]:
    return {reason.code: [lot.code for lot in reason.lots] for reason in found.reasons}


def test_a_cup_is_traced_to_the_suppliers_lot_and_the_milk_to_the_customer(plant: Plant) -> None:
    plant.receive_from("A", "SUP-1")
    accepted(plant.make({"A": 60}, {"Y": 60}))
    accepted(plant.make({"Y": 60}, {"Z": 50}))
    papers = (Reference("order", "SO-9"), Reference("waybill", "W-1"))
    shipped = plant.send(
        Kind.SHIP, subjects=used({"Z": 20}), customer=MasterRef(code="C1"), references=papers
    )
    accepted(shipped)
    found = trace(plant, "Y")
    assert names(found, "back") == [("A", 1), ("SUP-1", 2)]
    assert names(found, "forward") == [("Z", 1)]
    (customer,) = found.customers
    assert (customer.party.code, customer.lots) == ("C1", 1)
    assert [(a.value, a.unit) for a in customer.quantity] == [("20", "KGM")]
    assert (customer.orders, customer.waybills) == (("SO-9",), ("W-1",))
    (supplier,) = found.suppliers
    assert (supplier.party.code, supplier.lots) == ("S1", 1)
    assert [(a.value, a.unit) for a in supplier.quantity] == [("100", "KGM")]
    assert found.complete and found.exact and found.reasons == ()


def test_a_customer_gets_of_a_pallet_only_what_was_on_it(plant: Plant) -> None:
    """The pallets of GENEALOGY R6: being on one pallet relates no two lots."""
    plant.receive("A")
    plant.receive("B")
    accepted(plant.pack("U1", {"A": 20, "B": 20}))
    accepted(plant.unpack("U1", {"A": 20}))
    accepted(plant.pack("U2", {"A": 20}))
    accepted(plant.pack("U3", {"U2": None}))
    accepted(plant.ship({"U1": None}, "C1"))
    accepted(plant.ship({"U3": None}, "C2"))
    a, b = trace(plant, "A"), trace(plant, "B")
    assert [(c.party.code, c.quantity[0].value) for c in a.customers] == [("C2", "20")]
    assert [(c.party.code, c.quantity[0].value) for c in b.customers] == [("C1", "20")]
    assert names(a, "forward") == [("U1", 1), ("U2", 1), ("U3", 2)]
    assert names(trace(plant, "U3"), "back") == [("A", 2), ("U2", 1)]
    assert [c.party.code for c in trace(plant, "U2").customers] == ["C2"]


def test_what_is_left_of_a_packing_is_not_counted_twice(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.pack("U1", {"A": 50}))
    accepted(plant.unpack("U1", {"A": 20}))
    accepted(plant.ship({"U1": None}, "C1"))
    accepted(plant.unpack("U1", {"A": 10}))
    (customer,) = trace(plant, "A").customers
    assert customer.quantity[0].value == "30"


def test_what_is_packed_after_shipping_left_with_the_rest_and_says_so(plant: Plant) -> None:
    plant.receive("A")
    plant.receive("B")
    accepted(plant.pack("U1", {"A": 50}))
    accepted(plant.ship({"U1": None}, "C1"))
    line = LineRequest(ObjectRef(scan="B"), kg(5))
    unit = ObjectRef(scan="U1")
    accepted(plant.send(Kind.PACK, unit=unit, subjects=(line,), mode=Mode.FACT))
    found = trace(plant, "B")
    assert [(c.party.code, c.quantity[0].value) for c in found.customers] == [("C1", "5")]
    assert reasons(found) == {"packed_after_shipping": ["B"]}
    assert found.complete and not found.exact


def test_more_used_than_there_was_is_disputed(plant: Plant) -> None:
    plant.receive("A", kg(10))
    accepted(plant.make({"A": 60}, {"Y": 60}, mode=Mode.FACT))
    found = trace(plant, "Y")
    assert reasons(found) == {"disputed": ["A"]}
    assert not found.complete and not found.exact


def test_a_lot_that_was_only_named_has_no_recorded_origin(plant: Plant) -> None:
    plant.receive("A", kg(10))
    line = LineRequest(ObjectRef(scan="GHOST"), kg(5))
    told = plant.send(
        Kind.TRANSFORM, inputs=(line,), outputs=made({"Y": 10}, "MIX"), mode=Mode.FACT,
        place=MasterRef(code="LINE"),
    )  # fmt: skip
    accepted(told)
    found = trace(plant, "Y", "back")
    assert reasons(found)["origin_unrecorded"] == ["GHOST"]
    assert not found.complete


def test_quantities_that_are_missing_or_only_possible_are_told(plant: Plant) -> None:
    plant.receive("A")
    plant.receive("B")
    inputs = (
        LineRequest(ObjectRef(scan="A")),
        LineRequest(ObjectRef(scan="B"), kg(5), certainty=Certainty.POSSIBLE),
    )
    told = plant.send(
        Kind.TRANSFORM, inputs=inputs, outputs=made({"Y": 10}, "MIX"), mode=Mode.FACT,
        place=MasterRef(code="LINE"),
    )  # fmt: skip
    accepted(told)
    found = trace(plant, "Y")
    assert reasons(found) == {
            "quantity_missing": ["A", "Y"], "possible_link": ["B", "Y"],
        }  # fmt: skip


def test_rework_into_itself_is_a_loop_and_nothing_worse(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.make({"A": 60}, {"P": 60}))
    accepted(plant.make({"P": 20}, {"W": 20}))
    again = LineRequest(ObjectRef(scan="P"), kg(20))
    inputs = (LineRequest(ObjectRef(scan="W"), kg(20)),)
    accepted(plant.send(Kind.MERGE, inputs=inputs, outputs=(again,), mode=Mode.FACT,
                        place=MasterRef(code="LINE")))  # fmt: skip
    found = trace(plant, "P")
    assert names(found, "back") == [("A", 1), ("W", 1)]
    assert names(found, "forward") == [("W", 1)]
    assert reasons(found) == {"cycle": ["P", "W"]}
    assert found.complete and found.exact


def test_a_late_record_stands_at_its_own_time(plant: Plant) -> None:
    """Unpacking recorded late still ends the stay before the shipment."""
    plant.receive("A")
    accepted(plant.pack("U1", {"A": 20}))
    before = plant.clock.now()
    plant.clock.advance(timedelta(minutes=5))
    accepted(plant.ship({"U1": None}, "C1"))
    late = LineRequest(ObjectRef(scan="A"), kg(20))
    told = plant.send(
        Kind.UNPACK, unit=ObjectRef(scan="U1"), subjects=(late,), mode=Mode.FACT,
        event_time=before, to_place=MasterRef(code="WH"),
    )  # fmt: skip
    accepted(told)
    assert trace(plant, "A").customers == ()


def test_who_may_not_trace_is_refused_and_what_is_not_there_is_not_found(plant: Plant) -> None:
    lot = plant.receive("A")
    with pytest.raises(Forbidden):
        genealogy.trace(Actor(None, "x", frozenset({"lots.read"})), lot)
    with pytest.raises(Forbidden):
        genealogy.graph(Actor(None, "x", frozenset({"lots.read"})), lot)
    with pytest.raises(NotFound, match=r"lot\.not_found"):
        genealogy.trace(ACTOR, uuid4())


def test_the_table_has_one_row_a_lot_and_no_formula(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.make({"A": 60}, {"=1+1": 60}))
    table = trace_csv(trace(plant, "A"), "zh")
    assert table.startswith(b"\xef\xbb\xbf")
    lines = table.decode("utf-8-sig").splitlines()
    assert [line.split(",")[3] for line in lines] == ["批号", "A", "'=1+1"]
    assert guarded(iter((" @x", "＝1", "\tx", "-1", "1"))) == ["' @x", "'＝1", "'\tx", "'-1", "1"]


def test_the_picture_of_a_lot_names_events_places_and_customers(plant: Plant) -> None:
    plant.receive_from("A", "SUP-1")
    accepted(plant.make({"A": 60}, {"Y": 60}))
    accepted(plant.ship({"Y": 20}))
    drawn = genealogy.graph(ACTOR, plant.id_of("Y"))
    shown = {(node.type, node.label, node.sublabel, node.layer) for node in drawn.nodes}
    assert shown == {
        ("supplier", "供应商", "S1", -5), ("supplier_lot", "SUP-1", "原料", -4),
        ("event", "receive", "WH", -3), ("lot", "A", "原料", -2),
        ("event", "transform", "LINE", -1), ("lot", "Y", "半成品", 0),
        ("customer", "C1", "C1", 1),
    }  # fmt: skip
    lines = sorted((edge.kind, edge.quantity and edge.quantity.value) for edge in drawn.edges)
    assert lines == [
        ("input", "100"), ("input", "60"), ("output", "100"), ("output", "60"), ("ship", "20"),
        ("supply", None),
    ]  # fmt: skip
    assert (drawn.totals.lots, drawn.totals.suppliers, drawn.totals.customers) == (2, 1, 1)


def test_eleven_pallets_to_one_customer_are_one_card_until_it_is_opened(plant: Plant) -> None:
    lot: UUID = plant.receive("A")
    pallets = [f"U{number}" for number in range(11)]
    for pallet in pallets:
        accepted(plant.pack(pallet, {"A": 5}))
    accepted(plant.ship(dict.fromkeys(pallets)))
    drawn = genealogy.graph(ACTOR, lot, "forward")
    (group,) = [node.group for node in drawn.nodes if node.group]
    assert (group.count, group.member_kind, group.sum) == (11, "logistic_unit", None)
    lines = {edge.kind: (edge.count, edge.quantity and edge.quantity.value) for edge in drawn.edges}
    assert lines == {"pack": (11, "55"), "ship": (11, "55")}
    opened = genealogy.graph(ACTOR, lot, "forward", frozenset({group.id}))
    assert sorted(n.label for n in opened.nodes if n.type == "logistic_unit") == sorted(pallets)
