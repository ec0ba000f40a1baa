"""Steps that make lots of lots: rework, declared parts, regrading, building and mounting."""

from decimal import Decimal

import pytest

from lotline.capture.records import LineRequest, MasterRef, Mode, NewObject, ObjectRef
from lotline.kernel.errors import Invalid
from lotline.ledger import queries as history
from lotline.lots import queries as lots
from lotline.lots.events import Kind, ObjectKind, Quality, Role, from_payload
from lotline.lots.events.event import TraceEvent
from tests.plant import Plant, accepted, kg, made, refused, used

pytestmark = pytest.mark.django_db
LINE = MasterRef(code="LINE")


def told(event_id: object) -> TraceEvent:
    """Give an event as the ledger has it."""
    stored = history.event(event_id)  # type: ignore[arg-type]
    assert stored is not None
    return from_payload(stored.payload)


def item(code: str) -> ObjectRef:
    """Name a new serialised product."""
    return ObjectRef(new=NewObject(kind=ObjectKind.ITEM, product=MasterRef(code="CUP"), code=code))


def test_rework_goes_back_into_the_lot_that_it_came_from(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.make({"A": 50}, {"Y": 50}))
    outcome = plant.send(
        Kind.REWORK, inputs=used({"Y": 20, "A": 5}), outputs=used({"Y": 24}), place=LINE
    )
    accepted(outcome)
    assert plant.left("Y") == {"LINE": Decimal(54)}
    assert plant.left("A") == {"WH": Decimal(45)}


def test_what_failed_may_be_reworked_but_not_used(plant: Plant) -> None:
    plant.receive("A")
    plant.inspect("A", Quality.NONCONFORMING)
    assert refused(plant.make({"A": 5}, {"Y": 5})) == ["lot.nonconforming"]
    accepted(plant.make({"A": 5}, {"Y": 5}, kind=Kind.REWORK))


def test_declared_parts_stand_on_the_outputs(plant: Plant) -> None:
    plant.receive("MILK", kg(1000))
    outputs = weighted({"CHEESE": ("100", "0.9"), "WHEY": ("880", "0.1")})
    outcome = accepted(
        plant.send(Kind.TRANSFORM, inputs=used({"MILK": 1000}), outputs=outputs, place=LINE)
    )
    weights = [line.weight for line in told(outcome.event_id).lines if line.role is Role.OUTPUT]
    assert weights == [Decimal("0.9"), Decimal("0.1")]


@pytest.mark.parametrize(
    ("parts", "pointer", "code"),
    [
        ({"X": ("1", "0.9"), "Y": ("1", None)}, "/outputs/1/weight", "capture.weight_missing"),
        ({"X": ("1", "0.9"), "Y": ("1", "0.2")}, "/outputs", "capture.weights_not_whole"),
        ({"X": ("1", "0"), "Y": ("1", "1")}, "/outputs/0/weight", "number.not_a_part"),
        ({"X": ("1", "1.5")}, "/outputs/0/weight", "number.not_a_part"),
    ],
)
def test_parts_that_are_no_whole_are_malformed(
    plant: Plant, parts: dict[str, tuple[str, str | None]], pointer: str, code: str
) -> None:
    plant.receive("A")
    with pytest.raises(Invalid) as found:
        plant.send(Kind.TRANSFORM, inputs=used({"A": 1}), outputs=weighted(parts), place=LINE)
    assert (pointer, code) in {(v.pointer, v.code) for v in found.value.violations}


def weighted(parts: dict[str, tuple[str, str | None]]) -> tuple[LineRequest, ...]:
    """Make output lines with quantity and declared part."""
    return tuple(
        LineRequest(
            ObjectRef(new=NewObject(product=MasterRef(code="MIX"), code=code)), kg(quantity),
            weight=Decimal(weight) if weight is not None else None,
        )
        for code, (quantity, weight) in parts.items()
    )  # fmt: skip


def test_regrading_is_a_split_of_the_whole(plant: Plant) -> None:
    plant.receive("PRIME", kg(10))
    accepted(plant.make({"PRIME": 10}, {"SECOND": 10}, kind=Kind.SPLIT))
    assert plant.left("PRIME") == {}
    assert plant.left("SECOND") == {"LINE": Decimal(10)}


def test_a_fact_may_merge_into_a_lot_that_exists(plant: Plant) -> None:
    plant.receive("A")
    plant.receive("OLD", product="MIX")
    parts = {"inputs": used({"A": 10}), "outputs": used({"OLD": 10}), "place": LINE}
    assert refused(plant.send(Kind.MERGE, **parts)) == ["lot.exists"]
    outcome = accepted(plant.send(Kind.MERGE, mode=Mode.FACT, **parts))
    assert "lot.exists" in outcome.warnings
    assert plant.left("OLD") == {"WH": Decimal(100), "LINE": Decimal(10)}


