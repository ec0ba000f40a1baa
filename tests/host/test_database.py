"""The database of others, and the dump before an upgrade."""

import subprocess
from pathlib import Path

import psycopg
import pytest

from lotline.host import cluster
from lotline.host import operations as hosting
from lotline.host.records import CannotStart, Database, Home
from tests.host.house import a_house


@pytest.fixture
def foreign(server: Database) -> str:
    """The address of an empty database that somebody else runs."""
    assert server.admin
    with psycopg.connect(server.admin, autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS foreign_house WITH (FORCE)")
        admin.execute("CREATE DATABASE foreign_house")
    return f"postgresql://postgres@/foreign_house?host={server.runtime}"


def test_an_external_database_is_served_without_its_owners_rights(
    place: Path, foreign: str
) -> None:
    with a_house(place / "home", environment={"DATABASE_URL": foreign}) as house:
        house.start()
        assert not (house.home / "pg").exists()
        with psycopg.connect(hosting.join_external(foreign).serving) as serving:
            assert serving.execute("SELECT current_user").fetchone() == ("lotline_app",)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                serving.execute("DELETE FROM ledger_event")
        assert house.stop() < 5


def test_an_unreachable_database_is_said_in_one_line(scratch_home: Home) -> None:
    with pytest.raises(CannotStart) as refused:
        hosting.join_external("postgresql://nobody@/none?host=/nonexistent")
    assert refused.value.code == "host.database_unreachable"


def test_the_dump_before_an_upgrade_can_be_read_back(
    place: Path, scratch_home: Home, server: Database, template: str
) -> None:
    target = place / "before.dump"
    hosting.dump_database(scratch_home, server.owner, target)
    restore = cluster.find_binaries(cluster.this_user()) / "pg_restore"
    listed = subprocess.run([restore, "--list", target], capture_output=True, text=True)
    assert "TABLE DATA public ledger_event" in listed.stdout


def test_a_failed_dump_stops_the_upgrade(place: Path, scratch_home: Home) -> None:
    with pytest.raises(CannotStart):
        hosting.dump_database(scratch_home, "host=/nonexistent", place / "before.dump")
    assert not (place / "before.dump").exists()
