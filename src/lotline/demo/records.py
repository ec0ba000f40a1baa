"""What the simulated dairy is made of: its plan, what happens there, and the truth about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from lotline.capture.records import CaptureRequest
from lotline.kernel.errors import Invalid
from lotline.masterdata.records import DEFAULT_ZONE, OrderKind

SHORTEST: Final = 10
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Plan:
    """How many days are played, up to which moment, with which seed; days count from nought."""

    days: int
    seed: int
    end: datetime

    def __post_init__(self) -> None:
        """Refuse a plan too short for its story, or one that names no moment."""
        if not SHORTEST <= self.days <= LONGEST:
            raise Invalid.at("/days", "demo.days", least=SHORTEST, most=LONGEST)
        if self.end.tzinfo is None:
            raise Invalid.at("/end", "demo.end_without_offset")

    def at(self, day: int, hour: int, minute: int = 0) -> datetime:
        """Give a moment of a day in the plant's own time."""
        last = self.end.astimezone(ZoneInfo(DEFAULT_ZONE))
        midnight = last.replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight + timedelta(days=day - self.days + 1, hours=hour, minutes=minute)

    def label(self, day: int) -> str:
        """Give a day as it stands in lot codes: yymmdd."""
        return self.at(day, 0).strftime("%y%m%d")


@dataclass(frozen=True, slots=True)
class Holding:
    """Quality stops lots; `key` is what the release names later."""

    key: str
    lots: tuple[str, ...]
    reason: str
    note: str
    operator: str


@dataclass(frozen=True, slots=True)
class Releasing:
    """Quality lifts the hold that was laid on under `key`."""

    key: str
    note: str
    operator: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens, when it is over, and when somebody gets round to recording it."""

    at: datetime
    recorded: datetime
    act: CaptureRequest | Holding | Releasing


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """An order of the simulated plant; its lines are product, pieces and unit."""

    code: str
    name: str
    kind: OrderKind
    party: str | None
    lines: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """What really happened in the story, by code: the answer that a trace has to find."""

    complaint: str
    complaint_lot: str
    supplier_lot: str
    fruit_lots: frozenset[str]
    mix_lots: frozenset[str]
    finished_lots: frozenset[str]
    customers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that happens, in the order in which it is recorded."""

    plan: Plan
    happenings: tuple[Happening, ...]
    orders: tuple[OrderPlan, ...]
    truth: Truth
