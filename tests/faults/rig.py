"""The house under test with its clients: start it, load it, hurt it, and ask what became of it."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from lotline.host.addresses import found_address
from lotline.host.records import Database, Home
from tests.faults.checks.everything import violations
from tests.faults.checks.moments import recovery
from tests.faults.checks.proof import prove
from tests.faults.checks.violation import Violation
from tests.faults.history import History, Window
from tests.faults.load import Load
from tests.faults.orders import Orders
from tests.faults.stored import read_stored
from tests.faults.wire import Reply, Wire
from tests.faults.workload import Workload
from tests.host.house import House, surroundings, until


@dataclass
class Rig:
    """One installation that can be hurt, with everything its clients saw."""

    house: House
    orders: Orders
    tokens: Mapping[str, str]
    history: History = field(default_factory=History)
    workload: Workload = field(default_factory=lambda: Workload(seed=1))
    _told: set[Violation] = field(default_factory=set)

    def load(self, threads: int = 4, *others: "Rig") -> Load:
        """Give clients that work on this house, and on others that serve the same database."""
        ports = [self.house.port, *(other.house.port for other in others)]
        return Load(self.history, self.workload, ports, self.tokens["operator"], threads)

    @contextmanager
    def fault(self, name: str) -> Iterator[None]:
        """Write down when a fault began and ended."""
        start = time.monotonic()
        yield
        self.history.note_fault(name, start, time.monotonic())

    def ask(self, verb: str, path: str, body: object = None, who: str = "administrator") -> Reply:
        """Ask the house something outside the load."""
        wire = Wire(self.house.port)
        try:
            return wire.ask(verb, f"/api/v1/{path}", self.tokens[who], body)
        finally:
            wire.close()

    def database(self) -> Database:
        """Give the addresses of the database that runs now."""
        found = found_address(Home(self.house.home))
        assert found is not None
        return found

    def check(self, *, proven: bool = True) -> list[Violation]:
        """Compare what the clients saw with what is stored, and let the product prove itself.

        Gives what was not given before, so that a violation is told of the round that made it.
        """
        until(lambda: found_address(Home(self.house.home)) is not None)
        database = self.database()
        proof = prove(database, surroundings(self.house)) if proven else None
        found = violations(self.history, read_stored(database.owner), proof)
        fresh = [one for one in dict.fromkeys(found) if one not in self._told]
        self._told.update(fresh)
        return fresh

    def recovery_from(self, window: Window) -> float | None:
        """Give the seconds from a fault's end to the next write that was recorded, if there was one."""
        return recovery(self.history, window)

    def worst_recovery(self) -> float:
        """Give the longest recovery from any fault, in seconds."""
        times = map(self.recovery_from, self.history.windows)
        return max((took for took in times if took is not None), default=0.0)
