"""A state restored or rewound is the state folded from the start."""

import random
from decimal import Decimal

import pytest

from lotline.lots.events import Kind, Role
from lotline.lots.folds.flow import Booking
from lotline.lots.folds.lot import apply
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step

from .life import LINE, LOT, RET, WH, World, named

PLACES = (WH, LINE, RET)


def random_life(seed: int, events: int = 40) -> tuple[World, list[tuple[Step, Part]]]:
    """A lot to which anything may happen."""
    rng, world = random.Random(seed), World()
    life = []
    for _ in range(events):
        kind = rng.choice((Kind.RECEIVE, Kind.MOVE, Kind.SHIP, Kind.RETURN, Kind.COUNT, Kind.ADJUST,
                           Kind.DESTROY, Kind.TRANSFORM))  # fmt: skip
        role = {Kind.RECEIVE: Role.OUTPUT, Kind.TRANSFORM: Role.INPUT}.get(kind, Role.SUBJECT)
        source = None if rng.random() < 0.4 or kind is Kind.RETURN else rng.choice(PLACES)
        quantity = rng.randrange(1, 30) - (12 if kind is Kind.ADJUST else 0)
        part = Part(
            1, role, LOT, quantity=quantity + rng.choice((0, 1)) * _TENTH, source=source,
            target=rng.choice(PLACES) if kind in _ARRIVING else None, open_source=source is None,
        )  # fmt: skip
        more = {"customer": named(f"C{rng.randrange(3)}")} if kind in _PARTNERS else {}
        life.append((world.step(kind, part, **more), part))
    return world, life


@pytest.mark.parametrize("seed", range(40))
def test_a_stored_state_goes_on_as_the_first_one_did(seed: int) -> None:
    world, life = random_life(seed)
    state, middle = LotState(), len(life) // 2
    for number, (step, part) in enumerate(life):
        if number == middle:
            state = LotState.restore(state.quantities(), state.opened)
        apply(state, step, part, world)  # type: ignore[arg-type]
    assert (state.balances, state.opened) == folded(world, life)
    assert all(amount > 0 for amount in state.balances.values())


@pytest.mark.parametrize("seed", range(40))
def test_a_state_rewound_and_folded_again_is_the_same(seed: int) -> None:
    world, life = random_life(seed)
    state = LotState()
    booked: list[tuple[Step, Booking]] = [
        (step, apply(state, step, part, world))
        for step, part in life  # type: ignore[arg-type]
    ]
    middle = len(life) // 3
    for step, booking in reversed(booked[middle:]):
        state.rewind([booking], step.key)
    assert (state.balances, state.opened) == folded(world, life[:middle])
    for step, part in life[middle:]:
        apply(state, step, part, world)  # type: ignore[arg-type]
    assert (state.balances, state.opened) == folded(world, life)


def folded(world: World, life: list[tuple[Step, Part]]) -> tuple[object, object]:
    """The state folded from the start."""
    state = LotState()
    for step, part in life:
        apply(state, step, part, world)  # type: ignore[arg-type]
    return state.balances, state.opened


_TENTH = Decimal("0.1")
_ARRIVING = frozenset({Kind.RECEIVE, Kind.MOVE, Kind.RETURN})
_PARTNERS = frozenset({Kind.SHIP, Kind.RETURN})
