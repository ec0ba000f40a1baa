"""Proofs about a tree that anybody can check without it (RFC 9162 §2.1.3, §2.1.4).

An inclusion proof shows that an event is under a root; a consistency proof that a later root
still covers all that an earlier one did. Both are lists of sibling hashes, nearest first.
"""

from collections.abc import Callable, Sequence

from lotline.ledger.rules.tree import EMPTY_ROOT, leaf_hash, node_hash

Subtree = Callable[[int, int], bytes]


def tree_root(entries: Sequence[bytes]) -> bytes:
    """Hash a whole tree from its entries, straight from the definition: MTH of §2.1.1."""
    if not entries:
        return EMPTY_ROOT
    if len(entries) == 1:
        return leaf_hash(entries[0])
    half = _split(len(entries))
    return node_hash(tree_root(entries[:half]), tree_root(entries[half:]))


def inclusion_path(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """Prove that leaf `index` (from 0) is in the tree of `size` leaves.

    `subtree(a, b)` gives the root over the leaves a … b-1. Raises `ValueError` for a leaf outside.
    """
    if not 0 <= index < size:
        raise ValueError("no such leaf")
    path, low, high = list[bytes](), 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(subtree(middle, high))
            high = middle
        else:
            path.append(subtree(low, middle))
            low = middle
    return path[::-1]


def consistency_path(old: int, new: int, subtree: Subtree) -> list[bytes]:
    """Prove that the tree of `new` leaves begins with the tree of `old` leaves (0 < old ≤ new)."""
    if not 0 < old <= new:
        raise ValueError("no such tree")
    path, low, high, whole = list[bytes](), 0, new, True
    while high > old:
        middle = low + _split(high - low)
        if old <= middle:
            path.append(subtree(middle, high))
            high = middle
        else:
            path.append(subtree(low, middle))
            low, whole = middle, False
    if not whole:
        path.append(subtree(low, high))
    return path[::-1]


def includes(entry: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Check an inclusion proof (§2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf_hash(entry)
    for sibling in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def extends(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Check a consistency proof (§2.1.4.2)."""
    if not 0 < old <= new or (old == new and path):
        return False
    if old == new:
        return old_root == new_root
    steps = [old_root, *path] if old & (old - 1) == 0 else list(path)
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    return bool(steps) and _folds_to(steps, at, last, old_root, new_root)


def _folds_to(steps: Sequence[bytes], at: int, last: int, old_root: bytes, new_root: bytes) -> bool:
    first = second = steps[0]
    for sibling in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and (first, second) == (old_root, new_root)


def _split(size: int) -> int:
    """Give the largest power of two smaller than the size."""
    return 1 << (size - 1).bit_length() - 1
