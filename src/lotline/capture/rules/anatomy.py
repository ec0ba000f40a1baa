"""What each kind of event is made of: the parts that it needs and the parts that it may have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lotline.lots.events import Kind


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of one kind.

    `needs` is what a command must have and `may` what it can have beside; `always` is what even a
    fact must have, since nothing could be said without it.
    """

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    always: tuple[str, ...] = ()

    @property
    def allowed(self) -> frozenset[str]:
        """Give every part that the kind can have."""
        return frozenset((*self.needs, *self.may, *self.always))


GROUPS: Final = ("inputs", "outputs", "subjects")
PARTS: Final = (*GROUPS, "losses", "unit", "tank", "supplier", "reason", "corrects")
_STEP: Final = Anatomy(needs=("inputs", "outputs"), may=("losses",))
_SEEN: Final = Anatomy(needs=("subjects",))
ANATOMY: Final[Mapping[Kind, Anatomy]] = {
    Kind.RECEIVE: Anatomy(needs=("outputs",)),
    Kind.TRANSFORM: _STEP,
    Kind.SPLIT: _STEP,
    Kind.MERGE: _STEP,
    Kind.REWORK: _STEP,
    Kind.PROCESS: _SEEN,
    Kind.INSPECT: Anatomy(needs=("subjects", "verdict")),
    Kind.PACK: Anatomy(always=("unit", "subjects")),
    Kind.UNPACK: Anatomy(needs=("unit",), may=("subjects",)),
    Kind.MOVE: _SEEN,
    Kind.SHIP: Anatomy(needs=("subjects", "customer")),
    Kind.RETURN: Anatomy(may=("subjects", "inputs", "outputs", "customer", "supplier")),
    Kind.DESTROY: Anatomy(needs=("subjects", "reason")),
    Kind.SAMPLE: Anatomy(needs=("subjects",), may=("reason",)),
    Kind.COUNT: Anatomy(needs=("subjects",), may=("reason",)),
    Kind.ADJUST: Anatomy(needs=("subjects", "reason")),
    Kind.ASSEMBLE: Anatomy(always=("unit", "subjects")),
    Kind.DISASSEMBLE: Anatomy(needs=("unit",), may=("subjects",)),
    Kind.MOUNT: Anatomy(needs=("subjects", "equipment")),
    Kind.UNMOUNT: Anatomy(needs=("subjects", "equipment")),
    Kind.FILL: Anatomy(needs=("inputs",), always=("tank",)),
    Kind.DRAW: Anatomy(needs=("outputs",), always=("tank",)),
    Kind.CLEAR: Anatomy(always=("tank",), may=("reason",)),
    Kind.CORRECT: Anatomy(always=("corrects",), may=("subjects", "reason")),
}
