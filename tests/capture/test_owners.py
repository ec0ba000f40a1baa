"""Material of other owners, catch weight, and quantities in other units."""

from decimal import Decimal

import pytest

from lotline.capture import operations as door
from lotline.capture.records import Accepted, LineRequest, MasterRef, NewObject, ObjectRef
from lotline.kernel.ids import uuid7
from lotline.ledger import queries as history
from lotline.lots.events import Kind, ObjectKind, from_payload
from tests.plant import ACTOR, Plant, accepted, kg, made, refused, used

pytestmark = pytest.mark.django_db
C1, C2 = MasterRef(code="C1"), MasterRef(code="C2")
LINE = MasterRef(code="LINE")


def test_customer_furnished_material_is_used_only_for_its_owner(plant: Plant) -> None:
    plant.receive("THEIRS", owner=C1)
    assert refused(plant.make({"THEIRS": 1}, {"Y1": 1})) == ["lot.other_owner"]
    assert refused(plant.make({"THEIRS": 1}, {"Y2": 1}, owner=C2)) == ["lot.other_owner"]
    accepted(plant.make({"THEIRS": 1}, {"Y3": 1}, owner=C1))
    line = LineRequest(ObjectRef(scan="THEIRS"), kg(1), owner=C1)
    accepted(plant.send(Kind.TRANSFORM, inputs=(line,), outputs=made({"Y4": 1}, "MIX"), place=LINE))
    accepted(plant.move({"THEIRS": 5}, "LINE"))


def test_what_is_received_for_an_owner_says_so_on_every_line(plant: Plant) -> None:
    news = [ObjectRef(new=NewObject(product=MasterRef(code="RAW"), code=c)) for c in ("A", "B")]
    lines = tuple(LineRequest(new, kg(1)) for new in news)
    outcome = accepted(
        plant.send(Kind.RECEIVE, outputs=lines, owner=C1, place=MasterRef(code="WH"))
    )
    stored = history.event(outcome.event_id)
    assert stored is not None
    event = from_payload(stored.payload)
    assert [line.owner for line in event.lines] == [event.owner, event.owner]


def test_each_item_of_a_batch_knows_whose_the_one_before_brought(plant: Plant) -> None:
    known = plant.receive("MINE", kg(10))
    more = LineRequest(ObjectRef(id=known), kg(10), owner=C1)
    requests = [plant.request(Kind.RECEIVE, outputs=(more,), place=MasterRef(code="WH"))]
    requests += [
        plant.request(Kind.TRANSFORM, inputs=used({"MINE": 6}), place=LINE,
                      outputs=made({f"Y-{uuid7()}": 6}, "MIX"))
        for _ in range(2)
    ]  # fmt: skip
    outcomes = door.capture_batch(ACTOR, requests, mode=door.BatchMode.PROCEED, clock=plant.clock)
    assert [isinstance(outcome, Accepted) for outcome in outcomes] == [True, True, False]


KINDS = [
    (Kind.MOVE, "subjects", {"to_place": LINE}),
    (Kind.SHIP, "subjects", {"customer": C1}),
    (Kind.DESTROY, "subjects", {"reason": "scrap"}),
    (Kind.SAMPLE, "subjects", {"reason": "sample"}),
    (Kind.ADJUST, "subjects", {"reason": "found"}),
    (Kind.COUNT, "subjects", {"place": MasterRef(code="WH")}),
    (Kind.FILL, "inputs", {"tank": MasterRef(code="T1")}),
    (Kind.REWORK, "inputs", {"place": LINE}),
    (Kind.SPLIT, "inputs", {"place": LINE}),
    (Kind.ASSEMBLE, "subjects", {}),
    (Kind.PACK, "subjects", {}),
]


@pytest.mark.parametrize(("kind", "group", "parts"), KINDS)
def test_kilograms_become_pieces_by_the_products_factor_and_both_are_kept(
    plant: Plant, kind: Kind, group: str, parts: dict[str, object]
) -> None:
    plant.machine("T1")
    plant.receive("F", kg(100, "C62"), product="CUP")  # a cup weighs 0.1 kg
    unit: dict[str, object] = {
        "unit": ObjectRef(new=NewObject(kind=ObjectKind.LOGISTIC_UNIT, code="U"))
    }
    more: dict[str, object] = unit if kind in {Kind.ASSEMBLE, Kind.PACK} else {}
    if group == "inputs" and kind is not Kind.FILL:
        more = {"outputs": made({"Y": 1}, "CUP")}
    line = LineRequest(ObjectRef(scan="F"), kg("0.7", "KGM"), second_quantity=kg("0.72"))
    outcome = accepted(plant.send(kind, **{group: (line,)}, **parts, **more))
    stored = history.event(outcome.event_id)
    assert stored is not None
    told = [x for x in from_payload(stored.payload).lines if x.entered == kg("0.7")]
    assert [line.quantity for line in told] == [kg(7, "C62")]
    assert [line.second_quantity for line in told] == [kg("0.72")]
    expected = {Kind.COUNT: 7, Kind.ADJUST: 107, Kind.MOVE: 93, Kind.SHIP: 93}.get(kind, 93)
    assert plant.left("F")["WH"] == Decimal(expected)
