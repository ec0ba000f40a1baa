"""Up to where this installation verified the record: kept outside the database, sealed with a key of ours.

Whoever rules the database alone cannot make it say more than was looked at. Where it is missing,
from another ledger or not sealed rightly, everything is looked at again.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lotline.kernel.canonical import canonical_text
from lotline.ledger import folders
from lotline.ledger.records import LastVerification

_KEY = "memory-of-verifying.key"


@dataclass(frozen=True, slots=True)
class Memory:
    """The state at the end of the last good verification: tree, chains, checkpoints."""

    origin: str
    size: int
    edge: str
    chains: dict[str, list[Any]]
    checkpoint: int
    digest: str


def recall_memory() -> Memory | None:
    """Give what was verified of the ledger that it names, or None."""
    body = _body()
    return Memory(**body["memory"]) if body and isinstance(body.get("memory"), dict) else None


def last_verification() -> LastVerification | None:
    """Give the outcome of the last verification, or None."""
    body = _body()
    return LastVerification(**body["last"]) if body else None


def keep_memory(memory: Memory | None, last: LastVerification) -> None:
    """Remember an outcome; `memory` is left as it was where nothing more was proved."""
    before = _body() or {}
    kept = asdict(memory) if memory else before.get("memory")
    text = canonical_text({"memory": kept, "last": asdict(last)})
    folders.make_folder(folders.key_folder(), folders.CLOSED)
    content = json.dumps({"text": text, "seal": _seal(text)}).encode()
    folders.write_durably(folders.memory_file(), content, folders.SECRET)


def _body() -> dict[str, Any] | None:
    try:
        kept = json.loads(folders.memory_file().read_bytes())
        if not hmac.compare_digest(_seal(kept["text"]), kept["seal"]):
            return None
        body: dict[str, Any] = json.loads(kept["text"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return body


def _seal(text: str) -> str:
    return hmac.new(_key(), b"lotline.verified\x00" + text.encode(), hashlib.sha256).hexdigest()


def _key() -> bytes:
    path = folders.key_folder() / _KEY
    if not path.is_file():
        folders.make_folder(folders.key_folder(), folders.CLOSED)
        folders.write_once(path, secrets.token_bytes(32), folders.SECRET)
    return path.read_bytes()


def as_chains(kept: Mapping[str, list[Any]]) -> dict[str, tuple[int, str]]:
    """Give remembered chains as a walk takes them."""
    return {stream: (int(seq), str(digest)) for stream, (seq, digest) in kept.items()}
