"""A plant of its own for every test of the door."""

import pytest

from tests.plant import Plant


@pytest.fixture
def plant(db: None) -> Plant:
    """Give a plant on a database that is rolled back."""
    return Plant.build()
