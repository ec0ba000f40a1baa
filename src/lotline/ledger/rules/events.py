"""How an event is hashed and where it is chained: pure.

Every hashed field is preceded by its length, under a domain of its own, so that no two different
events share one input. Streams let writers on different lots pass without waiting for each other.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from lotline.kernel.canonical import canonical_text
from lotline.ledger.rules.algorithms import SHA256, hash_function

ALGORITHM: Final = SHA256
GENESIS_HASH: Final = "0" * 64
STREAMS_PER_SITE: Final = 16
DOMAIN: Final = b"lotline.event\x00"


def stream_of(site: str, subject: str) -> str:
    """Choose the stream of an event from its site and first subject."""
    number = int.from_bytes(hashlib.sha256(subject.encode()).digest()[:4], "big")
    return f"{site}/{number % STREAMS_PER_SITE:02d}"


def time_text(moment: datetime) -> str:
    """Write a moment as hashed: UTC with six decimals."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def subjects_text(subjects: Iterable[tuple[str, int]]) -> str:
    """Write the subjects with their versions as hashed."""
    return canonical_text([[subject, version] for subject, version in subjects])


def event_hash(
    *,
    stream: str,
    stream_seq: int,
    prev_hash: str,
    event_id: UUID,
    kind: str,
    actor: str,
    device: str | None,
    event_time: datetime,
    record_time: datetime,
    spec_version: str | None,
    subjects: str,
    payload: str,
    alg: str = ALGORITHM,
) -> str:
    """Hash an event together with its place in its stream (hexadecimal, by the algorithm named)."""
    fields = (
        stream, str(stream_seq), prev_hash, str(event_id), kind, actor, device or "",
        time_text(event_time), time_text(record_time), spec_version or "", subjects, payload,
    )  # fmt: skip
    return hash_function(alg)(DOMAIN + b"".join(map(prefixed, (alg, *fields)))).hex()


def prefixed(value: str) -> bytes:
    """Write one field as hashed: its length in bytes (8, big-endian), then its UTF-8 bytes."""
    raw = value.encode()
    return len(raw).to_bytes(8, "big") + raw


def chain_start(alg: str, stream: str, stream_seq: int, prev_hash: str) -> bytes:
    """Give the first bytes of an event's hashed text, which its place in the chain alone decides."""
    return DOMAIN + b"".join(map(prefixed, (alg, stream, str(stream_seq), prev_hash)))
