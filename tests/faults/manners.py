"""Faults of people and clocks rather than of programs: rights taken away, time that jumps, the same letter ten times."""

import random
import threading
import time
from collections.abc import Sequence
from decimal import Decimal

from tests.faults.checks.quantities import base_quantity
from tests.faults.client import Client
from tests.faults.history import Attempt
from tests.faults.load import Load
from tests.faults.rig import Rig
from tests.faults.stage import issue_tokens

DAY = 86400.0


def jump_clock(rig: Rig, load: Load, jumps: Sequence[float] = (DAY, -DAY, 90.0, -3600.0)) -> None:
    """Set the house's clock forward and back by seconds, and right again at last."""
    for seconds in (*jumps, 0.0):
        rig.orders.move_clock(seconds)
        load.let_pass(8)


def revoke_token(rig: Rig, load: Load) -> None:
    """Take a token's right away in the middle of its work, and go on trying with it."""
    (token,) = issue_tokens(rig.house, "operator")
    secret = token["secret"]
    clients = [Client(rig.history, rig.house.port, secret) for _ in range(3)]
    stopping = threading.Event()
    threads = [threading.Thread(target=_keep_trying, args=(rig, one, stopping)) for one in clients]
    for thread in threads:
        thread.start()
    load.let_pass(15)
    assert rig.ask("DELETE", f"tokens/{token['id']}").status == 200
    rig.history.ended[secret] = time.monotonic()
    load.let_pass(30)
    stopping.set()
    for thread in threads:
        thread.join(30)


def intrude(rig: Rig, load: Load) -> None:
    """Try to capture with a token that lives but may not, and with one that never was."""
    for token in (rig.tokens["administrator"], "ll_never-issued"):
        rig.history.ended[token] = float("-inf")
        client = Client(rig.history, rig.house.port, token)
        client.send([rig.workload.receive("mass", "1", "KGM")])
        client.wire.close()


def redeliver(rig: Rig, load: Load, times: int = 10, most: int = 20) -> None:
    """Deliver what was acknowledged ten times over, shuffled, from eight sides at once."""
    done = [a for a in list(rig.history.attempts.values()) if a.is_acknowledged and not a.batch]
    letters = random.sample(done, min(most, len(done))) * times
    random.shuffle(letters)
    at_once(rig, [letters[n::8] for n in range(8)])


def race(rig: Rig, load: Load, clients: int = 16, each: int = 4) -> None:
    """Let sixteen clients take decimals in changing units from one lot until it is empty."""
    family = random.choice(("mass", "volume"))
    unit = {"mass": "KGM", "volume": "LTR"}[family]
    lot = rig.workload.receive(family, "20.125", unit)
    assert Client(rig.history, rig.house.port, rig.tokens["operator"]).deliver([lot])
    code = lot.body["outputs"][0]["lot"]["new"]["code"]
    takings = [[rig.workload.use(code, family, *rig.workload.amount(family, 1))
                for _ in range(each)] for _ in range(clients)]  # fmt: skip
    at_once(rig, takings)
    _see_that_none_was_refused_in_vain(lot, [one for part in takings for one in part])


def at_once(rig: Rig, parts: Sequence[Sequence[Attempt]]) -> None:
    """Deliver each part from a client of its own, all beginning together."""
    gate = threading.Barrier(len(parts))
    token = rig.tokens["operator"]

    def deliver(part: Sequence[Attempt]) -> None:
        client = Client(rig.history, rig.house.port, token)
        gate.wait()
        for attempt in part:
            client.deliver([attempt])
        client.wire.close()

    threads = [threading.Thread(target=deliver, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)


def _keep_trying(rig: Rig, client: Client, stopping: threading.Event) -> None:
    while not stopping.is_set():
        client.send([rig.workload.receive("volume", "2500", "MLT")])
    client.wire.close()


def _see_that_none_was_refused_in_vain(lot: Attempt, takings: Sequence[Attempt]) -> None:
    taken = [one for one in takings if one.is_acknowledged]
    left = base_quantity(lot.body["outputs"][0]) - sum(map(_amount, taken), Decimal(0))
    refused = [one for one in takings if not one.is_acknowledged]
    assert left >= 0, f"more was taken than there was: {left}"
    assert all(_amount(one) > left for one in refused), "refused although enough was left"


def _amount(taking: Attempt) -> Decimal:
    return base_quantity(taking.body["inputs"][0])
