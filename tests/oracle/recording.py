"""How the diary of the true plant comes into the records, nothing lost (I10 to I13 still hold).

Late, out of order, repeated, written wrong and corrected (also in chains, also with the
declaration first), or never happened and declared in error.
"""

import random
from datetime import datetime, timedelta
from typing import Any

Said = dict[str, Any]
Entry = tuple[datetime, int, Said]


def clock(text: str) -> datetime:
    """Read a time."""
    return datetime.fromisoformat(text)


def clock_text(at: datetime) -> str:
    """Write a time."""
    return at.isoformat().replace("+00:00", "Z")


class Recorder:
    """Keeps what is recorded when; the ledger is in the order of the record times."""

    def __init__(self, rng: random.Random, trouble: float) -> None:
        """Begin an empty ledger; `trouble` is how often something goes wrong (0 to 1)."""
        self.rng = rng
        self.trouble = trouble
        self.entries: list[Entry] = []
        self.number = 0

    def record(self, said: Said, at: datetime) -> None:
        """Write one message."""
        self.entries.append((at, len(self.entries), said))

    def ledger(self) -> list[Said]:
        """Give the events in the order in which they were recorded."""
        ordered = sorted(self.entries, key=lambda entry: entry[:2])
        return [{**said, "recorded": clock_text(at)} for at, _, said in ordered]

    def is_troubled(self, part: float) -> bool:
        """Tell whether something goes wrong this time."""
        return self.rng.random() < self.trouble * part

    def late(self, at: datetime) -> datetime:
        """Give a later time, minutes to days."""
        return at + timedelta(minutes=self.rng.choice([1, 7, 45, 200, 1500, 4000]))

    def new_id(self) -> str:
        """Give an id for a corrective event or a declaration."""
        self.number += 1
        return f"x{self.number}"

    def take_down(self, said: Said) -> None:
        """Record one true event, with whatever happens to it on the way."""
        happened = clock(said["time"])
        at = self.late(happened) if self.is_troubled(0.3) else happened
        if self.is_troubled(0.2):
            at = self._correct(said, at)
        else:
            self.record(said, at)
        if self.is_troubled(0.15):
            self.record(dict(said), self.late(at))

    def _correct(self, said: Said, at: datetime) -> datetime:
        """Record wrong versions, each declared in error, and the true one last."""
        wrong = spoil(self.rng, said)
        declared = [wrong["id"]]
        self.record(wrong, at)
        for _ in range(self.rng.choice([0, 0, 1, 2])):
            again = {**spoil(self.rng, said), "id": self.new_id()}
            at = self._declare(declared[-1], again, at)
            declared.append(again["id"])
        return self._declare(declared[-1], {**said, "id": self.new_id()}, at)

    def _declare(self, old: str, new: Said, at: datetime) -> datetime:
        """Declare an event in error and name the one that replaces it, in any order."""
        at = self.late(at)
        first, second = at, at if self.rng.random() < 0.5 else self.late(at)
        if self.rng.random() < 0.3:
            first = at - timedelta(days=2)
        if self.rng.random() < 0.5:
            first, second = second, first
        self.record(declaration(self.new_id(), old, [new["id"]], first), first)
        self.record(new, second)
        return max(first, second)

    def invent(self, said: Said) -> None:
        """Record something that never happened, and declare it in error."""
        never = {**spoil(self.rng, said), "id": self.new_id()}
        at = self.late(clock(said["time"]))
        self.record(never, at)
        self.record(declaration(self.new_id(), never["id"], [], at), self.late(at))


def declaration(id: str, old: str, corrective: list[str], at: datetime) -> Said:
    """Make an error declaration."""
    said: Said = {"id": id, "kind": "correct", "time": clock_text(at), "declares": old}
    said["reason"] = "incorrect_data"
    return said | ({"corrective": corrective} if corrective else {})


def spoil(rng: random.Random, said: Said) -> Said:
    """Give a wrong version of an event: another time, quantity, lot, or a line left out."""
    wrong = {
        **said,
        "time": clock_text(clock(said["time"]) + timedelta(minutes=rng.choice([0, 3, -40]))),
    }
    for name in ("inputs", "outputs"):
        if wrong.get(name) and rng.random() < 0.4:
            wrong[name] = wrong[name][1:]
    if wrong.get("lot") and rng.random() < 0.4:
        wrong["lot"] = rng.choice(["R1", "P1", wrong["lot"]])
    if wrong.get("quantity") and rng.random() < 0.6:
        wrong["quantity"] = str(rng.randint(1, 500))
    return wrong
