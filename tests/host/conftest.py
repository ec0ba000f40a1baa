"""Folders for houses: reachable by every user, like a folder somebody would choose for one."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.host.house import House, a_house


@pytest.fixture
def place() -> Iterator[Path]:
    """An empty folder that any user can reach."""
    with _folder() as root:
        yield root


@pytest.fixture(scope="session")
def furnished() -> Iterator[Path]:
    """A home whose tables and first user were made before, to be copied."""
    with _folder() as root, a_house(root / "home") as house:
        house.start()
        house.stop()
        yield house.home


@pytest.fixture
def house(place: Path, furnished: Path) -> Iterator[House]:
    """A furnished house that is not running."""
    subprocess.run(["cp", "-a", str(furnished), str(place / "home")], check=True)
    with a_house(place / "home") as made:
        yield made


@pytest.fixture(scope="module")
def standing(furnished: Path) -> Iterator[House]:
    """A house that runs, for tests that only look."""
    with _folder() as root:
        subprocess.run(["cp", "-a", str(furnished), str(root / "home")], check=True)
        with a_house(root / "home") as made:
            yield made.start()


@pytest.fixture
def new_house(place: Path) -> Iterator[House]:
    """A house that was never started."""
    with a_house(place / "批脉 一号" / "home") as made:
        yield made


@contextmanager
def _folder() -> Iterator[Path]:
    root = Path(tempfile.mkdtemp(prefix="lotline-house-"))
    root.chmod(0o755)
    yield root
    shutil.rmtree(root, ignore_errors=True)
