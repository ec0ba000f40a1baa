"""What a search finds."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `kind` says what, `id` leads to it."""

    kind: str
    id: UUID
    code: str
    title: str
    subtitle: str
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """What the text itself says by the standards of codes; `note` is a sentence."""

    scheme: str
    gtin: str | None = None
    lot: str | None = None
    serial: str | None = None
    sscc: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found; `exact` where something carries just this code."""

    items: tuple[Hit, ...]
    exact: bool
    understood: Understanding | None
