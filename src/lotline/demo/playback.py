"""Playing a timeline through the doors of the house, with the clock at the moment of recording."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from lotline.access.records import Actor
from lotline.capture import operations as door
from lotline.capture.records import (
    Accepted,
    CaptureRequest,
    LineRequest,
    ObjectRef,
    Outcome,
    Refused,
)
from lotline.demo.records import Happening, Holding, Releasing
from lotline.kernel.clock import FixedClock
from lotline.kernel.errors import Conflict, Problem
from lotline.lots import queries as lots
from lotline.quality import operations as quality

_MOST: Final = 200
_WINDOW: Final = timedelta(minutes=12)


class Playback:
    """Plays happenings in order; any refusal is a mistake of the simulation and stops it."""

    def __init__(
        self, actor: Actor, clock: FixedClock, progress: Callable[[int, int], None] | None = None
    ) -> None:
        self._actor, self._clock, self._progress = actor, clock, progress
        self._holds: dict[str, UUID] = {}

    def play(self, happenings: Sequence[Happening]) -> None:
        """Play everything."""
        done = 0
        for batch in batches(happenings):
            self._clock.set(batch[-1].recorded)
            requests = [h.act for h in batch if isinstance(h.act, CaptureRequest)]
            if requests:
                self._capture(requests)
            else:
                self._decide(batch[0])
            done += len(batch)
            if self._progress:
                self._progress(done, len(happenings))

    def _capture(self, requests: list[CaptureRequest]) -> None:
        outcomes = door.capture_batch(self._actor, requests, clock=self._clock)
        for request, outcome in zip(requests, outcomes, strict=True):
            if not isinstance(outcome, Accepted):
                raise Conflict("demo.refused", key=request.client_id, why=_why(outcome))

    def _decide(self, happening: Happening) -> None:
        act = happening.act
        if isinstance(act, Holding):
            found = lots.find(act.lots)
            held = quality.hold_lots(
                self._actor, lots_held=[found[code][0] for code in act.lots], reason=act.reason,
                note=act.note, client_id=act.key, at=happening.at, operator=act.operator,
                clock=self._clock,
            )  # fmt: skip
            self._holds[act.key] = held.hold_id
        elif isinstance(act, Releasing):
            quality.release_lots(
                self._actor, hold=self._holds[act.key], note=act.note,
                client_id=f"{act.key}-release", at=happening.at, operator=act.operator,
                clock=self._clock,
            )  # fmt: skip


def batches(happenings: Sequence[Happening]) -> Iterator[list[Happening]]:
    """Cut a timeline so that what is scanned exists already, and the clock is never far off."""
    batch: list[Happening] = []
    fresh: set[str] = set()
    for happening in happenings:
        act = happening.act
        decision = not isinstance(act, CaptureRequest)
        if batch and (decision or _must_cut(batch, fresh, happening)):
            yield batch
            batch, fresh = [], set()
        batch.append(happening)
        if isinstance(act, CaptureRequest):
            fresh |= {ref.new.code for ref in _refs(act) if ref.new and ref.new.code}
        else:
            yield batch
            batch = []
    if batch:
        yield batch


def _must_cut(batch: Sequence[Happening], fresh: set[str], coming: Happening) -> bool:
    if len(batch) >= _MOST or coming.recorded - batch[0].recorded > _WINDOW:
        return True
    assert isinstance(coming.act, CaptureRequest)
    return any(ref.scan in fresh for ref in _refs(coming.act))


def _refs(request: CaptureRequest) -> Iterator[ObjectRef]:
    lines: tuple[LineRequest, ...] = (*request.inputs, *request.outputs, *request.subjects)
    for line in lines:
        yield from (ref for ref in (line.lot, line.unit) if ref)
    if request.unit:
        yield request.unit


def _why(outcome: Outcome | Problem) -> str:
    if isinstance(outcome, Refused):
        return ", ".join(f"{r.code} {r.pointer} {r.params}" for r in outcome.refusals)
    if isinstance(outcome, Problem):
        return f"{outcome.code} {outcome.violations}"
    return ""
