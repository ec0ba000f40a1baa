"""I14: what a tank gives equals the closed form of its mixing model (R8).

The silos here are simple on purpose: received lots go in, each draw is a new lot, and now and
then the book is lowered to what a dip found or the tank is washed.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from .agreement import Ask, World, counting_events, number
from .plant import time_text

ZERO = Fraction(0)


def build_silo(seed: int, events: int = 24) -> World:
    """Make one tank with fills, draws, dips and washes; never more drawn than there is."""
    rng = random.Random(seed)
    volume, said = 0, []
    for number_ in range(events):
        line: dict[str, Any] = {"tank": "K", "unit": "KGM", "time": time_text(600 + 10 * number_)}
        deed = rng.choices(["fill", "draw", "adjust", "clean"], [6, 6, 1, 0.5])[0]
        if deed == "fill" or not volume:
            quantity = rng.randint(1, 99)
            lot = {"lot": f"F{number_}", "quantity": str(quantity), "place": "WH"}
            receipt = {"kind": "receive", "time": time_text(number_), "unit": "KGM", **lot}
            said += [receipt, {**line, **lot, "kind": "fill"}]
            volume += quantity
        elif deed == "draw":
            quantity = volume if rng.random() < 0.25 else rng.randint(1, volume)
            lot = {"lot": f"D{number_}", "quantity": str(quantity), "place": "WH"}
            said.append({**line, **lot, "kind": "draw"})
            volume -= quantity
        elif deed == "adjust":
            volume = rng.randint(0, volume)
            said.append({**line, "kind": "adjust", "counted": str(volume), "reason": "dip"})
        else:
            said.append({**line, "kind": "clean"})
            volume = 0
    return {
        "places": {"WH": {"kind": "stock"}},
        "tanks": {"K": {"model": rng.choice(["mixed", "fifo", "lifo"])}},
        "events": [{"id": f"e{at}", **one} for at, one in enumerate(said)],
        "truth": {"silo": True, "intact": False, "exact": False, "tied": False},
    }


@dataclass
class Run:
    """One campaign as two lists: fills (lot, quantity, draws before) and draws (lot, quantity)."""

    fills: list[tuple[str, Fraction, int]] = field(default_factory=list)
    draws: list[tuple[str, Fraction, int]] = field(default_factory=list)

    @property
    def volume(self) -> Fraction:
        """Give what is left."""
        return sum((q for _, q, _ in self.fills), ZERO) - sum((q for _, q, _ in self.draws), ZERO)


def runs(world: World) -> list[Run]:
    """Cut the silo's events into campaigns; losses count as draws of no lot."""
    found = [Run()]
    for said in sorted(counting_events(world), key=lambda said: said["time"]):
        run, quantity = found[-1], number(said.get("quantity")) or ZERO
        if said["kind"] == "fill":
            if run.fills and not run.volume:
                found.append(Run())
            found[-1].fills.append((said["lot"], quantity, len(found[-1].draws)))
        elif said["kind"] == "draw":
            run.draws.append((said["lot"], quantity, len(run.fills)))
        elif said["kind"] == "adjust":
            left = number(said["counted"]) or ZERO
            run.draws.append(("", run.volume - left, len(run.fills)))
        elif said["kind"] == "clean":
            found.append(Run())
    return found


def closed_form(model: str, run: Run) -> dict[tuple[str, str], Fraction]:
    """Give how much of each fill is in each draw."""
    return {"mixed": _mixed, "fifo": _fifo, "lifo": _lifo}[model](run)


def _mixed(run: Run) -> dict[tuple[str, str], Fraction]:
    """Give D r_f / V, with r_f = q_f times the product of (1 - D_k / V_k) over earlier draws."""
    found: dict[tuple[str, str], Fraction] = {}
    filled = [sum((q for _, q, _ in run.fills[:n]), ZERO) for _, _, n in run.draws]
    drawn = [sum((q for _, q, _ in run.draws[:k]), ZERO) for k in range(len(run.draws))]
    for at, (draw, quantity, _) in enumerate(run.draws):
        for fill, size, before in run.fills:
            if before > at or run.fills.index((fill, size, before)) >= run.draws[at][2]:
                continue
            left = size
            for k in range(before, at):
                left *= 1 - run.draws[k][1] / (filled[k] - drawn[k])
            found[fill, draw] = found.get((fill, draw), ZERO) + quantity * left / (
                filled[at] - drawn[at]
            )
    return found


def _fifo(run: Run) -> dict[tuple[str, str], Fraction]:
    """Give the overlap of [fills before, + q] with [draws before, + D]."""
    found: dict[tuple[str, str], Fraction] = {}
    low = ZERO
    for fill, size, _ in run.fills:
        start = ZERO
        for draw, quantity, _ in run.draws:
            overlap = min(low + size, start + quantity) - max(low, start)
            if overlap > 0:
                found[fill, draw] = found.get((fill, draw), ZERO) + overlap
            start += quantity
        low += size
    return found


def _lifo(run: Run) -> dict[tuple[str, str], Fraction]:
    """Give min(r_f, D - sum of newer r), not below 0."""
    found: dict[tuple[str, str], Fraction] = defaultdict(lambda: ZERO)
    rest = [size for _, size, _ in run.fills]
    for draw, quantity, fills in run.draws:
        gives = [
            max(ZERO, min(rest[f], quantity - sum(rest[f + 1 : fills], ZERO))) for f in range(fills)
        ]
        for f, given in enumerate(gives):
            rest[f] -= given
            found[run.fills[f][0], draw] += given
    return found


def check_i14(ask: Ask, world: World) -> None:
    """Draws equal their closed forms; parts add up to the draw and to the fill."""
    if not world["truth"].get("silo"):
        return
    given: dict[tuple[str, str], Fraction] = defaultdict(lambda: ZERO)
    for source, target, quantity in ask(world, {"what": "edges"}):
        given[source, target] += number(quantity) or ZERO
    balances = ask(world, {"what": "balances"})
    for run in runs(world):
        form = closed_form(world["tanks"]["K"]["model"], run)
        for (fill, draw), value in form.items():
            if draw:
                assert _is_near(given[fill, draw], value), (fill, draw, given[fill, draw], value)
        for draw, quantity, _ in run.draws:
            parts = sum((v for (_, d), v in given.items() if d == draw), ZERO)
            assert not draw or _is_near(parts, quantity), (draw, parts, quantity)
        for fill, size, _ in run.fills:
            parts = sum((v for (f, _), v in given.items() if f == fill), ZERO)
            lost = sum((v for (f, d), v in form.items() if f == fill and not d), ZERO)
            left = number(balances.get(fill, {}).get("tank:K")) or ZERO
            washed = run is not runs(world)[-1] and not left
            assert washed or _is_near(parts + lost + left, size), (fill, parts, lost, left, size)


def _is_near(one: Fraction, two: Fraction) -> bool:
    return abs(one - two) <= Fraction(1, 10**9) * max(abs(one), abs(two), Fraction(1))
