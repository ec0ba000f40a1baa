"""Folders for houses: reachable by every user, like a folder somebody would choose for one."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.host.house import House, a_house


@pytest.fixture
def place() -> Iterator[Path]:
    """An empty folder that any user can reach."""
    root = Path(tempfile.mkdtemp(prefix="lotline-house-"))
    root.chmod(0o755)
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def house(place: Path) -> Iterator[House]:
    """A house that has not been started yet."""
    with a_house(place / "home") as made:
        yield made
