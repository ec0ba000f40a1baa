"""What quality's decisions answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HoldReceipt:
    """A hold or a release that is recorded."""

    hold_id: UUID
    event_id: UUID
    stream: str
    stream_seq: int
    hash: str
    record_time: datetime
