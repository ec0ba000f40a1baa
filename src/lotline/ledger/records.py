"""What the ledger takes and gives: drafts in, receipts and stored events out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Draft:
    """An event about to be appended; the ledger knows its subjects, not its meaning.

    `payload` holds only text, small integers, booleans, lists and objects: decimals and times are
    strings, so that the canonical text is the same everywhere. `personal` names fields of it by
    JSON pointer (RFC 6901): they can be erased later without breaking the chain.
    """

    event_id: UUID
    kind: str
    site: str
    subjects: tuple[str, ...]
    event_time: datetime
    payload: dict[str, object]
    device: str | None = None
    spec_version: str | None = None
    personal: tuple[str, ...] = ()


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
    """An event as it stands in the ledger, with all that its hash covers.

    `payload_text` is what was hashed; in `payload` personal fields stand as they were told, or null
    once they were erased.
    """

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
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Between which sizes of the record something was changed: after the last good checkpoint.

    `after` is the size of the last checkpoint that still holds (0: none), `before` that of the
    first one that does not (None: no later checkpoint speaks of it).
    """

    after: int
    after_at: str | None
    before: int | None
    before_at: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a verification looked at.

    `hashed` events were hashed again from their content; of `trusted` ones, which an earlier run on
    this installation hashed, only the kept hashes went into the tree again.
    """

    hashed: int
    trusted: int
    checkpoints: int
    exported: int
    folders: tuple[str, ...]
    audit: int
    files: int
    personal: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What verification looked at and what it found; no findings means intact.

    `unprotected` events came after the last exported checkpoint: whoever rewrites all their hashes
    is not found by this run. `notes` are things to know that are not wrong.
    """

    events: int
    streams: int
    followers: tuple[str, ...]
    findings: tuple[Finding, ...]
    seconds: float
    scope: Scope | None = None
    window: Window | None = None
    unprotected: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        """Say whether nothing was found wrong."""
        return not self.findings

    @property
    def first_bad(self) -> Finding | None:
        """Give the finding that lies earliest in the record, or the first one found."""
        placed = [found for found in self.findings if found.position is not None]
        earliest = min(placed, key=lambda found: found.position or 0, default=None)
        return earliest or next(iter(self.findings), None)


class CannotTell(Exception):  # noqa: N818 – the third answer of verification
    """Verification could not look at what it was asked to; the record may be intact or not."""


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


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signed statement that the record had this size and this root at this time."""

    number: int
    epoch: int
    size: int
    root: str
    at: datetime
    key_id: str
    text: str
    signature: str


@dataclass(frozen=True, slots=True)
class KeyCard:
    """A key of the chain of keys, by its public half."""

    number: int
    key_id: str
    alg: str
    public: str
    at: str
    after: int
    text: str
    signature: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file kept under the SHA-256 of its bytes."""

    sha256: str
    size: int
    media_type: str
    name: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Proof that an event is under a checkpoint, to be checked by anybody without this system.

    `index` counts from 0; `path` holds the sibling hashes, nearest first (RFC 9162 §2.1.3).
    """

    event_id: UUID
    hash: str
    index: int
    size: int
    path: tuple[str, ...]
    checkpoint: Checkpoint
    keys: tuple[KeyCard, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """How far a folder outside the database has the checkpoints, and what hinders it."""

    folder: str
    number: int
    at: datetime | None
    fault: str | None
    behind: int


@dataclass(frozen=True, slots=True)
class Epoch:
    """A stretch of history between declared restores."""

    number: int
    since: str
    reason: str | None
    actor: str | None
    from_size: int
    lost_size: int


@dataclass(frozen=True, slots=True)
class LastVerification:
    """The last verification on this installation, as its folder remembers it."""

    at: str
    intact: bool
    events: int
    hashed: int
    trusted: int
    projections: bool
    seconds: str
    first_finding: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the ledger stands: for the page that people look after it with."""

    events: int
    unordered: int
    streams: int
    origin: str | None
    can_sign: bool
    checkpoint: Checkpoint | None
    checkpoint_age_seconds: int | None
    unsigned: int
    exports: tuple[Exported, ...]
    verification: LastVerification | None
    epochs: tuple[Epoch, ...]
    keys: tuple[KeyCard, ...]
