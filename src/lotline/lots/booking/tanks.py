"""What is left of each lot in a tank, folded from the tank's own fills and draws."""

from collections import defaultdict
from uuid import UUID

from django.db import connection

from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.around import TankModel
from lotline.lots.folds.tank import fold_tank, lots_left
from lotline.lots.folds.tank_acts import entries_of
from lotline.lots.queries.steps import effective_steps, events_of_tanks
from lotline.masterdata import queries as masterdata


def book_tanks(tanks: set[UUID]) -> None:
    """Fold tanks from their start and write what is left in them, lot by lot."""
    machines = masterdata.equipment(tanks)
    for tank in sorted(tanks):
        declared = getattr(machines.get(tank), "tank_model", None)
        steps = effective_steps(events_of_tanks([tank]))
        model = TankModel(declared) if declared else TankModel.MIXED
        story = fold_tank([entry for step in steps for entry in entries_of(step)], model)
        left: dict[UUID, int] = defaultdict(int)
        for _, layer in lots_left(story):
            if layer.entry.lot is not None:
                left[layer.entry.lot] += layer.own
        _write(tank, left)


def _write(tank: UUID, left: dict[UUID, int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM lots_balance WHERE holder = %s", [tank])
        cursor.executemany(
            "INSERT INTO lots_balance (object, holder, holder_kind, quantity)"
            " VALUES (%s, %s, 'tank', %s)",
            [(lot, tank, decimal_of(amount, 9)) for lot, amount in left.items()],
        )
