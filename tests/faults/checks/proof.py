"""I5 chain, order and tree verify · I9 projections = replay: by `lotline verify`, and chains by hand too."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lotline.host.records import Database
from tests.faults.checks.violation import Violation
from tests.faults.stored import Stored, StoredEvent


@dataclass(frozen=True, slots=True)
class Proof:
    """What `lotline verify --json` said: its exit code and its findings as (check, detail)."""

    exit_code: int
    findings: Sequence[tuple[str, str]] = ()
    said: str = ""


INTACT = Proof(0)


def prove(database: Database, environment: Mapping[str, str]) -> Proof:
    """Let the product verify all of a database and the home's exported checkpoints."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "lotline.config.cli", "verify", "--json", "--full"],
        env={**environment, **database.environment()},
        capture_output=True, text=True, cwd="/", check=False,
    )  # fmt: skip
    try:
        found = json.loads(done.stdout)["findings"]
    except (ValueError, KeyError):
        return Proof(done.returncode, said=done.stderr[-400:])
    return Proof(done.returncode, [(one["check"], one["detail"]) for one in found], done.stderr)


def record_is_proven(proof: Proof) -> Iterator[Violation]:
    """I5 and I9: whatever the product's own proof finds."""
    for check, detail in proof.findings:
        yield Violation("I9" if check == "projection" else "I5", f"verify: {check}: {detail}")
    if proof.exit_code and not proof.findings:
        yield Violation("I5", f"verify ended with {proof.exit_code}: {proof.said}")


def chains_hold(stored: Stored) -> Iterator[Violation]:
    """I5, by hand: numbers without gaps, each event points to the one before, record time rises."""
    for stream, events in groupby(stored.events, key=lambda event: event.stream):
        last: StoredEvent | None = None
        for event in events:
            yield from _linked(stream, last, event)
            last = event


def _linked(stream: str, last: StoredEvent | None, event: StoredEvent) -> Iterator[Violation]:
    where = f"{stream}#{event.seq}"
    if event.seq != (last.seq if last else 0) + 1:
        yield Violation("I5", f"{where} does not follow {last.seq if last else 0}")
    if last and event.prev_hash != last.hash:
        yield Violation("I5", f"{where} does not point to the event before it")
    if last and event.record_time <= last.record_time:
        yield Violation("I5", f"{where} was recorded before the event before it")
