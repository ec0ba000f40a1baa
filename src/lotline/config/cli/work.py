"""`lotline work`: projections kept up to date, checkpoints signed and exported."""

import logging
import signal
import time

from django.db import DatabaseError, close_old_connections

from lotline.host.operations import die_with_parent
from lotline.kernel.errors import Problem
from lotline.ledger import operations as ledger

_PAUSE = 0.5
_EXPORT_EVERY = 10.0
_log = logging.getLogger("lotline.work")


def work() -> None:
    """Let every following projection read on and sign what is new, until asked to stop."""
    die_with_parent()
    stopping: list[int] = []
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda asked, _: stopping.append(asked))
    keeper = _Keeper()
    while not stopping:
        try:
            ledger.catch_up()
            keeper.keep()
        except DatabaseError:
            _log.warning("the database did not answer; trying again")
        close_old_connections()
        time.sleep(_PAUSE)


class _Keeper:
    """Signs checkpoints when they are due and exports them until every folder has them all."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}
        self._next_export = 0.0

    def keep(self) -> None:
        """Do what is due; what cannot be done is told once and tried again later."""
        try:
            made = ledger.checkpoint_if_due()
            if made or time.monotonic() >= self._next_export:
                self._next_export = time.monotonic() + _EXPORT_EVERY
                for folder, fault in ledger.export_checkpoints().items():
                    self._tell(folder, fault)
            self._tell("checkpoint", None)
        except (Problem, OSError, ValueError) as fault:
            self._tell("checkpoint", str(fault))

    def _tell(self, what: str, fault: str | None) -> None:
        if fault and self._told.get(what) != fault:
            _log.error("checkpoints: %s: %s", what, fault)
        self._told[what] = fault or ""
