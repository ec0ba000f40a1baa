"""What happens to a tank, line by line, and where the order of it cannot be known: pure (R8)."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from lotline.lots.folds.around import TankModel
from lotline.lots.folds.flow import Bucket


class TankAct(StrEnum):
    """What is done to a tank."""

    FILL = "fill"
    DRAW = "draw"
    CLEAR = "clear"
    ADJUST = "adjust"
    COUNT = "count"


class Entry(NamedTuple):
    """One line about a tank.

    `amount` is in the unit of the line, `factor` brings it to the base unit of its dimension. `lot`
    was filled in or drawn; a line without one goes to `bucket` (waste, a loss) or comes from it.
    """

    event: UUID
    number: int
    act: TankAct
    time: datetime
    until: datetime
    lot: UUID | None = None
    amount: int | None = None
    dimension: str = ""
    factor: Fraction = Fraction(1)
    bucket: Bucket | None = None

    @property
    def base(self) -> int:
        """Give its amount in the base unit of its dimension, half-even."""
        return based(self.amount or 0, self.factor)


def based(amount: int, factor: Fraction) -> int:
    """Bring an amount to the base unit of its dimension."""
    if factor.denominator == 1:
        return amount * factor.numerator
    return round(Fraction(amount * factor.numerator, factor.denominator))


def open_order(entries: Sequence[Entry], model: TankModel) -> list[bool]:
    """Say of each entry whether the order around it is unknown.

    So it is from the first time that two events share – other than only fills or only draws of a
    mixed tank – until the next clearing that stands alone. Intervals that overlap share a time.
    """
    found: list[bool] = []
    unsure = False
    for group in _sharing(entries):
        acts = {entry.act for entry in group}
        alone = len({entry.event for entry in group}) == 1
        same = model is TankModel.MIXED and acts in ({TankAct.FILL}, {TankAct.DRAW})
        if alone and acts == {TankAct.CLEAR}:
            unsure = False
        elif not alone and not same:
            unsure = True
        found.extend([unsure] * len(group))
    return found


def _sharing(entries: Sequence[Entry]) -> list[list[Entry]]:
    groups: list[list[Entry]] = []
    latest: datetime | None = None
    for entry in entries:
        if latest is not None and entry.time <= latest:
            groups[-1].append(entry)
            latest = max(latest, entry.until)
        else:
            groups.append([entry])
            latest = entry.until
    return groups
