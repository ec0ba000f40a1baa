"""Identities: time-ordered UUIDs made here or on a client, and stable ones for foreign URIs."""

import os
import time
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

_VERSION: Final = 0x7 << 76
_VARIANT: Final = 0b10 << 62
_RANDOM_A: Final = (1 << 12) - 1
_RANDOM_B: Final = (1 << 62) - 1


def uuid7(clock_ms: int | None = None) -> UUID:
    """Make a UUID version 7 (RFC 9562 §5.7); `clock_ms` is Unix time in milliseconds."""
    millis = time.time_ns() // 1_000_000 if clock_ms is None else clock_ms
    noise = int.from_bytes(os.urandom(10), "big")
    bits = (millis & ((1 << 48) - 1)) << 80
    bits |= _VERSION | (((noise >> 62) & _RANDOM_A) << 64) | _VARIANT | (noise & _RANDOM_B)
    return UUID(int=bits)


def uuid_of_uri(uri: str) -> UUID:
    """Give the same identity to the same foreign thing every time it is named (UUIDv5)."""
    return uuid5(NAMESPACE_URL, uri)
