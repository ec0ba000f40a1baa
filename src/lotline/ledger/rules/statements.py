"""What the ledger signs: checkpoints and keys, as canonical JSON text (RFC 8785).

A checkpoint names the tree's size and root, where the audit trail stood, and the hash of the
checkpoint before it. A key is signed by the key before it; the first one signs itself and is the
installation's name. The first checkpoint after a restore says so: it opens an epoch.
"""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final, TypeVar

from lotline.kernel.canonical import canonical_text, sha256_hex
from lotline.ledger.rules.algorithms import SHA256
from lotline.ledger.rules.events import GENESIS_HASH, time_text
from lotline.ledger.rules.signing import is_signed, key_id
from lotline.ledger.rules.tree import TREE_ALGORITHM

FIRST_EPOCH: Final = 1
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Restored:
    """A restore from a backup, declared.

    `number` and `size` are of the last checkpoint that still stands; the lost ones are of the last
    exported one beyond it (0: none was known).
    """

    reason: str
    actor: str
    number: int
    size: int
    lost_number: int
    lost_size: int


@dataclass(frozen=True, slots=True)
class CheckpointText:
    """What a checkpoint says; numbers are small integers, hashes hexadecimal, times UTC text."""

    origin: str
    epoch: int
    number: int
    size: int
    root: str
    at: str
    previous: str
    previous_size: int
    previous_root: str
    key: str
    audit_seq: int
    audit_hash: str
    restored: Restored | None = None
    tree: str = TREE_ALGORITHM
    link: str = SHA256
    format: str = "lotline.checkpoint/1"


@dataclass(frozen=True, slots=True)
class KeyText:
    """What a key says: its place in the chain and after which checkpoint it signs."""

    origin: str
    number: int
    key: str
    alg: str
    public: str
    at: str
    after: int
    signed_by: str
    format: str = "lotline.key/1"


@dataclass(frozen=True, slots=True)
class Signed:
    """A statement's exact text with its signature."""

    text: str
    signature: str

    @property
    def hash(self) -> str:
        """Give the hash by which the next statement holds on to this one."""
        return sha256_hex(f"lotline.statement\x00{self.text}\x00{self.signature}")


def write(statement: CheckpointText | KeyText) -> str:
    """Write a statement as it is signed."""
    return canonical_text(_plain(statement))


def read_checkpoint(text: str) -> CheckpointText:
    """Read a checkpoint; raise `ValueError` where the text is none."""
    body = _body(text)
    if isinstance(body.get("restored"), dict):
        body["restored"] = _record(Restored, body["restored"])
    return _record(CheckpointText, body)


def read_key(text: str) -> KeyText:
    """Read a key; raise `ValueError` where the text is none."""
    return _record(KeyText, _body(text))


def first_previous() -> tuple[str, int, str]:
    """Give what the first checkpoint says of the one before it: hash, size, root."""
    return GENESIS_HASH, 0, GENESIS_HASH


def moment_text(at: datetime) -> str:
    """Write a moment as statements do."""
    return time_text(at)


def follows(key: KeyText, signed: Signed, before: KeyText | None) -> bool:
    """Say whether a key stands in the chain: named rightly and signed by the one before it."""
    signer = before or key
    return (
        key.key == key_id(key.alg, key.public)
        and key.signed_by == signer.key
        and key.number == (before.number + 1 if before else 1)
        and key.origin == (before.origin if before else key.key)
        and key.after >= (before.after if before else 0)
        and is_signed(signer.alg, signer.public, signed.signature, signed.text)
    )


def _plain(statement: Any) -> dict[str, object]:
    found = {field.name: getattr(statement, field.name) for field in fields(statement)}
    restored = found.pop("restored", None)
    return {**found, "restored": _plain(restored)} if restored else found


def _body(text: str) -> dict[str, Any]:
    body = json.loads(text)
    if not isinstance(body, dict) or canonical_text(body) != text:
        raise ValueError("not a canonical statement")
    return body


def _record(kind: type[_T], body: dict[str, Any]) -> _T:
    numbers = {field.name for field in fields(kind) if field.type is int}  # type: ignore[arg-type]
    if any((type(value) is int) != (name in numbers) for name, value in body.items()):
        raise ValueError("a number where none belongs, or none where one does")
    try:
        return kind(**body)
    except TypeError as error:
        raise ValueError(str(error)) from error
