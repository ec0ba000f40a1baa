"""Random factories: a true plant, its records with trouble, and the truth beside them.

The world is the vectors' JSON with a few more fields:

- `units`: {lot: unit} where a product fixes a lot's own unit (here: none; I21 uses it);
- `until` on an event: it happened at any time from `time` to `until`; it is folded at `time`;
- `certainty`: "possible" or "estimated" on an input or output line (on the event for a fill or a
  draw, and for a return as a new lot); left out: certain;
- `weight` on an output or waste line, `tank` on an `adjust` (delta or counted, with `unit`);
- `supplier` on a `return`: goods that go back to the supplier;
- `truth`: what the plant itself knows (an engine ignores it): `balances`, `ancestors`,
  `composition`, `received_only`; `intact` if the records tell all of it (I10 to I12), `exact` if
  nothing in them is assumed or voided without a correction either (I13), `tied` if only times
  were made equal (I24), and `rough`, the names of what was done to the records.
"""

import copy
import random
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from . import roughness
from .cellar import TANKS
from .logistics import ROADS
from .pallets import UNITS
from .plant import PLACES, TruePlant
from .recording import Recorder
from .work import ACCOUNTS, MAKING, Deed, receive

World = dict[str, Any]
FEW: Mapping[Deed, int] = {deed: weight // 2 for deed, weight in MAKING.items()}
STYLES: Mapping[str, Mapping[Deed, int]] = {
    "making": {**MAKING, **ACCOUNTS},
    "tanks": {**MAKING, **TANKS, **ACCOUNTS},
    "roads": {**FEW, **ROADS, **ACCOUNTS},
    "units": {**FEW, **ROADS, **UNITS, **ACCOUNTS},
    "all": {**MAKING, **TANKS, **ROADS, **UNITS, **ACCOUNTS},
}
FITTING: Mapping[str, tuple[str, ...]] = {
    "no_waybill": ("roads", "units"),
    "packed_late": ("units",),
    "tied": ("tanks", "roads", "making"),
    "no_place": ("all", "roads"),
    "assumed": ("making", "tanks", "all"),
}
"""Where a sort of roughness shows."""


def live(rng: random.Random, events: int, style: str) -> TruePlant:
    """Run a plant for a number of events."""
    plant = TruePlant(rng)
    deeds, weights = zip(*STYLES[style].items(), strict=True)
    receive(plant)
    while len(plant.diary) < events:
        rng.choices(deeds, weights)[0](plant)
    return plant


def build(
    seed: int,
    events: int = 20,
    style: str = "all",
    trouble: float = 0.0,
    rough: tuple[str, ...] = (),
) -> World:
    """Make one factory with its records; the same arguments give the same world."""
    rng = random.Random(seed)
    plant = live(rng, events, style)
    truth = plant.truth()
    diary = copy.deepcopy(plant.diary)
    for name in rough:
        diary = roughness.ROUGH[name](rng, diary)
    recorder = Recorder(rng, trouble)
    for said in diary:
        recorder.take_down(said)
    phantoms = bool(diary) and recorder.is_troubled(0.3)
    if phantoms:
        recorder.invent(rng.choice(diary))
    tanks: dict[str, Any] = {code: {"model": tank.model} for code, tank in plant.tanks.items()}
    if "assumed" in rough:
        tanks = roughness.forget_models(rng, tanks)
    truth |= {
        "intact": not rough,
        "exact": not rough and not phantoms,
        "tied": rough == ("tied",),
        "rough": list(rough),
    }
    return {
        "places": {code: {"kind": kind} for code, kind in PLACES.items()},
        "tanks": tanks,
        "late_after_hours": 24,
        "events": recorder.ledger(),
        "truth": truth,
    }


def any_world(seed: int) -> World:
    """Make any sort of factory from a number: about a third of them intact."""
    rng = random.Random(seed)
    rough: tuple[str, ...] = ()
    if rng.random() < 0.65:
        names = sorted(roughness.ROUGH)
        rough = tuple(rng.sample(names, rng.choice([1, 1, 1, 2, 3])))
    styles = FITTING.get(rough[0] if rough else "", tuple(sorted(STYLES)))
    return build(
        seed=rng.randrange(2**32),
        events=rng.choice([5, 6, 8, 10, 12, 12, 15, 18, 22, 30, 60]),
        style=rng.choice(styles),
        trouble=rng.choice([0, 0.3, 1]),
        rough=rough,
    )


def worlds(
    style: st.SearchStrategy[str] | None = None, rough: tuple[str, ...] = (), trouble: float = 0.3
) -> st.SearchStrategy[World]:
    """Give factories to hypothesis; it shrinks the number of events first."""
    return st.builds(
        build,
        seed=st.integers(0, 2**32 - 1),
        events=st.integers(5, 60),
        style=style or st.sampled_from(sorted(STYLES)),
        trouble=st.just(trouble),
        rough=st.just(rough),
    )
