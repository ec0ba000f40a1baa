"""Room kept back on the disk: a database that died on a full disk needs some to come up again.

While the disk is full, nothing new is taken and reading goes on; but a database that has to start
then must write its lock, its recovery and a checkpoint. The file is given up for that, and made
again when there is room.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from lotline.host.records import Home

SIZE: Final = 48 * 2**20
# Where less than this is free there is nothing to keep back.
_PLENTY: Final = 4 * SIZE


def keep_reserve(home: Home) -> None:
    """Keep room back beside the data of the embedded database, if there is plenty."""
    with suppress(OSError):
        place = _place(home)
        if place.exists() or shutil.disk_usage(place.parent).free < _PLENTY:
            return
        draft = place.with_name(f"reserve.{os.getpid()}")
        try:
            with draft.open("wb") as stream:
                os.posix_fallocate(stream.fileno(), 0, SIZE)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)


def give_reserve(home: Home) -> None:
    """Give the room up, if the disk is so full that nothing could start."""
    with suppress(OSError):
        place = _place(home)
        if shutil.disk_usage(place.parent).free < SIZE:
            place.unlink(missing_ok=True)


def _place(home: Home) -> Path:
    return home.data.resolve().parent / "reserve"
