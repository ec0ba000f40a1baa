"""The blast radius over the database: two figures, accounts that close, narrowing, and the way there."""

from decimal import Decimal

import pytest

from lotline.access.records import Actor
from lotline.capture.records import LineRequest, Mode, ObjectRef
from lotline.genealogy import queries as genealogy
from lotline.genealogy.records import AsOf, Narrowing, Scope, ScopeQuestion
from lotline.kernel.errors import NotFound
from lotline.kernel.ids import uuid7
from lotline.lots import queries as lots
from lotline.lots.events import Kind
from tests.plant import MasterRef, Plant, kg

ACTOR = Actor.system("test")


@pytest.fixture
def plant(db: None) -> Plant:
    """A lot of A went into Y and Z, Y was shipped in part, B has nothing to do with it."""
    plant = Plant.build()
    plant.receive("A", kg(100))
    plant.receive("B", kg(50))
    plant.make({"A": 60}, {"Y": 60})
    plant.make({"A": 30, "B": 30}, {"Z": 60})
    plant.ship({"Y": 20})
    return plant


def lot(code: str) -> object:
    """Give a lot by its code."""
    [found] = lots.find([code])[code]
    return found


def scope(*codes: str, **more: object) -> Scope:
    """Ask for the blast radius of lots."""
    return genealogy.scope(ACTOR, ScopeQuestion(tuple(map(lot, codes)), **more))  # type: ignore[arg-type]


def test_the_suspect_itself_adds_up_to_what_was_received(plant: Plant) -> None:
    found = scope("A")
    [fate] = found.fates
    parts = {part.bucket: Decimal(part.quantity.value) for part in fate.parts}
    assert Decimal(fate.suspect.value) == 100
    assert sum(parts.values()) == 100
    assert parts["shipped"] == 20
    assert fate.residual.value == "0"
    assert sum(Decimal(part.percent) for part in fate.parts) == 100


def test_what_is_affected_is_the_whole_of_each_lot(plant: Plant) -> None:
    found = scope("A")
    assert [(amount.value, amount.unit) for amount in found.affected] == [("130", "KGM")]
    assert {account.row.code for account in found.accounts} == {"A", "Y", "Z"}
    assert all(account.residual.value == "0" for account in found.accounts)
    assert [(reach.customer.code, reach.affected[0].value) for reach in found.customers] == [
        ("C1", "20")
    ]
    assert found.complete
    assert found.exact


def test_several_suspects_count_nothing_twice(plant: Plant) -> None:
    found = scope("A", "B")
    assert Decimal(found.fates[0].suspect.value) == 150
    assert {account.row.code for account in found.accounts} == {"A", "B", "Y", "Z"}


def test_narrowing_says_what_it_spares(plant: Plant) -> None:
    later = plant.clock.now()
    plant.make({"A": 10}, {"W": 10})
    narrow = scope("A", narrowing=Narrowing(starts=later))
    assert {account.row.code for account in narrow.accounts} == {"W"}
    assert narrow.saving is not None
    assert (narrow.saving.lots_before, narrow.saving.lots_after) == (4, 1)
    assert (narrow.saving.customers_before, narrow.saving.customers_after) == (1, 0)


def test_facets_offer_what_there_is(plant: Plant) -> None:
    facets = genealogy.scope_facets(ACTOR, ScopeQuestion((lot("A"),)))  # type: ignore[arg-type]
    assert facets.starts is not None
    assert facets.places


def test_an_unknown_lot_is_not_found(plant: Plant) -> None:
    with pytest.raises(NotFound):
        genealogy.scope(ACTOR, ScopeQuestion((uuid7(),)))


def test_why_gives_the_way_with_its_events(plant: Plant) -> None:
    found = genealogy.why(ACTOR, lot("A"), lot("Y"), AsOf())  # type: ignore[arg-type]
    assert [(hop.lot.code, hop.kind, hop.to.code) for hop in found.hops] == [
        ("A", "transform", "Y")
    ]
    back = genealogy.why(ACTOR, lot("Y"), lot("A"), AsOf())  # type: ignore[arg-type]
    assert back.direction == "back"
    with pytest.raises(NotFound):
        genealogy.why(ACTOR, lot("Y"), lot("B"), AsOf())  # type: ignore[arg-type]


def test_shares_say_what_a_lot_is_made_of(plant: Plant) -> None:
    found = genealogy.shares(ACTOR, lot("Z"), AsOf())  # type: ignore[arg-type]
    assert {share.lot.code: share.share for share in found.backward} == {"A": "0.5", "B": "0.5"}
    assert found.unknown == "0"


def test_what_left_before_the_bad_addition_is_spared(db: None) -> None:
    plant = Plant.build()
    plant.receive("A", kg(100))
    plant.receive("B", kg(50))
    plant.make({"A": 100}, {"X": 100})
    plant.ship({"X": 40})
    plant.send(
        Kind.REWORK, mode=Mode.FACT, place=MasterRef(code="LINE"),
        inputs=(LineRequest(ObjectRef(scan="B"), kg(50)),),
        outputs=(LineRequest(ObjectRef(scan="X"), kg(50)),),
    )  # fmt: skip
    plant.ship({"X": 10})
    found = scope("B")
    reach = found.customers[0]
    assert (reach.affected[0].value, reach.spared[0].value) == ("10", "40")
    assert found.plain_more == 0
