"""Two houses on one database at once, the second one over a line that breaks, with clocks that differ."""

import random
import time

from tests.faults import kills
from tests.faults.checks.violation import Violation
from tests.faults.lines import Proxy
from tests.faults.load import Load
from tests.faults.rig import Rig
from tests.faults.stage import Stage

_HOURS = 3600.0


def run_together(stage: Stage, first: Rig) -> list[Violation]:
    """Load both houses at once while the second one's line and people suffer; give what is wrong."""
    runtime = first.database().runtime
    assert runtime is not None
    folder = stage.folder()
    proxy = Proxy(folder, runtime)
    try:
        with stage.second_rig(first, folder) as second:
            second.orders.move_clock(-2 * _HOURS)
            with first.load(6, second) as load:
                load.let_pass(15)
                _hurt(first, second, proxy, load)
            return first.check(proven=False)
    finally:
        proxy.close()


def _hurt(first: Rig, second: Rig, proxy: Proxy, load: Load) -> None:
    with first.fault("connections cut"):
        for _ in range(6):
            proxy.cut()
            time.sleep(random.uniform(0.02, 0.15))
    load.let_pass(10)
    with first.fault("line stalled"), proxy.stalled():
        time.sleep(1.0)
    load.let_pass(10)
    with first.fault("line closed"), proxy.closed():
        time.sleep(1.0)
    _both_work(first, second, load)
    with first.fault("kill worker of the second house"):
        kills.kill_at(second, load, "after-insert", "worker")
    with first.fault("kill database under two houses"):
        kills.kill_now(first, load, "database")
    _both_work(first, second, load)


def _both_work(first: Rig, second: Rig, load: Load) -> None:
    """Wait until each house answers for itself that it can take work."""
    for rig in (first, second):
        load.wait_for(rig.house.is_serving)
    load.let_pass(15)
