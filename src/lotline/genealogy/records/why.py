"""Why a lot is in an answer, and how much of one lot is in another."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lotline.genealogy.records.trace import Reason, Way
from lotline.lots.records import Amount, LotRef


@dataclass(frozen=True, slots=True)
class AsOf:
    """How the records are to be read: as they stood, as things stood, or without trust in times.

    `since` and `until` bound suspicion, not knowledge (GENEALOGY R12).
    """

    since: datetime | None = None
    until: datetime | None = None
    recorded: datetime | None = None
    happened: datetime | None = None
    plain: bool = False


NOW = AsOf()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step from a lot to the next, by one event."""

    lot: LotRef
    event_id: UUID
    kind: str
    event_time: datetime
    place: str | None
    quantity: Amount | None
    certainty: str
    to: LotRef


@dataclass(frozen=True, slots=True)
class Why:
    """One path from the lot that was asked about to another; `possible` if it is not certain."""

    start: LotRef
    goal: LotRef
    direction: Way
    possible: bool
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one lot is in another: in the unit of what contributes, and as part of a whole.

    `share` is a decimal between 0 and 1 with 12 digits at most, None where it cannot be told;
    `approximate` where an assumption lies on the way.
    """

    lot: LotRef
    contribution: tuple[Amount, ...]
    share: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """What a lot is made of, and how much of it is in what came of it (GENEALOGY R9)."""

    start: LotRef
    dimension: str | None
    unknown: str | None
    backward: tuple[Share, ...]
    forward: tuple[Share, ...]
    complete: bool
    exact: bool
    reasons: tuple[Reason, ...]
