"""Kept files: what is known of them, and their bytes."""

from pathlib import Path

from django.db import connection

from lotline.access import operations as access
from lotline.access.records import Actor
from lotline.kernel.errors import NotFound
from lotline.ledger import folders
from lotline.ledger.records import KeptFile


def kept_file(sha256: str) -> KeptFile | None:
    """Find a kept file by the SHA-256 of its bytes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sha256, size, media_type, name, actor, at FROM ledger_file WHERE sha256 = %s",
            [sha256],
        )
        row = cursor.fetchone()
    return KeptFile(*row) if row else None


def read_file(actor: Actor, sha256: str) -> tuple[KeptFile, Path]:
    """Give a kept file and where its bytes lie; raise `NotFound` where either is missing."""
    access.require(actor, "events.read")
    found = kept_file(sha256)
    path = folders.file_folder() / found.sha256 if found else None
    if found is None or path is None or not path.is_file():
        raise NotFound("ledger.file_not_found")
    return found, path
