"""Random days at the door: what is possible passes, what is not does not, and nothing goes below zero.

The model knows how much of each lot lies where, no more; the door must agree with it command by
command, singly and in a batch.
"""

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lotline.capture import operations as door
from lotline.capture.records import Accepted, CaptureRequest, LineRequest, MasterRef, ObjectRef
from lotline.lots import queries as lots
from lotline.lots.events import Kind
from tests.plant import ACTOR, Plant, kg, made, used

pytestmark = pytest.mark.django_db
EXAMPLES = 300 if os.environ.get("LOTLINE_SOAK") else 20
LONGEST = 12
LOTS, PLACES = ("A", "B"), ("WH", "WH2", "LINE")
Where = tuple[str, str]


@dataclass
class Model:
    """How much of each lot is at each place, with customer C1, and in tank T1."""

    stock: dict[Where, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    sent: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    tank: Decimal = Decimal(0)
    made: int = 0

    def take(self, lot: str, place: str, quantity: Decimal) -> bool:
        """Take from a place, if so much is there."""
        if self.stock[lot, place] < quantity:
            return False
        self.stock[lot, place] -= quantity
        return True

    def found(self, lot: str) -> dict[str, Decimal]:
        """Give what a test of the stock should find."""
        return {place: self.stock[lot, place] for place in PLACES if self.stock[lot, place] > 0}


@dataclass(frozen=True)
class Deed:
    """One thing that somebody tries."""

    kind: Kind
    lot: str
    place: str
    to: str
    quantity: int
    grams: bool

    @property
    def amount(self) -> Decimal:
        """Give the quantity in kilograms."""
        return Decimal(self.quantity) / 1000 if self.grams else Decimal(self.quantity)

    def line(self, sign: int = 1) -> tuple[LineRequest, ...]:
        """Name the lot at its place."""
        unit = "GRM" if self.grams else "KGM"
        measure = kg(sign * self.quantity, unit)
        return (LineRequest(ObjectRef(scan=self.lot), measure, place=MasterRef(code=self.place)),)


def possible(model: Model, deed: Deed) -> bool:
    """Say whether it can be, and let it happen in the model if so."""
    return _RULES[deed.kind](model, deed)


def _move(model: Model, deed: Deed) -> bool:
    done = model.take(deed.lot, deed.place, deed.amount)
    if done:
        model.stock[deed.lot, deed.to] += deed.amount
    return done


def _gone(model: Model, deed: Deed) -> bool:
    return model.take(deed.lot, deed.place, deed.amount)


def _ship(model: Model, deed: Deed) -> bool:
    done = model.take(deed.lot, deed.place, deed.amount)
    if done:
        model.sent[deed.lot] += deed.amount
    return done


def _return(model: Model, deed: Deed) -> bool:
    if model.sent[deed.lot] < deed.amount:
        return False
    model.sent[deed.lot] -= deed.amount
    model.stock[deed.lot, deed.to] += deed.amount
    return True


def _count(model: Model, deed: Deed) -> bool:
    model.stock[deed.lot, deed.place] = deed.amount
    return True


def _fill(model: Model, deed: Deed) -> bool:
    done = model.take(deed.lot, deed.place, deed.amount)
    model.tank += deed.amount if done else 0
    return done


def _draw(model: Model, deed: Deed) -> bool:
    if model.tank < deed.quantity:
        return False
    model.tank -= deed.quantity
    return True


_RULES: dict[Kind, Callable[[Model, Deed], bool]] = {
    Kind.MOVE: _move,
    Kind.SHIP: _ship,
    Kind.RETURN: _return,
    Kind.DESTROY: _gone,
    Kind.SAMPLE: _gone,
    Kind.ADJUST: _gone,
    Kind.COUNT: _count,
    Kind.TRANSFORM: _gone,
    Kind.FILL: _fill,
    Kind.DRAW: _draw,
}


def request(plant: Plant, deed: Deed, number: int) -> CaptureRequest:
    """Write the command."""
    to, tank, c1 = (MasterRef(code=code) for code in (deed.to, "T1", "C1"))
    lot = made({f"N{number}": deed.quantity}, "MIX")
    anywhere = used({deed.lot: None})[0]
    back = (LineRequest(anywhere.lot, deed.line()[0].quantity),)
    parts: dict[Kind, dict[str, object]] = {
        Kind.MOVE: {"subjects": deed.line(), "to_place": to},
        Kind.SHIP: {"subjects": deed.line(), "customer": c1},
        Kind.RETURN: {"subjects": back, "customer": c1, "to_place": to},
        Kind.DESTROY: {"subjects": deed.line(), "reason": "scrap"},
        Kind.SAMPLE: {"subjects": deed.line(), "reason": "sample"},
        Kind.ADJUST: {"subjects": deed.line(-1), "reason": "spillage"},
        Kind.COUNT: {"subjects": deed.line()},
        Kind.TRANSFORM: {"inputs": deed.line(), "outputs": lot, "place": to},
        Kind.FILL: {"tank": tank, "inputs": deed.line()},
        Kind.DRAW: {"tank": tank, "outputs": lot, "place": to},
    }
    return plant.request(deed.kind, **parts[deed.kind])


DEEDS = st.builds(
    Deed,
    kind=st.sampled_from(sorted(_RULES)),
    lot=st.sampled_from(LOTS),
    place=st.sampled_from(PLACES),
    to=st.sampled_from(PLACES),
    quantity=st.integers(1, 60),
    grams=st.booleans(),
)
QUIET = settings(
    max_examples=EXAMPLES, deadline=None, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip


@pytest.fixture
def plant(db: None) -> Plant:
    """A plant with fifty of each lot in WH, and a tank."""
    plant = Plant.build()
    plant.machine("T1")
    for lot in LOTS:
        plant.receive(lot, kg(50))
    return plant


def fresh_model() -> Model:
    """Give the model of that plant."""
    model = Model()
    for lot in LOTS:
        model.stock[lot, "WH"] = Decimal(50)
    return model


@given(deeds=st.lists(DEEDS, min_size=1, max_size=LONGEST))
@QUIET
def test_the_door_lets_pass_exactly_what_is_possible(plant: Plant, deeds: list[Deed]) -> None:
    model = fresh_model()
    with transaction.atomic():
        for number, deed in enumerate(deeds):
            expected = possible(model, deed)
            outcome = door.capture(ACTOR, request(plant, deed, number), clock=plant.clock)
            assert isinstance(outcome, Accepted) is expected, (deed, outcome)
        agrees(plant, model)
        transaction.set_rollback(True)


@given(deeds=st.lists(DEEDS, min_size=1, max_size=LONGEST))
@QUIET
def test_a_batch_is_what_its_items_are_one_by_one(plant: Plant, deeds: list[Deed]) -> None:
    model = fresh_model()
    with transaction.atomic():
        requests = [request(plant, deed, number) for number, deed in enumerate(deeds)]
        expected = [possible(model, deed) for deed in deeds]
        mode = door.BatchMode.PROCEED
        outcomes = door.capture_batch(ACTOR, requests, mode=mode, clock=plant.clock)
        assert [isinstance(outcome, Accepted) for outcome in outcomes] == expected
        agrees(plant, model)
        transaction.set_rollback(True)


def agrees(plant: Plant, model: Model) -> None:
    """The stock is what the model says, and nothing is below zero or disputed."""
    for lot in LOTS:
        left = plant.left(lot)
        assert {place: left[place] for place in PLACES if place in left} == model.found(lot)
        state = lots.states([plant.id_of(lot)])[plant.id_of(lot)]
        assert all(quantity > 0 for quantity in state.balances.values())
