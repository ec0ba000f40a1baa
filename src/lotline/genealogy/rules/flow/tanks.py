"""The tanks of a run of steps, each folded from its own lines (GENEALOGY R8)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from lotline.genealogy.rules.flow.told import Told
from lotline.lots.events import Kind
from lotline.lots.folds.around import Plant, TankModel
from lotline.lots.folds.tank import TankStory, fold_tank
from lotline.lots.folds.tank_acts import counted_tank, entries_of, is_about_tank, tank_of
from lotline.lots.folds.tank_entries import Entry

_STOCKTAKING: Final = frozenset({Kind.COUNT, Kind.ADJUST})
_ABOUT_TANKS: Final = _STOCKTAKING | {Kind.FILL, Kind.DRAW, Kind.CLEAR}


@dataclass(frozen=True, slots=True)
class Tank:
    """A tank with its story; `declared` says whether its model is master data."""

    id: UUID
    model: TankModel
    declared: bool
    story: TankStory


def tanks_of(told: Sequence[Told], plant: Plant) -> dict[UUID, Tank]:
    """Fold every tank that the steps tell of."""
    entries: dict[UUID, list[Entry]] = defaultdict(list)
    linked: set[UUID] = set()
    for row in told:
        for tank, entry in _entries(row):
            entries[tank].append(entry)
            if row.step.tank is None:
                linked.add(tank)
    return {tank: _tank(tank, rows, plant, tank in linked) for tank, rows in entries.items()}


def _tank(tank: UUID, entries: list[Entry], plant: Plant, linked: bool) -> Tank:
    """Fold one tank; a partner's link that stands for a tank is mixed by definition (R6)."""
    model = plant.models.get(tank)
    return Tank(
        tank, model or TankModel.MIXED, model is not None or linked,
        fold_tank(entries, model or TankModel.MIXED),
    )  # fmt: skip


def _entries(row: Told) -> Iterator[tuple[UUID, Entry]]:
    """Give the entries of a step with their tanks, of the lines as they are meant."""
    if row.step.kind not in _ABOUT_TANKS:
        return
    step = replace(row.step, parts=tuple(part for part, _ in row.lines))
    if step.kind in _STOCKTAKING:
        tanks = [counted_tank(step, part) for part in step.parts if is_about_tank(step, part)]
        yield from zip(tanks, entries_of(step), strict=True)
    else:
        yield from ((tank_of(step).id, entry) for entry in entries_of(step))