def test_a_product_is_built_of_parts_and_taken_apart(plant: Plant) -> None:
    plant.receive("GLUE", kg(10))
    plant.send(Kind.RECEIVE, outputs=(LineRequest(item("MOTOR")),), place=LINE)
    built = plant.send(
        Kind.ASSEMBLE, unit=item("CAR"), subjects=used({"MOTOR": None, "GLUE": 2}), place=LINE
    )
    accepted(built)
    assert plant.left("CAR") == {"LINE": Decimal(1)}
    assert plant.left("GLUE") == {"WH": Decimal(8), "CAR": Decimal(2)}
    assert plant.left("MOTOR") == {"CAR": Decimal(1)}
    apart = plant.send(Kind.DISASSEMBLE, unit=ObjectRef(scan="CAR"), to_place=LINE)
    accepted(apart)
    assert plant.left("MOTOR") == {"LINE": Decimal(1)}
    assert plant.left("CAR") == {"LINE": Decimal(1)}


def test_nothing_is_built_into_itself(plant: Plant) -> None:
    plant.receive("A")
    accepted(plant.pack("CASE", {"A": 5}))
    accepted(plant.pack("PALLET", {"CASE": None}))
    assert refused(plant.pack("CASE", {"PALLET": None}, new=False)) == ["unit.in_itself"]
    assert refused(plant.pack("CASE", {"CASE": None}, new=False)) == ["unit.in_itself"]


def test_a_held_part_is_not_built_in_nor_mounted(plant: Plant) -> None:
    plant.receive("REEL")
    plant.machine("SMT-1")
    plant.inspect("REEL", Quality.NONCONFORMING)
    machine = {"equipment": (MasterRef(code="SMT-1"),)}
    outcome = plant.send(Kind.MOUNT, subjects=used({"REEL": None}), **machine)
    assert refused(outcome) == ["lot.nonconforming"]
    accepted(plant.send(Kind.UNMOUNT, subjects=used({"REEL": None}), **machine))


def test_mounting_names_one_machine_and_moves_nothing(plant: Plant) -> None:
    plant.receive("REEL")
    machines = (plant.machine("SMT-1"), plant.machine("SMT-2"))
    one, two = (MasterRef(id=machine) for machine in machines)
    outcome = accepted(plant.send(Kind.MOUNT, subjects=used({"REEL": None}), equipment=(one,)))
    assert outcome.warnings == ()
    assert told(outcome.event_id).equipment == machines[:1]
    assert plant.left("REEL") == {"WH": Decimal(100)}
    with pytest.raises(Invalid, match="request.invalid"):
        plant.send(Kind.MOUNT, subjects=used({"REEL": None}), equipment=(one, two))
    with pytest.raises(Invalid, match="request.invalid"):
        plant.send(Kind.MOUNT, subjects=used({"REEL": None}))


def test_a_verdict_may_be_about_what_lies_at_one_place(plant: Plant) -> None:
    plant.receive("A", kg(500))
    plant.move({"A": 40}, "LINE")
    line = LineRequest(ObjectRef(scan="A"), kg(40), place=LINE)
    outcome = accepted(plant.send(Kind.INSPECT, subjects=(line,), verdict=Quality.NONCONFORMING))
    (said,) = told(outcome.event_id).lines
    assert said.source is not None
    assert (said.role, said.quantity) == (Role.SUBJECT, kg(40))


def test_times_and_certainty_are_kept_with_every_kind(plant: Plant) -> None:
    plant.receive("A")
    later = plant.clock.now()
    line = LineRequest(ObjectRef(scan="A"), kg(1), certainty="estimated")  # type: ignore[arg-type]
    outcome = accepted(
        plant.send(
            Kind.SAMPLE, subjects=(line,), reason="sample", event_time_to=later, precision="hour"
        )
    )
    event = told(outcome.event_id)
    assert (event.event_time_to, event.precision) == (later, "hour")
    assert event.lines[0].certainty == "estimated"


def test_a_fact_without_a_quantity_is_kept_and_says_so(plant: Plant) -> None:
    plant.receive("A")
    outcome = accepted(
        plant.send(
            Kind.TRANSFORM, inputs=used({"A": None}), outputs=made({"Y": 5}, "MIX"), place=LINE,
            mode=Mode.FACT,
        )
    )  # fmt: skip
    assert "quantity_missing" in outcome.warnings
    assert plant.left("A") == {"WH": Decimal(100)}


def test_a_fact_names_what_nobody_knows_and_loses_no_line(plant: Plant) -> None:
    plant.receive_from("A", "LOT-7")
    plant.receive("LOT-7")
    outcome = accepted(plant.about(Kind.DESTROY, {"LOT-7": 1, "NOPE": 1}, mode=Mode.FACT))
    assert {"code.ambiguous", "code.unknown"} <= set(outcome.warnings)
    assert len(told(outcome.event_id).lines) == 2
    assert lots.resolve(["NOPE"])["NOPE"]


def test_where_it_was_taken_from_is_said_with_how_sure_that_is(plant: Plant) -> None:
    plant.receive("A", kg(10))
    one = told(accepted(plant.about(Kind.SAMPLE, {"A": 1}, reason="sample")).event_id)
    assert one.lines[0].flags == ("place_implied",)
    assert one.flags == ()
    plant.move({"A": 5}, "WH2")
    two = accepted(plant.about(Kind.SAMPLE, {"A": 1}, reason="sample"))
    assert two.warnings == ("place_assumed",)
    named = told(accepted(plant.about(Kind.SAMPLE, {"A": 1}, "WH2", reason="sample")).event_id)
    assert named.lines[0].flags == ()
