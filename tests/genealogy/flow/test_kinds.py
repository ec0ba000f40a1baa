"""Kinds and questions beyond the vectors, each on a small plant."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from lotline.genealogy.rules.flow.world import World
from lotline.lots.events import Certainty, Holder, HolderKind, Kind, ObjectKind, Role
from lotline.lots.folds.around import PlaceKind, Plant
from lotline.lots.folds.step import Part, Step

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
SPACE = UUID(int=5)
COUNT = iter(range(10_000))


def named(name: str) -> UUID:
    """The id of a name."""
    return uuid5(SPACE, name)


def place(name: str) -> Holder:
    """A place."""
    return Holder(HolderKind.PLACE, named(name))


WH = place("WH")


def put(lot: str, quantity: object, **more: Any) -> Part:
    """A lot that went in, from the warehouse."""
    return line(Role.INPUT, lot, quantity, source=WH, **more)


def made(lot: str, quantity: object, **more: Any) -> Part:
    """A lot that came out, into the warehouse."""
    return line(Role.OUTPUT, lot, quantity, target=WH, **more)


def line(role: Role, lot: str, quantity: object, unit: str = "KGM", **more: Any) -> Part:
    """A line of a lot."""
    amount = None if quantity is None else Decimal(str(quantity))
    return Part(0, role, named(lot), quantity=amount, unit=unit, **more)


def step(kind: Kind, hour: float, *parts: Part, **more: Any) -> Step:
    """A step so many hours after eight."""
    when = MORNING + timedelta(hours=hour)
    lines = tuple(replace(part, number=number) for number, part in enumerate(parts, start=1))
    return Step(named(f"{next(COUNT)}"), kind, when, when, when, when, lines, **more)


def receipt(hour: float, lot: str, quantity: object = 100) -> Step:
    """A delivery."""
    return step(Kind.RECEIVE, hour, made(lot, quantity))


def forward(world: World, lot: str) -> set[UUID]:
    """The lots that a lot is in."""
    return set(world.trace([named(lot)]).forward.lots)


def test_a_suspect_supplier_lot_is_followed_over_all_its_deliveries() -> None:
    maker = put("S", 60, object_kind=ObjectKind.SUPPLIER_LOT)
    other = put("T", 5, object_kind=ObjectKind.SUPPLIER_LOT)
    first = step(Kind.RECEIVE, 0, maker, made("A", 60), other, made("C", 5))
    second = step(Kind.RECEIVE, 1, replace(maker, quantity=Decimal(40)), made("B", 40))
    world = World([first, second])
    assert forward(world, "S") == {named("A"), named("B")}
    blast = world.blast([named("S")])
    assert blast.fates[0].parts == {"in_stock": 100}
    assert blast.accounts[named("S")].inflows == {"received": 100}
    assert blast.accounts[named("A")].inflows == {"received": 60}
    assert blast.doubts.exact


def test_parts_of_a_product_stand_where_it_stands_and_are_its_ancestors() -> None:
    product = named("P")
    parent = Part(1, Role.PARENT, product, ObjectKind.ITEM)
    child = line(Role.CONTENT, "A", 4, source=WH, target=Holder(HolderKind.UNIT, product))
    item = Part(1, Role.OUTPUT, product, ObjectKind.ITEM, target=WH)
    gone = Part(1, Role.SUBJECT, product, ObjectKind.ITEM, source=WH)
    world = World([
        receipt(0, "A", 10), step(Kind.TRANSFORM, 1, put("A", 1), item),
        step(Kind.ASSEMBLE, 2, parent, child), step(Kind.SHIP, 3, gone, customer=named("C1")),
    ])  # fmt: skip
    trace = world.trace([product])
    assert set(trace.backward.lots) == {named("A")}
    lines = {
        row.bucket: row.quantity for row in world.blast([named("A")]).accounts[named("A")].lines
    }
    assert lines == {"in_stock": 5, "shipped": 4, "consumed": 1}
    assert trace.doubts.exact


def test_a_mounted_reel_may_be_in_what_was_made_there_meanwhile() -> None:
    press = named("press")
    reel = line(Role.SUBJECT, "R", None)
    steps = [
        receipt(0, "R"), receipt(0.1, "A"),
        step(Kind.MOUNT, 1, reel, equipment=(press,)),
        step(Kind.TRANSFORM, 2, put("A", 10), made("Y", 10), equipment=(press,)),
        step(Kind.UNMOUNT, 3, reel, equipment=(press,)),
        step(Kind.TRANSFORM, 4, put("A", 10), made("Z", 10), equipment=(press,)),
    ]  # fmt: skip
    found = World(steps).trace([named("R")])
    assert set(found.forward.lots) == found.forward.possible == {named("Y")}
    assert set(found.doubts.reasons) == {"possible_link"}


def test_events_with_one_link_are_one_event() -> None:
    link = named("batch")
    steps = [
        receipt(0, "A"), receipt(0, "B"),
        step(Kind.TRANSFORM, 1, put("A", 60), link=link),
        step(Kind.TRANSFORM, 2, put("B", 40), link=link),
        step(Kind.TRANSFORM, 3, made("Y", 75), link=link),
        step(Kind.TRANSFORM, 4, made("Z", 25), link=link),
    ]  # fmt: skip
    world = World(steps)
    assert forward(world, "B") == {named("Y"), named("Z")}
    shares = world.shares([named("A")])
    assert [round(row.contribution["mass"], 9) for row in shares.lots.values()] == [45, 15]
    assert world.blast([named("A")]).fates[0].residual == 0


def test_a_unit_that_is_consumed_is_all_that_is_inside() -> None:
    unit = named("U1")
    parent = Part(1, Role.PARENT, unit, ObjectKind.LOGISTIC_UNIT, target=WH)
    inside = [
        line(Role.CONTENT, lot, 20, source=WH, target=Holder(HolderKind.UNIT, unit)) for lot in "AB"
    ]
    whole = Part(1, Role.INPUT, unit, ObjectKind.LOGISTIC_UNIT)
    world = World([
        receipt(0, "A", 20), receipt(0.1, "B", 30), step(Kind.PACK, 1, parent, *inside),
        step(Kind.TRANSFORM, 2, whole, made("Y", 40)),
    ])  # fmt: skip
    assert set(world.trace([named("Y")]).backward.lots) == {named("A"), named("B")}
    assert world.backward_shares(named("Y")).lots[named("A")].share == Decimal("0.5")
    assert {(row.lot, row.quantity) for row in world.balances()} == {
        (named("B"), 10),
        (named("Y"), 40),
    }


def test_intervals_that_overlap_make_a_link_possible() -> None:
    long = replace(
        step(Kind.TRANSFORM, 1, put("A", 10), made("X", 10)), until=MORNING + timedelta(hours=3)
    )
    world = World([receipt(0, "A"), long, step(Kind.TRANSFORM, 2, put("X", 5), made("Y", 5))])
    found = world.trace([named("A")])
    assert set(found.forward.lots) == {named("X"), named("Y")}
    assert found.forward.possible == {named("Y")}
    assert "possible_link" in found.doubts.reasons


def test_one_path_tells_why_a_lot_is_in_and_prefers_what_is_certain() -> None:
    guess = put("A", 10, certainty=Certainty.POSSIBLE)
    world = World([
        receipt(0, "A"), step(Kind.TRANSFORM, 1, guess, made("Z", 10)),
        step(Kind.TRANSFORM, 2, put("A", 10), made("X", 10)),
        step(Kind.TRANSFORM, 3, put("X", 10), made("Z", 10)),
    ])  # fmt: skip
    why = world.path(named("A"), named("Z"))
    assert [hop.target for hop in why] == [named("X"), named("Z")]
    back = world.path(named("Z"), named("A"), back=True)
    assert [hop.source for hop in back] == [named("X"), named("A")]
    assert world.path(named("Z"), named("Q")) == []


def test_a_recall_may_give_up_trust_in_times() -> None:
    world = World([
        receipt(0, "A"), receipt(0.1, "B"), step(Kind.TRANSFORM, 1, put("A", 50), made("X", 50)),
        step(Kind.TRANSFORM, 2, put("X", 20), made("Y", 20)),
        step(Kind.REWORK, 3, put("B", 10), made("X", 10)),
    ])  # fmt: skip
    assert set(world.blast([named("B")]).forward.lots) == {named("X")}
    blast = world.blast([named("B")], plain=True)
    assert set(blast.forward.lots) == {named("X"), named("Y")}
    assert all(row.affected == row.quantity for row in blast.accounts[named("Y")].lines)


def test_what_a_reader_may_not_see_is_elsewhere_and_accounts_still_close() -> None:
    secret = step(Kind.TRANSFORM, 2, put("A", 30), made("V", 30))
    steps = [receipt(0, "A"), step(Kind.TRANSFORM, 1, put("A", 20), made("X", 20)), secret]
    blast = World(steps, hidden=frozenset({secret.event})).blast([named("A")])
    account = blast.accounts[named("A")]
    assert {row.bucket: row.quantity for row in account.lines} == {
        "consumed": 20, "elsewhere": 30, "in_stock": 50,
    }  # fmt: skip
    assert account.residual == 0
    assert blast.fates[0].parts == {"elsewhere": 30, "in_stock": 70}
    assert named("V") not in blast.accounts
    assert "hidden" in blast.doubts.reasons


def test_every_kind_of_place_is_a_line_of_the_account() -> None:
    kinds = {named(kind.value): kind for kind in PlaceKind}
    steps = [receipt(0, "A", 80)] + [
        step(Kind.MOVE, 1, line(Role.SUBJECT, "A", 10, source=WH, target=place(kind.value)))
        for kind in PlaceKind
    ]
    account = World(steps, plant=Plant(kinds=kinds)).blast([named("A")]).accounts[named("A")]
    assert {row.bucket for row in account.lines} == {
        "in_stock", "in_process", "in_transit", "returned_in", "laboratory", "subcontracted",
        "retained", "consigned",
    }  # fmt: skip
