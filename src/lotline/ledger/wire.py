"""JSON shapes of the ledger's health, checkpoints, proofs and files."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from lotline.access.kinds import Body
from lotline.ledger.records import Verification


class CheckpointShown(Schema):
    """A signed statement of the record's size and root; `text` is what was signed."""

    number: int
    epoch: int
    size: int
    root: str
    at: datetime
    key_id: str
    text: str
    signature: str


class CheckpointPage(Schema):
    """Some checkpoints, the latest first."""

    items: list[CheckpointShown]
    next: str | None


class KeyShown(Schema):
    """A key of the chain of keys; `text` is what the key before it signed."""

    number: int
    key_id: str
    alg: str
    public: str
    at: str
    after: int
    text: str
    signature: str


class ExportShown(Schema):
    """How far a folder outside the database has the checkpoints."""

    folder: str
    number: int
    at: datetime | None
    fault: str | None
    behind: int


class EpochShown(Schema):
    """A stretch of history between declared restores."""

    number: int
    since: str
    reason: str | None
    actor: str | None
    from_size: int
    lost_size: int


class LastVerificationShown(Schema):
    """The last verification on this installation; `seconds` is text with two decimals."""

    at: str
    intact: bool
    events: int
    hashed: int
    trusted: int
    projections: bool
    seconds: str
    first_finding: str | None


class StandingShown(Schema):
    """How the ledger stands."""

    events: int
    unordered: int
    streams: int
    origin: str | None
    can_sign: bool
    checkpoint: CheckpointShown | None
    checkpoint_age_seconds: int | None
    unsigned: int
    exports: list[ExportShown]
    verification: LastVerificationShown | None
    epochs: list[EpochShown]
    keys: list[KeyShown]


class VerificationAsked(Body):
    """What to look at: with `projections`, derived tables are compared with a replay too."""

    projections: bool = False


class FindingShown(Schema):
    """One thing found wrong."""

    check: str
    detail: str
    event_id: UUID | None
    stream: str | None
    stream_seq: int | None
    position: int | None


class WindowShown(Schema):
    """Between which sizes of the record something was changed."""

    after: int
    after_at: str | None
    before: int | None
    before_at: str | None


class LookedAtShown(Schema):
    """What a verification looked at."""

    hashed: int
    trusted: int
    checkpoints: int
    exported: int
    folders: list[str]
    audit: int
    files: int
    personal: int


class VerificationShown(Schema):
    """The outcome of a verification."""

    intact: bool
    events: int
    streams: int
    projections: list[str]
    findings: list[FindingShown]
    first_bad: FindingShown | None
    window: WindowShown | None
    unprotected: int | None
    notes: list[str]
    scope: LookedAtShown | None

    @classmethod
    def of(cls, found: Verification) -> "VerificationShown":
        """Show a verification."""
        return cls.model_validate(
            {
                "intact": found.intact, "events": found.events, "streams": found.streams,
                "projections": found.followers, "findings": found.findings,
                "first_bad": found.first_bad, "window": found.window,
                "unprotected": found.unprotected, "notes": found.notes, "scope": found.scope,
            },
            from_attributes=True,
        )  # fmt: skip


class InclusionShown(Schema):
    """Proof that an event is under a checkpoint (RFC 9162 §2.1.3); hashes are hexadecimal."""

    event_id: UUID
    hash: str
    index: int
    size: int
    path: list[str]
    checkpoint: CheckpointShown
    keys: list[KeyShown]


class FileSent(Body):
    """A file to keep: its bytes in base64 (RFC 4648 §4), at most 5 MiB of them."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    media_type: Annotated[str, Field(max_length=150)]
    content: Annotated[str, Field(max_length=7 * 2**20)]


class FileShown(Schema):
    """A kept file."""

    sha256: str
    size: int
    media_type: str
    name: str
    actor: str
    at: datetime
