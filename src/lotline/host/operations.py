"""The verbs of the running house: open a home, bring up its database, run its programs."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lotline.host import accounts, cluster, homes, ports, processes, reserve, roles, supervisor
from lotline.host.addresses import (
    answers,
    embedded_addresses,
    forget_address,
    found_address,
    leave_address,
)
from lotline.host.records import CannotStart, Database, Home, Program
from lotline.host.supervisor import StopAsked, Supervisor

open_home = homes.open_home
occupied = homes.occupied
secret_key = homes.secret_key
refuse_busy_port = ports.refuse_busy_port
die_with_parent = processes.die_with_parent
wait_until = processes.wait_until
user_of = accounts.user_of
dump_database = cluster.dump
join_external = roles.join_external
require_success = supervisor.require_success
make_room = reserve.give_reserve

__all__ = [
    "StopAsked",
    "Supervisor",
    "clear_leftovers",
    "database",
    "die_with_parent",
    "dump_database",
    "join_external",
    "make_room",
    "occupied",
    "open_home",
    "refuse_busy_port",
    "require_success",
    "secret_key",
    "start_embedded",
    "user_of",
    "wait_until",
]

_PATIENCE = 20.0


def clear_leftovers(home: Home) -> None:
    """Clear away what a killed supervisor left: its programs and the socket of its database."""
    supervisor.clear_leftovers(home)
    forget_address(home)


def start_embedded(home: Home, keeper: Supervisor) -> Database:
    """Bring up the embedded database under a supervisor, and wait until it answers."""
    program, runtime = cluster.prepare_cluster(home)
    leave_address(home, runtime, shared=True)
    found = embedded_addresses(runtime)
    keeper.start(program)
    _await(found, home, lambda: keeper.pause(0.03))
    roles.make_embedded(found)
    return found


@contextmanager
def database(home: Home, url: str = "") -> Iterator[Database]:
    """Give the database to one command: an external one, the running one, or our own for a moment."""
    if url:
        yield join_external(url)
        return
    running = found_address(home)
    if running is not None:
        yield running
        return
    with homes.occupied(home, wait=_PATIENCE), _alone(home) as found:
        yield found


@contextmanager
def _alone(home: Home) -> Iterator[Database]:
    """Run the embedded database for this process only; other commands wait for their turn."""
    clear_leftovers(home)
    program, runtime = cluster.prepare_cluster(home)
    leave_address(home, runtime, shared=False)
    found = embedded_addresses(runtime)
    server = _Lone(program)
    try:
        _await(found, home, server.pause)
        roles.make_embedded(found)
        yield found
    finally:
        server.stop()
        forget_address(home)


class _Lone:
    """A database server without a supervisor; it is started again while it cannot come up yet."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._child = processes.spawn(program)

    def pause(self) -> None:
        if not processes.wait_until(lambda: self._child.poll() is not None, 0.03):
            return
        self._child = processes.spawn(self._program)

    def stop(self) -> None:
        self._child.send_signal(signal.SIGINT)
        if not processes.wait_until(lambda: self._child.poll() is not None, 5.0):
            self._child.kill()
        self._child.wait()


def _await(found: Database, home: Home, pause: Callable[[], None]) -> None:
    """Wait for the server; after a killed one, its last sessions must end before the next can start."""
    assert found.admin is not None

    def ready() -> bool:
        pause()
        return answers(found.admin or "")

    if not processes.wait_until(ready, _PATIENCE, pause=0.0):
        raise CannotStart("host.database_silent", log=home.log / "postgres.log")
