"""What the ledger offers to the rooms above: following it."""

from collections.abc import Sequence
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
