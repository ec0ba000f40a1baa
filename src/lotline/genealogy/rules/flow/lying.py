"""Where everything is in the end: on hand, in units, shipped, in tanks."""

from collections.abc import Iterator
from uuid import UUID

from lotline.genealogy.records.flow import Lying
from lotline.genealogy.rules.flow.core import Core
from lotline.lots.events import Holder, HolderKind
from lotline.lots.folds.amount import decimal_of
from lotline.lots.folds.tank import lots_left


def lying(core: Core) -> Iterator[Lying]:
    """Give every balance."""
    for lot, state in core.fold.states.items():
        for holder, amount in state.balances.items():
            yield _at_holder(core, lot, holder, amount)
    for tank in core.tanks.values():
        for _, layer in lots_left(tank.story):
            if layer.entry.lot is not None:
                yield Lying(layer.entry.lot, decimal_of(layer.own), tank=tank.id)


def _at_holder(core: Core, lot: UUID, holder: Holder, amount: int) -> Lying:
    fold, unit = core.fold, None
    if holder.kind is HolderKind.UNIT:
        unit = fold.unit_of.get(holder.id, holder.id)
        holder = fold.stand(holder.id, core.scene.end).holder
    if holder.kind is not HolderKind.SHIPMENT:
        return Lying(lot, decimal_of(amount), place=holder.id, unit=unit)
    shipment = fold.shipment(holder.id)
    return Lying(lot, decimal_of(amount), None, unit, holder.id, None, *shipment)
