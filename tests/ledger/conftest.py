"""What an attacker with the keys to the database server could do, and a ledger small enough to watch."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from lotline.access.records import Actor
from lotline.host.records import Database
from lotline.kernel.clock import FixedClock
from lotline.kernel.ids import uuid7
from lotline.ledger import operations as ledger
from lotline.ledger.records import Checkpoint, Draft, Receipt, Verification

ROOT = Actor.system("test")


@dataclass
class Scribe:
    """Writes events, checkpoints and exports at a clock of its own."""

    home: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(datetime(2026, 3, 1, tzinfo=UTC)))
    written: list[Receipt] = field(default_factory=list)

    def write(self, count: int = 1, *subjects: str, **payload: object) -> list[Receipt]:
        """Append events about the subjects, or about some of ten lots."""
        made = []
        for _ in range(count):
            self.clock.advance(timedelta(seconds=7))
            number = len(self.written)
            about = subjects or (f"lot-{number % 10}", f"lot-{number * 7 % 10}")
            body = {"schema": "test/1", "note": f"event {number}", **payload}
            personal = ("/operator",) if "operator" in payload else ()
            draft = Draft(
                uuid7(), "note", "P1", about, self.clock.now(), body, personal=personal
            )  # fmt: skip
            made += ledger.append([draft], actor="ann", clock=self.clock)
            self.written += made[-1:]
        return made

    def sign(self, export: bool = True) -> Checkpoint:
        """Write a checkpoint and let it leave the database."""
        made = ledger.checkpoint(clock=self.clock)
        assert made is not None
        self.clock.advance(timedelta(seconds=60))
        if export:
            assert set(ledger.export_checkpoints(clock=self.clock).values()) == {None}
        return made

    @property
    def exports(self) -> Path:
        """Give the folder that checkpoints were exported to."""
        return self.home / "checkpoints"

    def verify(self, **asked: Any) -> Verification:
        """Verify against the exports, without projections."""
        return ledger.verify(**{"projections": False, "with_exports": True, **asked})


@pytest.fixture
def scribe(committed_db: str, tmp_path: Path, settings: Any) -> Scribe:
    """An empty ledger in a home of its own."""
    settings.LOTLINE_HOME = str(tmp_path)
    return Scribe(tmp_path)


@pytest.fixture
def as_administrator(server: Database) -> Callable[[str], AbstractContextManager[Any]]:
    """Open a test's database as the server's own administrator, past every guard."""

    @contextmanager
    def opened(owner: str) -> Iterator[psycopg.Connection[Any]]:
        assert server.admin is not None
        name = str(conninfo_to_dict(owner)["dbname"])
        with psycopg.connect(make_conninfo(server.admin, dbname=name)) as connection:
            yield connection

    return opened


@pytest.fixture
def tamper(committed_db: str, as_administrator: Any) -> Callable[..., int]:
    """Run SQL as whoever rules the database server, guards off; give the rows it changed."""

    def done(sql: str, values: Any = None) -> int:
        with as_administrator(committed_db) as connection:
            connection.execute("SET session_replication_role = replica")
            return int(connection.execute(sql, values).rowcount)

    return done
