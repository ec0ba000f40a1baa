"""The log of what the database wrote and synced, record by record."""

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("recorder.c")
_HEADER: Final = struct.Struct("=I c 3x Q Q Q Q I I")
_MAGIC: Final = 0x504C4F47


@dataclass(frozen=True, slots=True)
class Record:
    """One call: W write, T truncate, A allocate, B/E sync begun and ended, O create, R rename, U unlink, M/D folder.

    `time` is in seconds of the monotonic clock, taken when the call had been made.
    """

    kind: str
    time: float
    inode: int
    offset: int
    length: int
    first: bytes
    second: bytes

    def path(self, which: str = "first") -> str:
        """Give a path of the record, relative to the data folder it was opened in."""
        return os.path.normpath(os.fsdecode(getattr(self, which)))


def find_compiler() -> str | None:
    """Find a C compiler; without one nothing can be recorded."""
    return next((path for name in ("cc", "gcc", "clang") if (path := shutil.which(name))), None)


def build_recorder(compiler: str, folder: Path) -> Path:
    """Compile the recorder into a folder."""
    library = folder / "recorder.so"
    flags = ("-shared", "-fPIC", "-O2", "-Wall", "-Werror")
    subprocess.run([compiler, *flags, "-o", library, SOURCE, "-ldl"], check=True)
    library.chmod(0o755)
    return library


def surroundings_of_recording(library: Path, log: Path) -> dict[str, str]:
    """Give what a house needs in its environment for its database to be recorded."""
    return {"LD_PRELOAD": str(library), "LOTLINE_POWER_LOG": str(log)}


def read_records(log: Path) -> Iterator[Record]:
    """Read a log to its last whole record."""
    raw = memoryview(log.read_bytes())
    at = 0
    while at + _HEADER.size <= len(raw):
        magic, kind, time_ns, inode, offset, length, one, two = _HEADER.unpack_from(raw, at)
        assert magic == _MAGIC, f"the log is broken at byte {at}"
        at += _HEADER.size
        if at + one + two > len(raw):
            return
        first, second = bytes(raw[at : at + one]), bytes(raw[at + one : at + one + two])
        at += one + two
        yield Record(kind.decode(), time_ns / 1e9, inode, offset, length, first, second)
