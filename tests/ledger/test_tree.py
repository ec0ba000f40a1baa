"""The tree of RFC 9162 against its definition, on every small size and thousands of random ones."""

import random
from hashlib import sha256

import pytest

from lotline.ledger import rules
from lotline.ledger.rules import Frontier

DICE = random.Random(9162)


def entries(count: int) -> list[bytes]:
    return [sha256(b"%d" % number).digest() for number in range(count)]


def in_memory(leaves: list[bytes]):  # type: ignore[no-untyped-def]
    return lambda low, high: rules.tree_root(leaves[low:high])


def grown(leaves: list[bytes]) -> Frontier:
    """Grow a tree in random steps, written down and read back between them."""
    frontier, at = Frontier(), 0
    while at < len(leaves):
        step = DICE.randint(1, 40)
        frontier.extend(leaves[at : at + step])
        frontier, at = Frontier.parse(frontier.text()), at + step
    return frontier


def test_the_roots_published_with_certificate_transparency_come_out() -> None:
    # The eight inputs and roots of the reference tests of the certificate-transparency logs.
    inputs = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")  # fmt: skip
    roots = {
        0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }
    leaves = [bytes.fromhex(one) for one in inputs]
    for size, root in roots.items():
        assert rules.tree_root(leaves[:size]).hex() == root
        assert grown(leaves[:size]).root().hex() == root


def test_a_tree_grown_in_steps_has_the_root_of_its_definition() -> None:
    leaves = entries(700)
    for size in [*range(260), *(DICE.randint(260, 700) for _ in range(40))]:
        assert grown(leaves[:size]).root() == rules.tree_root(leaves[:size])


def test_every_leaf_of_every_small_tree_is_proved_and_nothing_else_is() -> None:
    leaves = entries(33)
    for size in range(1, 34):
        root, subtree = rules.tree_root(leaves[:size]), in_memory(leaves)
        for index in range(size):
            path = rules.inclusion_path(index, size, subtree)
            assert rules.includes(leaves[index], index, size, path, root)
            assert not rules.includes(leaves[index], index + 1, size, path, root)
            assert not rules.includes(b"x" * 32, index, size, path, root)
            assert not rules.includes(leaves[index], index, size, path[:-1], root) or size == 1
            assert not rules.includes(leaves[index], index, size, [*path, root], root)


def test_every_pair_of_small_trees_is_consistent_and_a_changed_one_is_not() -> None:
    leaves = entries(33)
    roots = [rules.tree_root(leaves[:size]) for size in range(34)]
    for new in range(1, 34):
        for old in range(1, new + 1):
            path = rules.consistency_path(old, new, in_memory(leaves))
            assert rules.extends(old, new, roots[old], roots[new], path)
            assert not rules.extends(old, new, b"x" * 32, roots[new], path)
            assert not rules.extends(old, new, roots[old], b"x" * 32, path)
            assert not rules.extends(old, new, roots[old], roots[new], [*path, roots[1]])


def test_thousands_of_random_proofs_hold() -> None:
    leaves = entries(3000)
    subtree = lambda low, high: grown(leaves[low:high]).root()  # noqa: E731
    for _ in range(60):
        size = DICE.randint(1, 3000)
        root = subtree(0, size)
        index, old = DICE.randrange(size), DICE.randint(1, size)
        path = rules.inclusion_path(index, size, subtree)
        assert rules.includes(leaves[index], index, size, path, root)
        proof = rules.consistency_path(old, size, subtree)
        assert rules.extends(old, size, subtree(0, old), root, proof)
    for size in range(1, 3000):
        path = rules.inclusion_path(size - 1, size, lambda low, high: b"%d-%d" % (low, high))
        assert len(path) == size.bit_count() - 1 + (size & -size).bit_length() - 1


def test_the_nodes_given_while_growing_are_the_roots_of_their_leaves() -> None:
    leaves, frontier = entries(70_000), Frontier()
    nodes = frontier.extend(leaves[:300]) + frontier.extend(leaves[300:])
    assert [level for level, _, _ in nodes].count(8) == 70_000 // 256
    assert [level for level, _, _ in nodes].count(16) == 1
    for level, number, found in DICE.sample(nodes, 20):
        low = number << level
        assert found == grown(leaves[low : low + (1 << level)]).root()


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 3)])
def test_a_leaf_outside_cannot_be_proved(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no such leaf"):
        rules.inclusion_path(index, size, rules.tree_root)


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3)])
def test_a_tree_outside_cannot_be_proved(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="no such tree"):
        rules.consistency_path(old, new, rules.tree_root)
