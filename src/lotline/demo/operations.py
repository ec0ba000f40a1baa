"""Filling an empty installation with the simulated dairy, all of it or nothing."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from lotline.access.records import Actor
from lotline.demo.masters import keep_masters
from lotline.demo.playback import Playback
from lotline.demo.records import Plan, Truth
from lotline.demo.timeline import build
from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import Conflict
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger import queries as events
from lotline.ledger.records import Draft

GENESIS: Final = "lotline.genesis/1"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was filled in: how many events, the story's truth, how long it took."""

    events: int
    truth: Truth
    seconds: float


def load(days: int, seed: int, end: datetime, progress: Progress | None = None) -> Loaded:
    """Play the dairy through the real door; only into an empty ledger (DECISIONS 29).

    One transaction around it all: a demo broken off half-way leaves nothing behind.
    """
    began, timeline = time.monotonic(), build(Plan(days, seed, end))
    with transaction.atomic():
        ledger.claim(["installation"])
        if not events.is_empty():
            raise Conflict("demo.not_empty")
        actor = Actor.system("demo", channel="demo")
        clock = FixedClock(timeline.happenings[0].recorded - timedelta(minutes=1))
        _begin(actor, timeline.plan, clock)
        keep_masters(actor, timeline.orders)
        Playback(actor, clock, progress).play(timeline.happenings)
    ledger.order_events()
    return Loaded(events.count_events(), timeline.truth, time.monotonic() - began)


def _begin(actor: Actor, plan: Plan, clock: FixedClock) -> None:
    """Say at the very start of the chain that none of this is real."""
    now = clock.now()
    payload: dict[str, object] = {
        "schema": GENESIS, "simulated": True, "seed": plan.seed, "days": plan.days,
        "end": plan.end.isoformat(),
    }  # fmt: skip
    draft = Draft(
        uuid7(int(now.timestamp() * 1000)), "genesis", "-", ("installation",), now, payload
    )
    ledger.append([draft], actor=actor.name, clock=clock)
