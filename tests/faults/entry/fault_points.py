"""Named moments in the life of a request at which a test can kill somebody, and a clock it can move.

The product knows nothing of this: its functions are wrapped while they are imported. Orders lie as
files in the folder `LOTLINE_FAULT_ORDERS`; whoever takes one first carries it out, once.
"""

import functools
import json
import os
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

_CAPTURE = "lotline.capture.operations.capturing"
_APPEND = "lotline.ledger.operations.appending"
_FOLLOW = "lotline.ledger.operations.following"
_CLOCK = "lotline.kernel.clock"
# name of the point: module, function, and whether it lies before or after the function's work
POINTS = {
    "before-transaction": (_CAPTURE, "_attempt", "before"),
    "after-locks": (_APPEND, "_lock_heads", "after"),
    "after-insert": ("lotline.ledger.operations.rows", "insert_events", "after"),
    "after-append": (_APPEND, "append", "after"),
    "before-commit": ("lotline.ledger.operations.keys", "remember", "after"),
    "after-commit": (_CAPTURE, "_attempt", "after"),
    "follower-ordered": ("lotline.ledger.operations.ordering", "order_events", "after"),
    "follower-applied": (_FOLLOW, "_save_position", "before"),
    "follower-done": (_FOLLOW, "follow", "after"),
    "checkpoint-inserted": ("lotline.ledger.operations.checkpointing", "_insert", "after"),
    "checkpoint-signed": ("lotline.ledger.operations.checkpointing", "checkpoint_if_due", "after"),
    "checkpoint-exporting": ("lotline.ledger.operations.exporting", "_put", "before"),
    "checkpoint-exported": ("lotline.ledger.operations.exporting", "_put", "after"),
}
MODULES = {_CLOCK, *(module for module, _, _ in POINTS.values())}
_ORDERS = Path(os.environ.get("LOTLINE_FAULT_ORDERS", "/nonexistent"))
_passed: dict[str, int] = {}


def wrap(module: ModuleType) -> None:
    """Set the points that lie in a module."""
    if module.__name__ == _CLOCK:
        _loosen_clock(module)
    for point, (place, name, side) in POINTS.items():
        if place == module.__name__:
            setattr(module, name, _with_point(getattr(module, name), point, side))


def _with_point(work: Callable[..., Any], point: str, side: str) -> Callable[..., Any]:
    order = _ORDERS / f"{point}.order"

    @functools.wraps(work)
    def pointed(*args: Any, **named: Any) -> Any:
        if side == "before":
            _reach(point, order)
        result = work(*args, **named)
        if side == "after":
            _reach(point, order)
        return result

    return pointed


def _reach(point: str, order: Path) -> None:
    try:
        asked = json.loads(order.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return
    _passed[point] = _passed.get(point, 0) + 1
    if _passed[point] < asked["passes"] or not _is_meant(asked):
        return
    try:
        order.rename(order.with_suffix(f".taken-by-{os.getpid()}"))
    except OSError:
        return
    _passed[point] = 0
    _carry_out(asked)


def _is_meant(asked: dict[str, Any]) -> bool:
    return not asked["within"] or asked["within"] in Path("/proc/self/cmdline").read_text()


def _carry_out(asked: dict[str, Any]) -> None:
    victims = {"self": os.getpid, "parent": os.getppid, "backend": _own_backend}
    victim = asked["victim"]
    pid = victims[victim]() if victim in victims else int(victim)
    os.kill(pid, signal.Signals(asked["signal"]))
    if pid == os.getpid():
        time.sleep(60)


def _own_backend() -> int:
    from django.db import connection

    connection.ensure_connection()
    assert connection.connection is not None
    return int(connection.connection.info.backend_pid)


def _loosen_clock(module: ModuleType) -> None:
    """Let a file move the product's clock, back or forth, by seconds."""
    system: Any = module.SystemClock
    shift = _ORDERS / "clock"
    true_now = system.now

    def now(self: Any) -> datetime:
        try:
            seconds = float(shift.read_text(encoding="ascii"))
        except (OSError, ValueError):
            seconds = 0.0
        moved: datetime = true_now(self) + timedelta(seconds=seconds)
        return moved

    system.now = now
