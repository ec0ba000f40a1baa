"""Many clients at once, until told to stop; what is unclear then is cleared up."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from tests.faults.client import Client
from tests.faults.history import Attempt, History
from tests.faults.workload import Workload
from tests.host.house import until


class Load:
    """Clients in threads of their own that deliver what the workload gives them."""

    def __init__(
        self,
        history: History,
        workload: Workload,
        ports: Sequence[int],
        token: str,
        threads: int = 4,
    ) -> None:
        self.history, self.workload = history, workload
        self._clients = [Client(history, ports[n % len(ports)], token) for n in range(threads)]
        self._threads = [
            threading.Thread(target=self._work, args=(client,), daemon=True)
            for client in self._clients
        ]
        self._watch = threading.Thread(target=self._count_the_crowd, daemon=True)
        self._stopping = threading.Event()
        self._fault: list[BaseException] = []

    def __enter__(self) -> "Load":
        for thread in (*self._threads, self._watch):
            thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        for thread in (*self._threads, self._watch):
            thread.join(90)
        for client in self._clients:
            client.wire.close()
        if kind is None and self._fault:
            raise self._fault[0]

    def let_pass(self, captures: int, seconds: float = 45.0) -> None:
        """Wait until so many more captures were acknowledged."""
        wanted = self.history.acknowledged + captures
        self.wait_for(lambda: self.history.acknowledged >= wanted, seconds)

    def wait_for(self, condition: Callable[[], bool], seconds: float = 45.0) -> float:
        """Wait for something while the clients work; give the seconds it took."""

        def so() -> bool:
            if self._fault:
                raise self._fault[0]
            return condition()

        return until(so, seconds)

    def _work(self, client: Client) -> None:
        try:
            while not self._stopping.is_set():
                attempts: list[Attempt] = self.workload.next()
                client.deliver(attempts)
                self.workload.learn(attempts)
        except BaseException as fault:  # a client that dies silently would hide what it saw
            self._fault.append(fault)
            raise

    def _count_the_crowd(self) -> None:
        while not self._stopping.wait(0.1):
            running = Path("/proc/loadavg").read_text(encoding="ascii").split()[3]
            self.history.crowds.append((time.monotonic(), int(running.partition("/")[0])))
