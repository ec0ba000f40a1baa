"""Where logistic units stand, and what was packed after they had left (GENEALOGY R6)."""

from lotline.lots.events import HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import UNPLACED
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.units import Units

from .life import LINE, RET, WH, World, named, unit

C1 = named("C1")


def stand(world: World, name: str, step: Step) -> object:
    stay = world.units.stay(named(name), step.key)
    return world.units.stand(stay.id, step.key).holder


def nest(world: World, inner: str, outer: str) -> Step:
    parent = Part(1, Role.PARENT, named(outer), ObjectKind.LOGISTIC_UNIT, target=WH)
    child = Part(2, Role.CONTENT, named(inner), ObjectKind.LOGISTIC_UNIT, target=unit(outer))
    return world.step(Kind.PACK, parent, child)


def test_a_unit_stands_where_the_units_around_it_stand() -> None:
    world = World()
    inside = nest(world, "U2", "U3")
    assert stand(world, "U2", inside) == WH
    moved = world.whole(Kind.MOVE, "U3", target=LINE)
    assert stand(world, "U2", moved) == LINE
    gone = world.whole(Kind.SHIP, "U3", customer=C1)
    assert world.units.stand(named("U2"), gone.key).holder.kind is HolderKind.SHIPMENT
    assert stand(world, "U2", inside) == WH


def test_what_is_packed_into_a_unit_that_has_left_left_with_the_rest() -> None:
    world = World()
    world.tell(Kind.RECEIVE, 30, Role.OUTPUT, target=WH)
    assert not world.pack("U1", 10).flags
    world.whole(Kind.SHIP, "U1", customer=C1)
    assert world.pack("U1", 5).flags == {"packed_after_shipping"}
    back = world.whole(Kind.RETURN, "U1", customer=C1, target=RET)
    assert stand(world, "U1", back) == RET
    assert world.lying == {WH: 15, unit("U1"): 15}


def test_a_pallet_used_again_leaves_what_left_before_with_the_customer() -> None:
    world = World()
    world.tell(Kind.RECEIVE, 30, Role.OUTPUT, target=WH)
    world.pack("U1", 10)
    world.whole(Kind.SHIP, "U1", customer=C1)
    assert not world.pack("U1", 5, place=WH.id).flags
    (old, first), (new, second) = sorted(
        ((h, q) for h, q in world.lying.items() if h.kind is HolderKind.UNIT), key=lambda r: -r[1]
    )
    assert (old, first, second) == (unit("U1"), 10, 5)
    last = world.whole(Kind.INSPECT, "U1")
    assert world.units.stand(old.id, last.key).holder.kind is HolderKind.SHIPMENT
    assert world.units.stand(new.id, last.key).holder == WH


def test_units_inside_each_other_stand_nowhere() -> None:
    world = World()
    nest(world, "U1", "U2")
    last = nest(world, "U2", "U1")
    assert stand(world, "U1", last) == UNPLACED


def test_a_unit_folded_again_alone_or_restored_stands_where_it_stood() -> None:
    world = World()
    steps = [
        nest(world, "U2", "U3"), world.whole(Kind.MOVE, "U3", target=LINE),
        world.whole(Kind.SHIP, "U3", customer=C1), world.whole(Kind.MOVE, "U3", target=WH),
    ]  # fmt: skip
    before = list(world.units.rows(named("U3")))
    world.units.forget(named("U3"))
    for step in steps:
        world.units.apply(step, only=named("U3"))
    assert list(world.units.rows(named("U3"))) == before
    copy = Units()
    for stay in dict.fromkeys(stay for stay, _ in before):
        copy.restore(named("U3"), stay, [turn for other, turn in before if other == stay])
    for step in steps:
        stay = copy.stay(named("U3"), step.key)
        assert stay == world.units.stay(named("U3"), step.key)
        assert copy.stand(stay.id, step.key) == world.units.stand(stay.id, step.key)
