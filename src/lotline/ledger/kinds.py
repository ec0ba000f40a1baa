"""What the ledger offers to other rooms: following it, and standing under its checkpoints."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Protocol

from lotline.ledger.records import StoredEvent


class Follower(Protocol):
    """A projection: derived state that is a fold over events and nothing else.

    An inline follower is applied in the transaction that appends; any other reads by position
    afterwards. `tables` are the tables that it alone writes: verification compares them with a
    replay. The same events in ledger order must always give the same rows.
    """

    name: ClassVar[str]
    inline: ClassVar[bool]
    tables: ClassVar[tuple[str, ...]]

    def apply(self, events: Sequence[StoredEvent]) -> None:
        """Fold events, in ledger order, into the tables."""
        ...


class Trail(Protocol):
    """Another hash-chained record that stands under the ledger's checkpoints."""

    @property
    def name(self) -> str:
        """Give the word by which findings name it."""
        ...

    def head(self) -> tuple[int, str]:
        """Give the number and hash of its last entry."""
        ...

    def hashes(self, seqs: Iterable[int]) -> dict[int, str]:
        """Give the hashes of the entries with these numbers."""
        ...

    def first_fault(self) -> int | None:
        """Give the first number that does not fit, or None if all do."""
        ...

    def told(self, action: str) -> Iterator[tuple[str, str]]:
        """Give the object and detail of every entry of an action."""
        ...
