"""Crash-only: after kill -9 of anything, serving goes on, or the next start simply works."""

from collections.abc import Iterator

import psutil
import pytest

from tests.host.house import House, living, until

QUICKLY = 10.0


@pytest.fixture
def running(house: House) -> Iterator[House]:
    """A house that serves."""
    house.start()
    yield house


def test_each_program_that_is_killed_comes_back_by_itself(running: House) -> None:
    server = running.child("granian")
    for victim in (
        server.children()[0],
        server,
        running.child("cli", "work"),
        running.child("postgres", "-D"),
    ):
        victim.kill()
        until(lambda gone=victim: not living([gone]))
        until(running.is_serving, QUICKLY)
    assert running.stop() < 5


def test_workers_of_a_killed_web_server_do_not_live_on(running: House) -> None:
    server = running.child("granian")
    workers = server.children(recursive=True)
    server.kill()
    until(lambda: not living(workers), 5)
    until(running.is_serving, QUICKLY)


def test_a_killed_supervisor_takes_its_family_along_and_the_next_start_works(
    running: House,
) -> None:
    family = running.kill()
    until(lambda: not living(family), 5)
    running.start()
    assert running.first_password() is None


def test_everything_killed_at_once_is_followed_by_an_ordinary_start(running: House) -> None:
    assert running.process
    victims = [psutil.Process(running.process.pid), *running.family()]
    for victim in victims:
        victim.suspend()
    for victim in victims:
        victim.kill()
    running.process.wait()
    running.start()
    assert running.stop() < 5


def test_a_half_made_database_is_made_again(new_house: House) -> None:
    new_house.launch()
    until(lambda: any(new_house.home.glob("pg.new.*")))
    new_house.kill()
    new_house.start()
    assert new_house.first_password()
