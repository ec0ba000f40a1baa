"""The diary of the simulated plant: what people note, and how long they take to note it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from lotline.capture.records import CaptureRequest
from lotline.demo.records import Happening, Holding, Plan, Releasing
from lotline.lots.events import Kind

PEOPLE: Final = {
    "milk": ("李建国", "孙强"),
    "heat": ("王海涛", "周敏"),
    "mixing": ("张伟", "何静"),
    "filling": ("刘洋", "陈燕"),
    "store": ("赵磊", "吴刚"),
    "laboratory": ("林晓梅", "郑洁"),
    "quality": ("宋雅琴",),
}
_SECOND = timedelta(seconds=1)


@dataclass(slots=True)
class _Note:
    at: datetime
    act: CaptureRequest | Holding | Releasing
    delay: timedelta
    late: bool


@dataclass(slots=True)
class Diary:
    """Collects what happens, in any order, and gives it in the order of recording."""

    plan: Plan
    rng: Random
    notes: list[_Note] = field(default_factory=list)

    def note(self, kind: Kind, at: datetime, who: str, *, late: int = 0, **parts: Any) -> None:
        """Note something that happened; `late` is out of how many chances of ten it waits for hours.

        Only what nothing else depends on may be late: a reading, a check.
        """
        waits = self.rng.randrange(10) < late
        shift = "早班" if 5 <= at.hour < 13 else "中班" if 13 <= at.hour < 21 else "夜班"
        people = PEOPLE[who]
        source = parts.pop("time_source", "scan")
        request = CaptureRequest(
            client_id=f"demo-{len(self.notes) + 1:06d}", kind=kind, event_time=at, offset="+08:00",
            operator=people[at.day % len(people)], crew=shift, channel="demo",
            time_source="paper" if waits else source, **parts,
        )  # fmt: skip
        minutes = self.rng.randint(70, 420) if waits else 0
        delay = timedelta(minutes=minutes, seconds=self.rng.randint(8, 95))
        self.notes.append(_Note(request.event_time_to or at, request, delay, waits))

    def decide(self, at: datetime, act: Holding | Releasing) -> None:
        """Note what quality decided."""
        self.notes.append(_Note(at, act, timedelta(seconds=5), late=False))

    def happenings(self) -> tuple[Happening, ...]:
        """Give what was over before the end, as it was recorded.

        What is noted at once keeps its order; what waits slips behind what others noted meanwhile.
        """
        end, last = self.plan.end, datetime.min.replace(tzinfo=self.plan.end.tzinfo)
        found = []
        for note in sorted(self.notes, key=lambda note: note.at):
            recorded = note.at + note.delay
            if not note.late:
                recorded = last = max(recorded, last + _SECOND)
            if recorded <= end:
                found.append(Happening(note.at, recorded, note.act))
        return tuple(sorted(found, key=lambda happening: happening.recorded))
