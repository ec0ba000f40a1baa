"""`lotline serve`: the whole house under one supervisor, until somebody asks it to stop."""

import http.client
import os
import sys
import time
from dataclasses import replace
from importlib.resources import files

from lotline.config.console import say
from lotline.config.environment import Environment, read_environment
from lotline.config.preparation import is_prepared
from lotline.host import operations as hosting
from lotline.host.operations import StopAsked, Supervisor
from lotline.host.records import CannotStart, Database, Home, Program

_PATIENCE = 60.0
_THREADS = 4


def serve() -> None:
    """Start the database, bring its tables up to date, and serve until Ctrl-C."""
    asked = read_environment(os.environ)
    home = hosting.open_home(asked.home)
    hosting.make_room(home)
    with hosting.occupied(home):
        hosting.clear_leftovers(home)
        hosting.refuse_busy_port(asked.host, asked.port)
        keeper = Supervisor(home, lambda code, params: say(code, **params))
        try:
            _bring_up(asked, home, keeper)
            keeper.watch()
        except StopAsked:
            say("host.stopping")
        finally:
            keeper.stop()
            hosting.clear_leftovers(home)
    say("host.stopped")


def _bring_up(asked: Environment, home: Home, keeper: Supervisor) -> None:
    database = _database(asked, home, keeper)
    common = {"LOTLINE_HOME": str(home.root), **database.environment()}
    if not is_prepared(database.owner):
        say("host.step_prepare")
        code = keeper.complete(_command("prepare", home, common))
        hosting.require_success(code, "prepare")
    say("host.step_web")
    keeper.start(_web(asked, home, common))
    _await(asked, keeper)
    keeper.start(_command("work", home, common))
    say("host.ready", url=f"http://{asked.host}:{asked.port}/")


def _database(asked: Environment, home: Home, keeper: Supervisor) -> Database:
    if asked.database_url:
        say("host.step_external")
        found = hosting.join_external(asked.database_url)
        if found.owner == found.serving:
            say("host.unrestricted")
        return found
    say("host.step_database")
    found = hosting.start_embedded(home, keeper)
    data = home.data.resolve()
    if os.geteuid() == 0:
        say("host.at_data", user=hosting.user_of(data), data=data)
    return found


def _command(name: str, home: Home, environment: dict[str, str]) -> Program:
    argv = (sys.executable, "-P", "-m", "lotline.config.cli", name)
    return Program(name, argv, environment, folder=home.root)


def _web(asked: Environment, home: Home, environment: dict[str, str]) -> Program:
    # A failed worker is replaced; one that does not end within 3 s is killed, so that Ctrl-C stays short.
    argv = (
        *(sys.executable, "-P", "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", asked.host, "--port", str(asked.port), "--workers", str(asked.workers)),
        *("--blocking-threads", str(_THREADS), "--http", "1"),
        *("--respawn-failed-workers", "--workers-kill-timeout", "3"),
        *("--log-level", "warning", "--log-config", str(files("lotline.config") / "granian.json")),
        "lotline.config.wsgi:application",
    )
    interactive = {**environment, "LOTLINE_STATEMENT_SECONDS": "10"}
    program = Program("web", argv, interactive, folder=home.root)
    return replace(program, patience=4.0)


def _await(asked: Environment, keeper: Supervisor) -> None:
    """Wait until the house answers, so that "ready" is true when it is said."""
    deadline = time.monotonic() + _PATIENCE
    while not _answers(asked):
        if time.monotonic() > deadline:
            raise CannotStart("host.web_silent")
        keeper.pause(0.05)


def _answers(asked: Environment) -> bool:
    wire = http.client.HTTPConnection(asked.host, asked.port, timeout=2)
    try:
        wire.request("GET", "/livez")
        return wire.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        wire.close()
