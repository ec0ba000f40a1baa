"""How much room the disk has left, and whether it is enough to write."""

import shutil
from pathlib import Path
from typing import Final

from django.conf import settings

# Below this nothing new is taken: the database needs the rest to end what it has begun, to recover
# and to go on answering (two files of its log, 16 MiB each, and the pages of a checkpoint).
RESERVE: Final = 64 * 2**20


def free_bytes() -> int:
    """Give the free bytes where the installation keeps its folder and its embedded database."""
    home = Path(settings.LOTLINE_HOME)
    places = [home, *(data for data in (home / "pg",) if data.exists())]
    return min(shutil.disk_usage(place).free for place in places)


def is_full() -> bool:
    """Tell whether there is too little room to write; a folder that cannot be asked is not full."""
    try:
        return free_bytes() < RESERVE
    except OSError:
        return False
