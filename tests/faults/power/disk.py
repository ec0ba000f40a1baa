"""A model of a disk with a cache: what is certain to be on it, and what may or may not have arrived.

What a file's sync covered is certain; later writes to it may be there, be lost, or be torn between
sectors, in any mixture. Names (create, rename, unlink) reach the disk in their order, and any sync
takes all earlier ones with it, as the journals of ext4 and XFS do.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.faults.power.record import Record

# how an unsynced write may fare: unit of tearing in bytes (0 = whole writes), and chance to arrive
MODES: Final = {"all lost": (0, 0.0), "all kept": (0, 1.0), "whole writes": (0, 0.5),
                "torn at 512": (512, 0.5), "torn at 4096": (4096, 0.5)}  # fmt: skip


@dataclass(eq=False, slots=True)
class File:
    """What is certain of a file's bytes, and the changes that no sync has covered."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, Record]] = field(default_factory=list)

    def settle(self, upto: int) -> None:
        """Make certain what was written before a sync began."""
        while self.pending and self.pending[0][0] < upto:
            _change(self.certain, self.pending.pop(0)[1])

    def after_a_cut(self, chance: random.Random, mode: str) -> bytes | bytearray:
        """Give bytes that this file may hold after a power cut."""
        unit, kept = MODES[mode]
        if not self.pending:
            return self.certain
        found = bytearray(self.certain)
        for _, record in self.pending:
            for part in _torn(record, unit):
                if chance.random() < kept:
                    _change(found, part)
        return found


FOLDER: Final = File()
Names = dict[str, File]


class Disk:
    """A data folder as a disk holds it while the database runs on it.

    `before` is a copy of the folder from before, `inodes` the numbers its files had in the original.
    """

    def __init__(self, before: Path, inodes: Mapping[str, int]) -> None:
        self._live: Names = {}
        self._inodes: dict[int, File] = {}
        self._names: list[tuple[int, str, File | None]] = []
        self._begun: dict[tuple[int, int], int] = {}
        self._count = 0
        for path in sorted(before.rglob("*")):
            name = str(path.relative_to(before))
            self._live[name] = FOLDER
            if path.is_file():
                file = self._live[name] = File(bytearray(path.read_bytes()))
                self._inodes[inodes[name]] = file
        self._certain = dict(self._live)

    def apply(self, record: Record) -> None:
        """Take in the next call of the database."""
        self._count += 1
        if record.kind in "WTA":
            if file := self._inodes.get(record.inode):
                file.pending.append((self._count, record))
        elif record.kind == "B":
            self._begun[record.inode, record.length] = self._count
        elif record.kind == "E":
            self._sync(record)
        else:
            self._rename(record)

    def write_after_a_cut(self, target: Path, chance: random.Random, mode: str) -> None:
        """Write a state that a power cut at this moment may leave, without the lock of the dead."""
        for name, file in sorted(self._names_after_a_cut(chance, mode).items()):
            path = target / name
            if file is FOLDER:
                path.mkdir(parents=True, exist_ok=True)
            elif name != "postmaster.pid":
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(file.after_a_cut(chance, mode))

    def _sync(self, record: Record) -> None:
        upto = self._begun.pop((record.inode, record.length), 0)
        if file := self._inodes.get(record.inode):
            file.settle(upto)
        while self._names and self._names[0][0] < upto:
            _, name, found = self._names.pop(0)
            _set(self._certain, name, found)

    def _rename(self, record: Record) -> None:
        for name, file in self._changes(record):
            _set(self._live, name, file)
            self._names.append((self._count, name, file))

    def _changes(self, record: Record) -> Iterator[tuple[str, File | None]]:
        """Give which names a call made, and with None which it removed."""
        path = record.path()
        if record.kind == "O":
            known = self._inodes.get(record.inode)
            if known is None or self._live.get(path) is not known:
                self._inodes[record.inode] = File()
                yield path, self._inodes[record.inode]
        elif record.kind == "R":
            # A file made through stdio was not recorded; the database does without those it has so.
            moved = self._live.get(path)
            yield path, None
            yield record.path("second"), moved
        else:
            yield path, FOLDER if record.kind == "M" else None

    def _names_after_a_cut(self, chance: random.Random, mode: str) -> Names:
        names, waiting = dict(self._certain), len(self._names)
        arrived = {0.0: 0, 1.0: waiting}.get(MODES[mode][1], chance.randint(0, waiting))
        for _, name, file in self._names[:arrived]:
            _set(names, name, file)
        return names


def _set(names: Names, name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _change(found: bytearray, record: Record) -> None:
    if record.kind == "T":
        del found[record.length :]
        found.extend(bytes(record.length - len(found)))
        return
    length = record.length
    if record.kind == "A":
        found.extend(bytes(max(0, record.offset + length - len(found))))
        return
    found.extend(bytes(max(0, record.offset - len(found))))
    found[record.offset : record.offset + length] = record.first


def _torn(record: Record, unit: int) -> Iterator[Record]:
    if record.kind != "W" or not unit:
        yield record
        return
    at = 0
    while at < record.length:
        end = min(record.length, (record.offset + at) // unit * unit + unit - record.offset)
        part = record.first[at:end]
        yield Record("W", record.time, record.inode, record.offset + at, len(part), part, b"")
        at = end
