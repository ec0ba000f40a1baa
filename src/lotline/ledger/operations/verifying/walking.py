"""One walk over the record in its order: every event hashed again, chained, and put into the tree.

A chain is walked from the expectation: what must come next in a stream is hashed with the text
that the database gives, so an event that is right costs one hash and one comparison.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, Final

from lotline.ledger import rules
from lotline.ledger.operations.verifying import reading
from lotline.ledger.records import Finding
from lotline.ledger.rules import Frontier

_CHUNK: Final = 4_000
_LENGTH_OF_HASH: Final = (64).to_bytes(8, "big")
_LENGTHS: Final = [size.to_bytes(8, "big") for size in range(32)]


@dataclass(slots=True)
class Chain:
    """How far a stream was walked, and the first bytes that all its events' texts share."""

    seq: int
    hash: str
    starts: dict[str, bytes] = field(default_factory=dict)


class Walk:
    """A walk that goes on from where an earlier one ended; it gathers findings and roots."""

    def __init__(
        self, marks: Iterable[int], edge: Frontier | None = None,
        chains: dict[str, tuple[int, str]] | None = None,
    ) -> None:  # fmt: skip
        """Begin at the start, or behind what was verified; `marks` are sizes to give roots for."""
        self.edge = edge or Frontier()
        self.chains = {stream: Chain(*chain) for stream, chain in (chains or {}).items()}
        self.findings: list[Finding] = []
        self.roots: dict[int, str] = {0: rules.EMPTY_ROOT.hex()}
        self.nodes: list[rules.Node] = []
        self.events = 0
        self._marks = sorted(set(marks), reverse=True)

    def over_kept_hashes(self, upto: int) -> None:
        """Put the kept hashes up to a position into the tree without looking at the events."""
        with reading.by_index():
            for low, high in _chunks(self.edge.size, upto):
                found = reading.kept_hashes(low, high)
                if len(found) != high - low:
                    self._tell_missing(low, high)
                self._grow([_entry(digest) for digest in found], high)

    def over_events(self, upto: int) -> None:
        """Hash every event up to a position again, follow the chains, and grow the tree."""
        with reading.by_index():
            for low, high in _chunks(self.edge.size, upto):
                found = reading.hashed_rows(low, high)
                positions: Iterable[int | None] = range(low + 1, high + 1)
                if len(found) != high - low:
                    self._tell_missing(low, high)
                    positions = reading.positions(low, high)
                self._grow(self._follow(found, positions), high)

    def over_waiting(self) -> None:
        """Hash and chain the events that wait for a position; they are in no tree yet."""
        self._follow(reading.waiting_rows(), repeat(None))

    def ends(self) -> dict[str, list[Any]]:
        """Give how far every stream was walked: number and hash of its last event."""
        return {stream: [chain.seq, chain.hash] for stream, chain in self.chains.items()}

    def _follow(self, found: list[reading.Row], positions: Iterable[int | None]) -> list[bytes]:
        """Give the tree's entries of some events, in their order."""
        entries: list[bytes] = []
        sha256, known, join = hashlib.sha256, self.chains, b"".join
        for (stream, seq, alg, digest, rest), position in zip(found, positions, strict=False):
            chain = known.get(stream)
            if chain is None:
                chain = known[stream] = Chain(0, rules.GENESIS_HASH)
            number, last = chain.seq + 1, chain.hash
            digits = b"%d" % number
            start = chain.starts.get(alg) or _start(chain, alg, stream)
            text = join((start, _LENGTHS[len(digits)], digits, _LENGTH_OF_HASH, rest))
            hashed = sha256(text).digest() if alg == rules.SHA256 else _digest(alg, text)
            if hashed.hex() == digest and seq == number and rest.startswith(last.encode()):
                entries.append(hashed)
            else:
                self.findings.extend(_diagnosed(stream, seq, number, last, position))
                entries.append(_entry(digest))
            chain.seq, chain.hash = seq, digest
        self.events += len(entries)
        return entries

    def _grow(self, entries: list[bytes], upto: int) -> None:
        """Add entries, stopping at every mark to note the root there."""
        done, first = 0, self.edge.size
        while self._marks and self._marks[-1] <= upto:
            mark = self._marks.pop()
            if mark >= self.edge.size and mark - first <= len(entries):
                self.nodes += self.edge.extend(entries[done : mark - first])
                done = mark - first
                self.roots[mark] = self.edge.root().hex()
        self.nodes += self.edge.extend(entries[done:])

    def _tell_missing(self, low: int, high: int) -> None:
        sql = (
            "SELECT n FROM generate_series(%s::bigint, %s::bigint) n"
            " LEFT JOIN (ledger_event_order o JOIN ledger_event e USING (event_id))"
            " ON o.position = n WHERE o.position IS NULL ORDER BY n LIMIT 20"
        )
        for (position,) in reading.rows(sql, [low + 1, high]):
            detail = f"no event at position {position}"
            self.findings.append(Finding("order", detail, position=position))


def _start(chain: Chain, alg: str, stream: str) -> bytes:
    chain.starts[alg] = rules.DOMAIN + rules.prefixed(alg) + rules.prefixed(stream)
    return chain.starts[alg]


def _digest(alg: str, text: bytes) -> bytes:
    try:
        return rules.hash_function(alg)(text)
    except rules.UnknownAlgorithm:
        return b""


def _entry(digest: str) -> bytes:
    """Give a kept hash as bytes; what is no hash cannot be under any root."""
    try:
        return bytes.fromhex(digest)
    except ValueError:
        return digest.encode()


def _chunks(low: int, high: int) -> Iterator[tuple[int, int]]:
    while low < high:
        yield low, min(low + _CHUNK, high)
        low += _CHUNK


def _diagnosed(
    stream: str, seq: int, expected: int, last: str, position: int | None
) -> Iterator[Finding]:
    """Say what is wrong with an event, from its fields."""
    row = reading.fields_at(position) if position else reading.fields_in(stream, seq)
    if row is None:
        yield Finding("gap", "could not be read again", None, stream, seq, position)
        return
    place = (row["event_id"], stream, seq, position)
    if seq != expected:
        yield Finding("gap", f"expected number {expected}", *place)
    if row["prev_hash"] != last:
        yield Finding("link", "does not point to the event before it", *place)
    if row["device"] == "" or row["spec_version"] == "":
        yield Finding("hash", "an empty text where nothing was said", *place)
    try:
        if row["hash"] != _recomputed(row):
            yield Finding("hash", "content and hash differ", *place)
    except rules.UnknownAlgorithm:
        yield Finding("hash", f"unknown algorithm {row['alg']}", *place)


def _recomputed(row: dict[str, Any]) -> str:
    return rules.event_hash(**{name: value for name, value in row.items() if name != "hash"})
