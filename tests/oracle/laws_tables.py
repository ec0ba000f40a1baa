"""Invariants of figures: accounts and fates close, nothing is negative, shares are shares."""

import os
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from .agreement import Ask, World, counting_events, known_lots, number

ZERO = Fraction(0)
MOST = 12 if os.environ.get("LOTLINE_SOAK") else 6


def exact(text: Any) -> Fraction:
    """Read a number; a wire that rounds is judged by its own text."""
    value = number(text)
    return ZERO if value is None else value


def moments(world: World) -> list[str | None]:
    """Give "always" and two times to suspect from."""
    times = sorted(said["time"] for said in counting_events(world))
    return [None, *times[len(times) // 3 :: max(1, len(times) // 2)]][:3]


def some_lots(world: World) -> list[list[str]]:
    """Give sets of suspects: some single lots and some pairs, spread over the factory."""
    lots = known_lots(world)
    step = max(1, len(lots) // MOST)
    pairs = [list(pair) for pair in zip(lots[::step], lots[1::step], strict=False)]
    return [[lot] for lot in lots[::step]] + pairs[:2]


def blasts(ask: Ask, world: World) -> Iterator[tuple[dict[str, Any], Any]]:
    """Ask for some lots and pairs of lots; with and without a time."""
    for suspects in some_lots(world):
        for since in moments(world):
            question: dict[str, Any] = {"what": "blast", "lots": suspects}
            question |= {"since": since} if since else {}
            yield question, ask(world, question)


def lines(account: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give every right-hand line of an account."""
    for bucket, rows in account["out"].items():
        for key, row in rows.items():
            yield bucket, key, row


def check_i01(ask: Ask, world: World) -> None:
    """Every account closes: residual exactly 0, by its own word and by adding up."""
    for question, blast in blasts(ask, world):
        for lot, account in blast["accounts"].items():
            left = sum(map(exact, account["in"].values()), ZERO)
            right = sum((exact(row["quantity"]) for _, _, row in lines(account)), ZERO)
            assert exact(account["residual"]) == 0, (question, lot, account)
            assert _is_near(left, right), (question, lot, account)


def check_i02(ask: Ask, world: World) -> None:
    """No balance, bucket, or amount is below 0; affected is never more than there is."""
    for lot, rows in ask(world, {"what": "balances"}).items():
        assert all(exact(quantity) > 0 for quantity in rows.values()), (lot, rows)
    for question, blast in blasts(ask, world):
        for lot, account in blast["accounts"].items():
            assert all(exact(q) >= 0 for q in account["in"].values()), (question, lot)
            for bucket, key, row in lines(account):
                affected = exact(row.get("affected"))
                amounts = [exact(value) for value in row.get("suspect", {}).values()]
                assert 0 <= affected <= exact(row["quantity"]), (question, lot, bucket, key)
                assert all(value >= 0 for value in amounts), (question, lot, bucket, key)


def check_i03(ask: Ask, world: World) -> None:
    """The fate table closes, and its lines are those of the accounts of S and F(S)."""
    for question, blast in blasts(ask, world):
        for dimension, table in blast["fate"].items():
            total = sum(map(exact, table["fate"].values()), ZERO)
            assert exact(table["residual"]) == 0, (question, table)
            assert _is_near(total, exact(table["suspect"])), (question, table)
            for bucket, value in table["fate"].items():
                if bucket not in {"re_entered", "unquantified"}:
                    found = _held(blast["accounts"], bucket, dimension)
                    assert _is_near(found, exact(value)), (question, bucket, found, value)


def _held(accounts: dict[str, Any], bucket: str, dimension: str) -> Fraction:
    """Add up what the accounts say of one end."""
    nothing = bucket == "consumed_to_nothing"
    return sum(
        (
            exact(row.get("suspect", {}).get(dimension))
            for account in accounts.values()
            for name, key, row in lines(account)
            if (name == "consumed" and key == "nothing" if nothing else name == bucket)
        ),
        ZERO,
    )


def check_i05(ask: Ask, world: World) -> None:
    """What a contribution has reached is in the set, forward and backward."""
    for lot in known_lots(world):
        figures = ask(world, {"what": "shares", "lots": [lot]})
        trace = ask(world, {"what": "trace", "lots": [lot]})
        for way in ("forward", "backward"):
            given = {x for x, row in figures[way].items() if exact(row["contribution"]) > 0}
            assert given <= set(trace[way]), (lot, way, given - set(trace[way]))


def check_i06(ask: Ask, world: World) -> None:
    """A share lies between 0 and 1."""
    for lot in known_lots(world):
        figures = ask(world, {"what": "shares", "lots": [lot]})
        for row in [*figures["forward"].values(), *figures["backward"].values()]:
            for name in ("share", "unknown_share"):
                assert 0 <= exact(row.get(name)) <= 1, (lot, row)


def check_i08(ask: Ask, world: World) -> None:
    """A bucket with suspect quantity in it has an affected part."""
    for question, blast in blasts(ask, world):
        for lot, account in blast["accounts"].items():
            for bucket, key, row in lines(account):
                if any(exact(value) > 0 for value in row.get("suspect", {}).values()):
                    assert exact(row["affected"]) > 0, (question, lot, bucket, key, row)


def _is_near(one: Fraction, two: Fraction) -> bool:
    return abs(one - two) <= Fraction(1, 10**9) * max(abs(one), abs(two), Fraction(1))
