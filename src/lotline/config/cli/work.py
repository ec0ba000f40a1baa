"""`lotline work`: the projections that follow the ledger, kept up to date."""

import logging
import signal
import time

from django.db import DatabaseError, close_old_connections

from lotline.host.operations import die_with_parent
from lotline.ledger import operations as ledger

_PAUSE = 0.5
_log = logging.getLogger("lotline.work")


def work() -> None:
    """Let every following projection read on, until asked to stop."""
    die_with_parent()
    stopping: list[int] = []
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda asked, _: stopping.append(asked))
    while not stopping:
        try:
            ledger.catch_up()
        except DatabaseError:
            _log.warning("the database did not answer; trying again")
        close_old_connections()
        time.sleep(_PAUSE)
