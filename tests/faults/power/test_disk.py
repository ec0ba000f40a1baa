"""The model of the disk: what a sync covers is certain, everything else is not."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.faults.power.disk import MODES, Disk
from tests.faults.power.record import Record

PAGE = 8192
FILE, FOLDER, OTHER = 11, 12, 13
WRITER = 77


def call(kind: str, inode: int = FILE, offset: int = 0, length: int = 0, *said: bytes) -> Record:
    first, second = (*said, b"", b"")[:2]
    return Record(kind, 0.0, inode, offset, length, first, second)


def write(content: bytes, offset: int = 0, inode: int = FILE) -> Record:
    return call("W", inode, offset, len(content), content)


def sync(inode: int = FILE) -> tuple[Record, Record]:
    return call("B", inode, 0, WRITER), call("E", inode, 0, WRITER)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    (folder / "base").mkdir(parents=True)
    (folder / "base" / "1").write_bytes(b"0" * PAGE)
    return folder


def after(before: Path, records: Iterable[Record], mode: str, seed: int = 1) -> Path:
    """Let the database do something, cut the power, and give the folder that is left."""
    disk = Disk(before, {"base/1": FILE})
    for record in records:
        disk.apply(record)
    left = before.parent / f"left {mode} {seed}"
    disk.write_after_a_cut(left, random.Random(seed), mode)
    return left


@pytest.mark.parametrize("mode", MODES)
def test_what_was_synced_is_there(before: Path, mode: str) -> None:
    left = after(before, [write(b"A" * PAGE), *sync()], mode)
    assert (left / "base" / "1").read_bytes() == b"A" * PAGE


def test_a_sync_does_not_cover_what_was_written_after_it_began(before: Path) -> None:
    began, ended = sync()
    left = after(before, [began, write(b"A" * PAGE), ended], "all lost")
    assert (left / "base" / "1").read_bytes() == b"0" * PAGE


def test_the_sync_of_another_file_covers_nothing(before: Path) -> None:
    left = after(before, [write(b"A" * PAGE), *sync(OTHER)], "all lost")
    assert (left / "base" / "1").read_bytes() == b"0" * PAGE


@pytest.mark.parametrize(("mode", "unit"), [("torn at 512", 512), ("torn at 4096", 4096)])
def test_an_unsynced_page_may_be_torn_between_sectors(before: Path, mode: str, unit: int) -> None:
    kinds = set()
    for seed in range(20):
        left = (after(before, [write(b"A" * PAGE)], mode, seed) / "base" / "1").read_bytes()
        sectors = [left[at : at + unit] for at in range(0, PAGE, unit)]
        assert set(sectors) <= {b"0" * unit, b"A" * unit}
        kinds.add(tuple(sectors))
    assert len(kinds) > 2


def test_names_arrive_in_their_order_and_with_any_sync(before: Path) -> None:
    made = [call("O", OTHER, 0, 0, b"draft"), write(b"new", 0, OTHER)]
    named = call("R", OTHER, 0, 0, b"draft", b"base/1")
    lost = after(before, [*made, *sync(OTHER), named], "all lost")
    assert (lost / "draft").read_bytes() == b"new"
    assert (lost / "base" / "1").read_bytes() == b"0" * PAGE
    kept = after(before, [*made, *sync(OTHER), named, *sync(FOLDER)], "all lost", 2)
    assert (kept / "base" / "1").read_bytes() == b"new"
    assert not (kept / "draft").exists()


def test_a_renamed_file_whose_bytes_were_never_synced_may_be_empty(before: Path) -> None:
    made = [call("O", OTHER, 0, 0, b"draft"), write(b"new", 0, OTHER)]
    named = call("R", OTHER, 0, 0, b"draft", b"base/1")
    left = after(before, [*made, named, *sync(FOLDER)], "all lost")
    assert (left / "base" / "1").read_bytes() == b""


def test_a_file_grows_and_shrinks_as_told(before: Path) -> None:
    grown = [call("A", FILE, 0, 2 * PAGE), *sync()]
    left = after(before, grown, "all lost")
    assert (left / "base" / "1").read_bytes() == b"0" * PAGE + bytes(PAGE)
    left = after(before, [*grown, call("T", FILE, 0, 512), *sync()], "all lost", 2)
    assert (left / "base" / "1").read_bytes() == b"0" * 512


def test_the_lock_of_the_dead_is_not_left(before: Path) -> None:
    (before / "postmaster.pid").write_text("1")
    disk = Disk(before, {"base/1": FILE, "postmaster.pid": OTHER})
    disk.write_after_a_cut(before.parent / "left", random.Random(1), "all kept")
    assert not (before.parent / "left" / "postmaster.pid").exists()
