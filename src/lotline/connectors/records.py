"""What an import answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """What became of one event of a file: accepted, replayed, refused or invalid, and why."""

    name: str
    status: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of a file."""

    name: str
    events: tuple[ImportedEvent, ...]
    tolerated: tuple[str, ...] = ()

    @property
    def all_stored(self) -> bool:
        """Say whether every event is in the record now."""
        return all(event.status in {"accepted", "replayed"} for event in self.events)
