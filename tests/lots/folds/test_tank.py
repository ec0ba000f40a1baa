"""Tanks against the closed forms of their models (GENEALOGY R8, I14)."""

import random
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from lotline.lots.folds.amount import ONE
from lotline.lots.folds.around import TankModel
from lotline.lots.folds.tank import TankStory, fold_tank
from lotline.lots.folds.tank_entries import Entry, TankAct

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
FILL, DRAW, CLEAR = TankAct.FILL, TankAct.DRAW, TankAct.CLEAR


def story(
    model: TankModel, *deeds: tuple[TankAct, object], tied: tuple[int, ...] = ()
) -> TankStory:
    """Fold deeds an hour apart; those in `tied` happen with the one before."""
    entries, hour = [], 0
    for number, (act, amount) in enumerate(deeds):
        hour += number not in tied
        when = MORNING + timedelta(hours=hour)
        size = None if amount is None else int(Fraction(str(amount)) * ONE)
        entries.append(Entry(UUID(int=number), 1, act, when, when, UUID(int=number), size, "mass"))
    return fold_tank(entries, model)


def given(told: TankStory, number: int) -> dict[int, Fraction]:
    """What each layer gave to an entry."""
    return {g.layer: Fraction(g.own, ONE) for g in told.bookings[number].given}


EXAMPLE = ((FILL, 100), (FILL, 50), (DRAW, 60), (FILL, 60), (DRAW, 90))


@pytest.mark.parametrize(
    ("model", "first", "second", "left"),
    [
        (TankModel.FIFO, {0: 60}, {0: 40, 1: 50}, [0, 0, 60]),
        (TankModel.LIFO, {0: 10, 1: 50}, {0: 30, 2: 60}, [60, 0, 0]),
        (TankModel.MIXED, {0: 40, 1: 20}, {0: 36, 1: 18, 2: 36}, [24, 12, 24]),
    ],
)
def test_the_example_of_the_page(
    model: TankModel, first: dict[int, int], second: dict[int, int], left: list[int]
) -> None:
    told = story(model, *EXAMPLE)
    assert given(told, 2) == first
    assert given(told, 4) == second
    assert [layer.own // ONE for layer in told.layers] == left


@pytest.mark.parametrize("seed", range(30))
def test_mixed_layers_keep_their_product_of_rests(seed: int) -> None:
    deeds = random_deeds(seed)
    told = story(TankModel.MIXED, *deeds)
    rests, volume = {}, Fraction(0)
    for number, (act, amount) in enumerate(deeds):
        size = Fraction(str(amount))
        if act is FILL:
            rests[told.bookings[number].layer], volume = size, volume + size
        else:
            rests = {n: rest * (1 - size / volume) for n, rest in rests.items()}
            volume -= size
    for number, rest in rests.items():
        assert number is not None
        have = Fraction(told.layers[number].own, ONE)
        assert abs(have - rest) < Fraction(1, 10**15)


@pytest.mark.parametrize("seed", range(30))
def test_first_in_first_out_is_the_overlap_of_running_sums(seed: int) -> None:
    deeds = random_deeds(seed)
    told = story(TankModel.FIFO, *deeds)
    filled, drawn, spans = Fraction(0), Fraction(0), {}
    for number, (act, amount) in enumerate(deeds):
        size = Fraction(str(amount))
        if act is FILL:
            spans[told.bookings[number].layer] = (filled, filled + size)
            filled += size
            continue
        overlaps = {
            layer: min(end, drawn + size) - max(start, drawn)
            for layer, (start, end) in spans.items()
        }
        assert given(told, number) == {n: part for n, part in overlaps.items() if part > 0}
        drawn += size


@pytest.mark.parametrize("model", list(TankModel))
@pytest.mark.parametrize("seed", range(10))
def test_parts_add_up_to_draws_and_to_fills(seed: int, model: TankModel) -> None:
    deeds = random_deeds(seed)
    told = story(model, *deeds)
    gave = [0] * len(told.layers)
    for number, (act, amount) in enumerate(deeds):
        if act is DRAW:
            assert sum(given(told, number).values()) == Fraction(str(amount))
        for part in told.bookings[number].given:
            gave[part.layer] += part.own
    for layer, out in zip(told.layers, gave, strict=True):
        assert out + layer.own == layer.entry.amount
        assert layer.own >= 0


def random_deeds(seed: int) -> list[tuple[TankAct, object]]:
    """Fills and draws of a tank that never runs dry."""
    rng, level, deeds = random.Random(seed), 0, []
    for _ in range(30):
        if level > 3 and rng.random() < 0.5:
            amount = rng.randrange(1, level)
            deeds.append((DRAW, amount))
            level -= amount
        else:
            amount = rng.randrange(1, 50)
            deeds.append((FILL, amount))
            level += amount
    return deeds  # type: ignore[return-value]


def test_emptiness_and_cleaning_end_a_campaign() -> None:
    told = story(
        TankModel.MIXED, (FILL, 100), (DRAW, 100), (FILL, 50), (DRAW, 20), (CLEAR, None),
        (FILL, 40), (DRAW, 40), (FILL, 10), (DRAW, 15),
    )  # fmt: skip
    assert told.bookings[3].sources == [1]
    assert given(told, 4) == {1: 30}
    assert told.bookings[6].sources == [2]
    assert told.bookings[8].missing == 5 * ONE


def test_a_draw_beyond_the_book_may_be_of_every_fill_of_the_campaign() -> None:
    told = story(TankModel.FIFO, (FILL, 10), (FILL, 10), (DRAW, 10), (DRAW, 15))
    assert told.bookings[2].sources == [0]
    assert told.bookings[3].sources == [0, 1]


def test_a_fill_without_quantity_may_be_in_all_later_draws() -> None:
    told = story(
        TankModel.FIFO, (FILL, None), (FILL, 10), (DRAW, 5), (DRAW, 5), (FILL, 5), (DRAW, 5)
    )
    assert [told.bookings[n].sources for n in (2, 3, 5)] == [[0, 1], [0, 1], [0, 2]]


def test_where_two_events_share_a_time_draws_may_be_of_any_fill_so_far() -> None:
    told = story(TankModel.FIFO, (FILL, 10), (DRAW, 10), (FILL, 5), (DRAW, 5), tied=(2,))
    assert told.bookings[1].unsure and told.bookings[3].unsure
    assert told.bookings[1].sources == [0, 1]
    assert told.bookings[3].sources == [0, 1]


def test_fills_at_one_time_do_not_matter_where_all_is_mixed() -> None:
    told = story(TankModel.MIXED, (FILL, 10), (FILL, 10), (DRAW, 5), tied=(1,))
    assert not told.bookings[2].unsure
    assert story(TankModel.FIFO, (FILL, 10), (FILL, 10), (DRAW, 5), tied=(1,)).bookings[2].unsure
