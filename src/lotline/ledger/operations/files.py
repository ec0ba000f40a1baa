"""Files kept under the SHA-256 of their bytes, with an entry in the audit trail that vouches for them.

The bytes are durable before the row is: what the database knows is there after a power cut.
"""

import hashlib
import re
from typing import Final

from django.db import connection, transaction

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.clock import Clock, SystemClock
from lotline.kernel.errors import Conflict, Invalid, TooLarge
from lotline.ledger import folders, queries
from lotline.ledger.operations.verifying.apart import FILE_KEPT
from lotline.ledger.records import KeptFile
from lotline.ledger.rules import moment_text

MOST_BYTES: Final = 64 * 2**20
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,80}")
_SYSTEM_CLOCK = SystemClock()


@transaction.atomic
def keep_file(
    actor: Actor, content: bytes, *, name: str, media_type: str, clock: Clock = _SYSTEM_CLOCK
) -> KeptFile:
    """Keep a file's bytes; the same bytes are kept once, under the name they first came with.

    Raises `TooLarge` above 64 MiB and `Invalid` for a name or type that is none.
    """
    if len(content) > MOST_BYTES:
        raise TooLarge("request.too_large")
    if not _MEDIA_TYPE.fullmatch(media_type):
        raise Invalid.at("/media_type", "ledger.media_type")
    shown = _shown(name)
    digest = hashlib.sha256(content).hexdigest()
    _write(digest, content)
    if queries.kept_file(digest) is None:
        made = KeptFile(digest, len(content), media_type, shown, actor.name, clock.now())
        if _insert(made):
            detail = {
                "size": str(made.size), "media_type": media_type, "name": shown,
                "actor": made.actor, "at": moment_text(made.at),
            }  # fmt: skip
            access.record_change(actor, FILE_KEPT, digest, detail, clock=clock)
    found = queries.kept_file(digest)
    if found is None:
        raise Conflict("ledger.file_taken")
    return found


def _write(digest: str, content: bytes) -> None:
    path = folders.file_folder() / digest
    folders.make_folder(path.parent, folders.CLOSED)
    folders.write_durably(path, content, folders.SECRET)


def _insert(made: KeptFile) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_file (sha256, size, media_type, name, actor, at)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            [made.sha256, made.size, made.media_type, made.name, made.actor, made.at],
        )
        return bool(cursor.rowcount == 1)


def _shown(name: str) -> str:
    """Give a name to show: its last part, without anything that controls a terminal or header."""
    last = re.split(r"[/\\]", name)[-1]
    kept = "".join(char for char in last if char.isprintable()).strip()[:200]
    if kept in {"", ".", ".."}:
        raise Invalid.at("/name", "ledger.file_name")
    return kept
