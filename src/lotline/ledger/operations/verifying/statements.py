"""Checkpoints and keys as stored: each reads as signed, and holds on to the one before it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lotline.ledger.operations.verifying.marks import Mark
from lotline.ledger.operations.verifying.reading import rows
from lotline.ledger.operations.witnessing import trail
from lotline.ledger.records import Checkpoint, Finding, KeyCard
from lotline.ledger.rules import (
    TREE_ALGORITHM,
    CheckpointText,
    Frontier,
    Node,
    Restored,
    Signed,
    first_previous,
    follows,
    is_signed,
    moment_text,
    read_checkpoint,
    read_key,
)

_ROWS: Final = (
    "SELECT number, epoch, size, root, at, key_id, text, signature, frontier"
    " FROM ledger_checkpoint WHERE number > %s ORDER BY number LIMIT 2000"
)


@dataclass(slots=True)
class Statements:
    """What the stored checkpoints say, and a digest of all of them up to the last."""

    marks: list[Mark] = field(default_factory=list)
    restores: dict[int, Restored] = field(default_factory=dict)
    count: int = 0
    size: int = 0
    epoch: int = 1
    digest: str = ""


def check_keys(findings: list[Finding], origin: str | None) -> list[KeyCard]:
    """Walk the chain of keys from the first, which must be the one this installation knows, if any."""
    good: list[KeyCard] = []
    before = None
    for number, key_id, text, signature in rows(
        "SELECT number, key_id, text, signature FROM ledger_signing_key ORDER BY number", []
    ):
        try:
            said = read_key(text)
        except ValueError:
            said = None
        if (
            said is None
            or (said.number, said.key) != (number, key_id)
            or not follows(said, Signed(text, signature), before)
        ):
            findings.append(Finding("key", f"key {number} does not come from the one before it"))
            continue
        before = said
        good.append(KeyCard(number, key_id, said.alg, said.public, said.at, said.after, text,
                            signature))  # fmt: skip
    if origin and (not good or good[0].key_id != origin):
        findings.append(
            Finding("key", f"the first key is not {origin}, by which we know this ledger")
        )
    return good


def check_checkpoints(
    keys: list[KeyCard], findings: list[Finding], upto: int, digest: str
) -> Statements:
    """Look at every checkpoint; those up to number `upto` only by the digest an earlier run made."""
    found, running = Statements(), hashlib.sha256()
    before: tuple[Checkpoint, CheckpointText] | None = None
    heads: dict[int, tuple[int, str]] = {}
    for *columns, frontier in _stored():
        one = Checkpoint(*columns)
        running.update(_all_of(one, frontier))
        found.count += 1
        said = _read(one, findings)
        if said is None:
            continue
        if one.number > upto:
            findings.extend(
                Finding("checkpoint", f"checkpoint {one.number} {fault}")
                for fault in _faults(one, said, frontier, before, keys)
            )
            heads[one.number] = (said.audit_seq, said.audit_hash)
        elif one.number == upto and running.hexdigest() != digest:
            findings.append(Finding("checkpoint", f"a checkpoint up to {upto} was changed"))
        found.marks.append(Mark(said.size, said.root, said.at, f"checkpoint {one.number}"))
        if said.restored:
            found.restores[said.epoch] = said.restored
        found.size, found.epoch, before = said.size, said.epoch, (one, said)
    if upto and found.count < upto:
        findings.append(Finding("checkpoint", f"{found.count} checkpoints where {upto} were"))
    findings.extend(_check_trail(heads))
    found.digest = running.hexdigest()
    return found


def check_nodes(nodes: Iterable[Node], size: int) -> Iterator[Finding]:
    """The tree's kept nodes are those of the events, up to the last checkpoint."""
    due = {(level, n): node.hex() for level, n, node in nodes if (n + 1) << level <= size}
    kept = {row[:2]: row[2] for row in rows("SELECT level, number, hash FROM ledger_tree", [])}
    wrong = {place for place, _ in kept.items() ^ due.items()}
    for level, number in sorted(wrong)[:20]:
        yield Finding("tree", f"node {number} of level {level} is not what the events give")


def _stored() -> Iterator[tuple[Any, ...]]:
    last = 0
    while batch := list(rows(_ROWS, [last])):
        yield from batch
        last = batch[-1][0]


def _read(one: Checkpoint, findings: list[Finding]) -> CheckpointText | None:
    try:
        return read_checkpoint(one.text)
    except ValueError:
        findings.append(Finding("checkpoint", f"checkpoint {one.number} cannot be read"))
        return None


def _faults(
    one: Checkpoint,
    said: CheckpointText,
    frontier: str,
    before: tuple[Checkpoint, CheckpointText] | None,
    keys: list[KeyCard],
) -> Iterator[str]:
    told = (said.number, said.epoch, said.size, said.root, said.at, said.key)
    if told != (one.number, one.epoch, one.size, one.root, moment_text(one.at), one.key_id):
        yield "stands beside its own text"
    if not _is_edge(frontier, said):
        yield "has another tree's edge beside it"
    key = key_for(keys, said.number)
    if key is None or key.key_id != said.key or said.origin != keys[0].key_id:
        yield "is not signed with the key of its time"
    elif not is_signed(key.alg, key.public, one.signature, one.text):
        yield "bears a signature that is not its key's"
    if not _is_after(said, before):
        yield "does not follow the one before it"


def key_for(keys: list[KeyCard], number: int) -> KeyCard | None:
    """Give the key that had to sign a checkpoint: the last one that began before it."""
    fit = [key for key in keys if key.after < number]
    return fit[-1] if fit else None


def _is_edge(text: str, said: CheckpointText) -> bool:
    try:
        edge = Frontier.parse(text)
    except ValueError:
        return False
    whole = said.tree == TREE_ALGORITHM and edge.text() == text
    return whole and (edge.size, edge.root().hex()) == (said.size, said.root)


def _is_after(said: CheckpointText, before: tuple[Checkpoint, CheckpointText] | None) -> bool:
    if before is None:
        start = (said.previous, said.previous_size, said.previous_root) == first_previous()
        return start and said.number == 1
    one, last = before
    link = (Signed(one.text, one.signature).hash, last.size, last.root)
    opens = 1 if said.restored else 0
    return (
        (said.previous, said.previous_size, said.previous_root) == link
        and (said.number, said.epoch) == (last.number + 1, last.epoch + opens)
        and said.size >= last.size
        and said.audit_seq >= last.audit_seq
        and said.at > last.at
    )


def _check_trail(heads: dict[int, tuple[int, str]]) -> Iterator[Finding]:
    """The audit trail still has every entry that a checkpoint names as its head."""
    kept = trail().hashes({seq for seq, _ in heads.values()})
    for number, (seq, digest) in heads.items():
        if kept.get(seq) != digest:
            detail = (
                f"entry {seq} of the {trail().name} trail is not the one checkpoint {number} saw"
            )
            yield Finding("audit", detail)
            return
    fault = trail().first_fault()
    if fault is not None:
        yield Finding("audit", f"configuration audit trail broken at entry {fault}")


def _all_of(one: Checkpoint, frontier: str) -> bytes:
    parts = (one.number, one.epoch, one.size, one.root, moment_text(one.at), one.key_id)
    return "\x00".join((*map(str, parts), one.text, one.signature, frontier, "")).encode()
