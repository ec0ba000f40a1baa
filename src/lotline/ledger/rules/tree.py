"""The Merkle tree over every event's hash in the one order (RFC 9162 §2.1.1, SHA-256).

Only its right edge is kept while it grows: one peak for every set bit of its size. Adding n events
costs about 2n hashes, whatever the size; a root costs as many hashes as there are peaks.
"""

import hashlib
from collections.abc import Sequence
from typing import Final

TREE_ALGORITHM: Final = "rfc9162-sha256/1"
TILE_LEVELS: Final = 8
EMPTY_ROOT: Final = hashlib.sha256().digest()
Node = tuple[int, int, bytes]
_sha256 = hashlib.sha256


def leaf_hash(entry: bytes) -> bytes:
    """Hash a leaf: `0x00` before the entry, so that no leaf can pass for a node."""
    return _sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash a node: `0x01` before its two children."""
    return _sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: its size and its peaks by level."""

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        levels = [level for level in range(size.bit_length()) if size >> level & 1]
        self.size = size
        self._peaks = dict(zip(reversed(levels), peaks, strict=True))

    @classmethod
    def parse(cls, text: str) -> "Frontier":
        """Read a frontier from its text; raise `ValueError` where it is none."""
        size, *peaks = text.split()
        return cls(int(size), [bytes.fromhex(peak) for peak in peaks])

    def text(self) -> str:
        """Write the size and the peaks, the highest first, in hexadecimal."""
        peaks = [self._peaks[level].hex() for level in sorted(self._peaks, reverse=True)]
        return " ".join((str(self.size), *peaks))

    def copy(self) -> "Frontier":
        """Give another frontier that grows apart from this one."""
        return Frontier.parse(self.text())

    def root(self) -> bytes:
        """Give the tree's root; the empty tree's is the hash of nothing."""
        found: bytes | None = None
        for level in sorted(self._peaks):
            found = node_hash(self._peaks[level], found) if found else self._peaks[level]
        return found or EMPTY_ROOT

    def extend(self, entries: Sequence[bytes]) -> list[Node]:
        """Add leaves and give the nodes completed on every eighth level: (level, number, hash)."""
        nodes = [_sha256(b"\x00" + entry).digest() for entry in entries]
        tiles: list[Node] = []
        level = 0
        while nodes:
            first = self.size >> level
            if level and level % TILE_LEVELS == 0:
                tiles += [(level, first + at, node) for at, node in enumerate(nodes)]
            if first & 1:
                nodes.insert(0, self._peaks.pop(level))
            if len(nodes) & 1:
                self._peaks[level] = nodes.pop()
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            nodes = [_sha256(b"\x01" + left + right).digest() for left, right in pairs]
            level += 1
        self.size += len(entries)
        return tiles
