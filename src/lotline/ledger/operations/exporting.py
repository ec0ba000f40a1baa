"""Checkpoints leave the database: one file each, written once, in every export folder.

`ORIGIN/eEEEE/YYYY-MM-DD/NUMBER.json` and `ORIGIN/keys/NUMBER.json`. One file each and never opened again, so
that a folder on write-once storage or another machine will do. The folder itself tells how far it
has got: whatever did not arrive is tried again with the next round, however long that takes.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.db import connection

from lotline.kernel.clock import Clock, SystemClock
from lotline.ledger import folders, queries
from lotline.ledger.queries.exports import newest, shared_upto
from lotline.ledger.records import Checkpoint, KeyCard

_SYSTEM_CLOCK = SystemClock()


class OtherHistory(OSError):  # noqa: N818 – a noun that happened
    """The folder already holds another checkpoint or key under this number."""


def export_checkpoints(*, clock: Clock = _SYSTEM_CLOCK) -> dict[str, str | None]:
    """Write what is missing in every folder; give each folder's fault, None where it has all."""
    keys = queries.signing_keys()
    if not keys:
        return {}
    faults: dict[str, str | None] = {}
    for folder in folders.export_folders():
        faults[str(folder)] = _export_to(folder, keys, clock.now())
    return faults


def _export_to(folder: Path, keys: list[KeyCard], at: datetime) -> str | None:
    own = folder / keys[0].key_id
    number, fault = 0, None
    try:
        for key in keys:
            _put(own / "keys" / f"{key.number:06d}.json", key)
        for number in _written(own):  # noqa: B007 – the last one that arrived is told below
            pass
    except OSError as error:
        fault = str(error) or type(error).__name__
    _tell(str(folder), number, at, fault)
    return fault


def _written(own: Path) -> Iterator[int]:
    found = newest(own)
    upto = shared_upto(found) if found else 0
    if found and upto is None:
        raise OtherHistory(f"checkpoint {found.number} here is not the one in the database")
    number = upto or 0
    yield number
    while batch := queries.checkpoints_after(number):
        for checkpoint in batch:
            _put(_path(own, checkpoint), checkpoint)
            yield checkpoint.number
        number = batch[-1].number


def _path(own: Path, checkpoint: Checkpoint) -> Path:
    day = f"{checkpoint.at:%Y-%m-%d}"
    return own / f"e{checkpoint.epoch:04d}" / day / f"{checkpoint.number:012d}.json"


def _put(path: Path, signed: Checkpoint | KeyCard) -> None:
    if path.is_file() and isinstance(signed, KeyCard) and path.read_bytes() == _content(signed):
        return
    folders.make_folder(path.parent)
    if not folders.write_once(path, _content(signed)):
        raise OtherHistory(f"{path.name} here is not the one in the database")


def _content(signed: Checkpoint | KeyCard) -> bytes:
    body = {"text": signed.text, "signature": signed.signature}
    return json.dumps(body, ensure_ascii=False).encode() + b"\n"


def _tell(folder: str, number: int, at: datetime, fault: str | None) -> None:
    """Keep for the health page how far a folder is; verification never believes it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_export AS x (folder, number, at, fault) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (folder) DO UPDATE SET number = greatest(x.number, excluded.number),"
            " at = CASE WHEN excluded.fault IS NULL THEN excluded.at ELSE x.at END,"
            " fault = excluded.fault"
            " WHERE (x.number, x.fault) IS DISTINCT FROM (excluded.number, excluded.fault)",
            [folder, number, at if fault is None else None, fault],
        )
