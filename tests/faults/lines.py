"""Connections that break: ended by the server, or cut by whoever stands between."""

import contextlib
import random
import select
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tests.faults.load import Load
from tests.faults.rig import Rig

SOCKET = ".s.PGSQL.5432"


def terminate_sessions(rig: Rig, load: Load, times: int = 5) -> None:
    """End every session of the serving role, several times, as an administrator might."""
    admin = rig.database().admin
    assert admin is not None
    with psycopg.connect(admin, autocommit=True) as connection:
        for _ in range(times):
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lotline_app'"
            )
            time.sleep(random.uniform(0.0, 0.15))


class Proxy:
    """A line between a house and its database that can be cut, closed or made to stall."""

    def __init__(self, folder: Path, target: Path) -> None:
        self.folder, self._target = folder, target / SOCKET
        self._pairs: set[tuple[socket.socket, socket.socket]] = set()
        self._open, self._flowing, self._ended = (threading.Event() for _ in range(3))
        self._open.set()
        self._flowing.set()
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(folder / SOCKET))
        self._door.listen(64)
        threading.Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """Cut every connection, wherever its bytes are."""
        for pair in list(self._pairs):
            for end in pair:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    @contextlib.contextmanager
    def closed(self) -> Iterator[None]:
        """Cut everything and let nobody through for a while."""
        self._open.clear()
        self.cut()
        yield
        self._open.set()

    @contextlib.contextmanager
    def stalled(self) -> Iterator[None]:
        """Keep the connections, but let no byte pass for a while."""
        self._flowing.clear()
        yield
        self._flowing.set()

    def close(self) -> None:
        """End the proxy."""
        self._ended.set()
        self._flowing.set()
        self._door.close()
        self.cut()

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX)
            try:
                if not self._open.is_set():
                    raise ConnectionRefusedError
                far.connect(str(self._target))
            except OSError:
                near.close()
                far.close()
                continue
            threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        self._pairs.add((near, far))
        with near, far, contextlib.suppress(OSError):
            while self._pass_on(near, far):
                self._flowing.wait()
        self._pairs.discard((near, far))

    def _pass_on(self, near: socket.socket, far: socket.socket) -> bool:
        for source in select.select([near, far], [], [], 0.5)[0]:
            self._flowing.wait()
            heard = source.recv(65536)
            if not heard:
                return False
            (far if source is near else near).sendall(heard)
        return not self._ended.is_set()
