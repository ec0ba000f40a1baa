"""Which events count, in which order, and what an as-of question leaves out (R1, R2, R12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

Said = Mapping[str, Any]
World = Mapping[str, Any]


def moment(text: str) -> datetime:
    """Read a time."""
    return datetime.fromisoformat(text)


@dataclass(frozen=True)
class Happening:
    """One recorded event: folded at `start`; it may have been any time until `end` (R13)."""

    id: str
    kind: str
    start: datetime
    end: datetime
    recorded: datetime
    position: int
    said: Said

    @property
    def lots(self) -> set[str]:
        """Give the lots that the event names."""
        lines = [self.said, *self.said.get("inputs", ()), *self.said.get("outputs", ())]
        lines += self.said.get("children", ())
        named = {line.get("lot") for line in lines} | {self.said.get("as_lot")}
        return {lot for lot in named if lot}


def as_happening(said: Said, position: int) -> Happening:
    """Understand one entry of the ledger."""
    start = moment(said["time"])
    return Happening(
        id=said["id"],
        kind=said["kind"],
        start=start,
        end=moment(said["until"]) if said.get("until") else start,
        recorded=moment(said.get("recorded") or said["time"]),
        position=position,
        said=said,
    )


class History:
    """The ledger as known at `recorded`, the plant as it was at `happened`."""

    def __init__(
        self, world: World, recorded: datetime | None = None, happened: datetime | None = None
    ) -> None:
        """Keep the first copy of each event, in the order of the ledger."""
        self.world = world
        self.recorded = recorded
        self.happened = happened
        self.known: dict[str, Happening] = {}
        for position, said in enumerate(world["events"]):
            event = as_happening(said, position)
            if recorded is None or event.recorded <= recorded:
                self.known.setdefault(event.id, event)

    @cached_property
    def declarations(self) -> list[Happening]:
        """Give the error declarations."""
        return [event for event in self.known.values() if event.kind == "correct"]

    @cached_property
    def voided(self) -> set[str]:
        """Give the ids declared in error. Nothing un-declares: a declaration is no target."""
        return {event.said["declares"] for event in self.declarations}

    @cached_property
    def events(self) -> list[Happening]:
        """Give what counts, in fold order."""
        counted = [
            event
            for event in self.known.values()
            if event.kind != "correct" and event.id not in self.voided and self._is_past(event)
        ]
        return sorted(counted, key=lambda event: (event.start, self.tie(event), event.position))

    def tie(self, event: Happening, seen: frozenset[str] = frozenset()) -> int:
        """Give the place among events of equal time: that of the event which it replaces."""
        replaced = [
            self.known[declaration.said["declares"]]
            for declaration in self.declarations
            if event.id in declaration.said.get("corrective", ())
            and declaration.said["declares"] in self.known
            and declaration.said["declares"] not in seen
        ]
        return min((self.tie(old, seen | {event.id}) for old in replaced), default=event.position)

    @property
    def voided_uncorrected(self) -> list[Happening]:
        """Give events declared in error of which no correction has arrived."""
        answered = {
            declaration.said["declares"]
            for declaration in self.declarations
            if any(name in self.known for name in declaration.said.get("corrective", ()))
        }
        lost = [self.known[name] for name in self.voided - answered if name in self.known]
        return [event for event in lost if event.kind != "correct" and self._is_past(event)]

    @property
    def unknown_declarations(self) -> list[list[str]]:
        """Give declarations about events that nobody recorded."""
        return [
            [event.id, event.said["declares"]]
            for event in self.declarations
            if event.said["declares"] not in self.known
        ]

    @property
    def now(self) -> "History":
        """Give what is known by now of the same past."""
        return History(self.world, None, self.happened)

    def _is_past(self, event: Happening) -> bool:
        return self.happened is None or event.start <= self.happened
