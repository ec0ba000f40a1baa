"""Crash-only: after kill -9 of anything, serving goes on, or the next start simply works."""

import psutil

from tests.host.house import House, living, until

QUICKLY = 10.0


def test_each_program_that_is_killed_comes_back_by_itself(house: House) -> None:
    house.start()
    server = house.child("granian")
    for victim in (
        *server.children(),
        server,
        house.child("cli work"),
        house.child("postgres", "-D"),
    ):
        orphans = victim.children()
        victim.kill()
        until(lambda gone=(victim, *orphans): not living(gone), 5)
        until(house.is_serving, QUICKLY)
    assert house.stop() < 5


def test_after_a_power_cut_the_next_start_is_an_ordinary_one(house: House) -> None:
    house.start()
    family = house.kill()
    until(lambda: not living(family), 5)
    house.start()
    assert house.process
    victims = [psutil.Process(house.process.pid), *house.family()]
    for victim in victims:
        victim.suspend()
    for victim in victims:
        victim.kill()
    house.process.wait()
    house.start()
    assert house.first_password() is None
    assert house.stop() < 5


def test_a_half_made_database_is_made_again(new_house: House) -> None:
    new_house.launch()
    until(lambda: any(new_house.home.glob("pg.new.*")))
    new_house.kill()
    new_house.start()
    assert new_house.first_password()
