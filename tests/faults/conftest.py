"""Houses to hurt."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from tests.faults.rig import Rig
from tests.faults.stage import Stage, memory, open_stage


@dataclass
class Standing:
    """The house that lives through one fault after the other, until a test spoils it for the rest."""

    stage: Stage
    stack: ExitStack = field(default_factory=ExitStack)
    rig: Rig | None = None

    def give(self) -> Rig:
        """Give the house; started again if the test before left it for dead, new if it was spoilt."""
        if self.rig is None:
            self.rig = self.stack.enter_context(self.stage.running_rig())
        assert self.rig.house.process
        if self.rig.house.process.poll() is not None:
            self.rig.house.start()
        return self.rig

    def end(self) -> None:
        """End the house."""
        self.stack.close()
        self.rig = None


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """The furnished house, and room for copies of it."""
    with open_stage(memory()) as made:
        yield made


@pytest.fixture(scope="session")
def standing(stage: Stage) -> Iterator[Standing]:
    """The house of all faults."""
    made = Standing(stage)
    yield made
    made.end()


@pytest.fixture
def rig(standing: Standing) -> Rig:
    """The house of all faults, running."""
    return standing.give()


@pytest.fixture
def spoilt_rig(standing: Standing) -> Iterator[Rig]:
    """The same house for a test that tampers with its record: nobody gets it afterwards."""
    yield standing.give()
    standing.end()
