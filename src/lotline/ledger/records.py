"""What the ledger takes and gives: drafts in, receipts and stored events out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Draft:
    """An event about to be appended; the ledger knows its subjects, not its meaning.

    `payload` holds only text, small integers, booleans, lists and objects: decimals and times are
    strings, so that the canonical text is the same everywhere.
    """

    event_id: UUID
    kind: str
    site: str
    subjects: tuple[str, ...]
    event_time: datetime
    payload: dict[str, object]
    device: str | None = None
    spec_version: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof of where an event stands in the chain."""

    event_id: UUID
    stream: str
    stream_seq: int
    hash: str
    record_time: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a stream."""

    stream: str
    seq: int
    hash: str
    record_time: datetime


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it stands in the ledger, with all that its hash covers."""

    event_id: UUID
    kind: str
    stream: str
    stream_seq: int
    prev_hash: str
    hash: str
    alg: str
    actor: str
    device: str | None
    event_time: datetime
    record_time: datetime
    spec_version: str | None
    payload_text: str
    payload: dict[str, object]
    subjects: tuple[tuple[str, int], ...]
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that verification found wrong, with the event it was found at."""

    check: str
    detail: str
    event_id: UUID | None = None
    stream: str | None = None
    stream_seq: int | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What verification looked at and what it found; no findings means intact."""

    events: int
    streams: int
    followers: tuple[str, ...]
    findings: tuple[Finding, ...]
    seconds: float

    @property
    def intact(self) -> bool:
        """Say whether nothing was found wrong."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at to prove an event."""

    name: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at to prove one event, and its hash as kept and as computed again."""

    event_id: UUID
    checks: tuple[Check, ...]
    hash: str
    recomputed: str
