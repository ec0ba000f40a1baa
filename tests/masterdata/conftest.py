"""Who acts in these tests."""

import pytest

from lotline.access.records import Actor


@pytest.fixture
def clerk() -> Actor:
    """Somebody who may do everything."""
    return Actor.system("tests")


@pytest.fixture
def reader() -> Actor:
    """Somebody who may only read masters."""
    return Actor(None, "reader", frozenset({"masters.read"}))


@pytest.fixture
def nobody() -> Actor:
    """Somebody who may do nothing."""
    return Actor(None, "nobody", frozenset())
