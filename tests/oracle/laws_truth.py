"""Invariants against the true plant: what its records must lead back to."""

from collections import defaultdict
from fractions import Fraction

from .agreement import Ask, World
from .laws_tables import exact

UNKNOWN = "?"


def check_i10(ask: Ask, world: World) -> None:
    """With all records in: balances are the plant's own, no dispute, nothing unexplained."""
    truth = world["truth"]
    if not truth["intact"]:
        return
    given = ask(world, {"what": "balances"})
    for lot, rows in truth["balances"].items():
        expected = {key: Fraction(value) for key, value in rows.items()}
        found = {key: exact(value) for key, value in given.get(lot, {}).items() if exact(value)}
        assert _is_alike(expected, found), (lot, expected, found)
        for account in ask(world, {"what": "blast", "lots": [lot]})["accounts"].values():
            assert not {"disputed", "unexplained_gain"} & set(account["in"]), lot
            assert "unexplained" not in account["out"], lot
    assert ask(world, {"what": "findings"})["disputed"] == []


def check_i11(ask: Ask, world: World) -> None:
    """With all records in: B is the set of lots that truly went in.

    A lot is one body under one name: what it ever took in belongs to it from then on, also for
    what comes back of it later as a new lot (R7: that hop is at the time of the return).
    """
    if world["truth"]["intact"]:
        for lot, ancestors in world["truth"]["ancestors"].items():
            found = ask(world, {"what": "trace", "lots": [lot]})["backward"]
            assert found == ancestors, (lot, found, ancestors)


def check_i12(ask: Ask, world: World) -> None:
    """With all records in: the share of every received lot in every lot is the true one.

    What was found above the book in a received lot has come through it as well.
    """
    truth = world["truth"]
    if not truth["intact"]:
        return
    for lot, parts in truth["composition"].items():
        figures = ask(world, {"what": "shares", "lots": [lot]})["backward"]
        totals: dict[str, Fraction] = defaultdict(Fraction)
        through: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
        for name, value in parts.items():
            origin, dimension = name.split(" ")
            totals[dimension] += Fraction(value)
            through[origin.removeprefix(UNKNOWN), dimension] += Fraction(value)
        for (origin, dimension), value in through.items():
            if origin in truth["received_only"] and origin != lot:
                share = exact(figures[origin]["share"])
                expected = value / totals[dimension]
                assert abs(share - expected) <= Fraction(1, 10**9), (lot, origin, share, expected)


def check_i13(ask: Ask, world: World) -> None:
    """With all records in, nothing assumed: every answer is complete and exact.

    An event that never happened and was declared in error leaves `voided_uncorrected` (R11), so
    factories with one are not asked here.
    """
    truth = world["truth"]
    if not truth["exact"]:
        return
    for lot in truth["balances"]:
        for what in ("trace", "blast"):
            given = ask(world, {"what": what, "lots": [lot]})
            assert given["complete"], (what, lot, given["codes"])
            assert given["exact"], (what, lot, given["codes"])


def check_i24(ask: Ask, world: World) -> None:
    """With equal times no true ancestor is missing; a set too large says `order_ambiguous`."""
    if not world["truth"]["tied"]:
        return
    for lot, ancestors in world["truth"]["ancestors"].items():
        trace = ask(world, {"what": "trace", "lots": [lot]})
        found = set(trace["backward"])
        assert set(ancestors) <= found, (lot, set(ancestors) - found)
        if found != set(ancestors):
            assert "order_ambiguous" in trace["codes"], (lot, found - set(ancestors))


def _is_alike(one: dict[str, Fraction], two: dict[str, Fraction]) -> bool:
    return set(one) == set(two) and all(
        abs(value - two[key]) <= Fraction(1, 10**9) * max(value, Fraction(1))
        for key, value in one.items()
    )
