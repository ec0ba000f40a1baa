"""What a step does to its tank, line by line: pure."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final
from uuid import UUID

from lotline.kernel.units import UNITS
from lotline.lots.events import INPUT_ROLES, OUTPUT_ROLES, Holder, HolderKind, Kind, Role
from lotline.lots.folds.amount import amount_in, lacks
from lotline.lots.folds.flow import Bucket, BucketKind
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.stocktaking import gain_of, loss_of
from lotline.lots.folds.tank_entries import Entry, TankAct

LOST: Final = frozenset({Role.WASTE, Role.LOSS})


def tank_of(step: Step) -> Holder:
    """Give the tank of a fill, draw or clearing; a partner's link without a tank is a tank (R6)."""
    return Holder(HolderKind.TANK, step.tank or step.link or step.event)


def is_about_tank(step: Step, part: Part) -> bool:
    """Say whether a count or adjustment is about what is in a tank."""
    named = part.source or part.target
    return step.tank is not None or (named is not None and named.kind is HolderKind.TANK)


def counted_tank(step: Step, part: Part) -> UUID:
    """Give the tank that a count or adjustment is about."""
    named = part.source or part.target
    return step.tank or (named.id if named is not None else step.event)


def entries_of(step: Step) -> Iterator[Entry]:
    """Give the entries of a fill, draw, clearing, count or adjustment of a tank."""
    if step.kind is Kind.CLEAR:
        yield Entry(step.event, 0, TankAct.CLEAR, step.time, step.until)
    for part in step.parts:
        if step.kind is Kind.FILL and part.role in INPUT_ROLES and part.object is not None:
            yield _entry(step, part, TankAct.FILL)
        elif step.kind is Kind.DRAW and part.role in OUTPUT_ROLES and part.object is not None:
            yield _entry(step, part, TankAct.DRAW)
        elif step.kind is Kind.DRAW and part.role in LOST:
            yield _entry(step, part, TankAct.DRAW)._replace(lot=None, bucket=waste_of(step, part))
        elif step.kind in {Kind.COUNT, Kind.ADJUST} and is_about_tank(step, part):
            yield _changed(step, part)


def waste_of(step: Step, part: Part) -> Bucket:
    """Give the bucket of a waste line: destroyed, with its reason."""
    return Bucket(BucketKind.DESTROYED, f"waste:{part.reason or step.reason or ''}")


def _changed(step: Step, part: Part) -> Entry:
    act = TankAct.COUNT if step.kind is Kind.COUNT else TankAct.ADJUST
    entry = _entry(step, part, act)._replace(lot=None)
    gained = act is TankAct.ADJUST and (part.quantity or 0) > 0
    return entry._replace(bucket=gain_of(step, part) if gained else loss_of(step, part))


def _entry(step: Step, part: Part, act: TankAct) -> Entry:
    unit = UNITS.get(part.unit or "")
    return Entry(
        step.event, part.number, act, step.time, step.until, part.object,
        None if lacks(part) else amount_in(part),
        unit.dimension if unit else part.unit or "",
        Fraction(unit.factor) if unit else Fraction(1),
    )  # fmt: skip
