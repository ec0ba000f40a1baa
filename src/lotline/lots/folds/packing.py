"""What lines book that put a lot into a logistic unit or take it out (GENEALOGY R6): pure."""

from lotline.lots.events import Holder, HolderKind, Kind, Role
from lotline.lots.folds.amount import amount_in
from lotline.lots.folds.around import Around
from lotline.lots.folds.flow import NOTHING, PRODUCED, Booking, Flow
from lotline.lots.folds.state import LotState
from lotline.lots.folds.step import Part, Step
from lotline.lots.folds.taking import carry, destination, late_flags, leave, places, resolved


def pack(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what goes into a unit, or into a product that holds it from now on."""
    if part.role is Role.PARENT:
        return _born_parent(step, part, around)
    parent = _parent(step)
    target = part.target or parent
    if part.role is not Role.CONTENT or target is None:
        return NOTHING
    to = resolved(target, around, step.key)
    left = leave(state, places(state, part, around, step.key), to, amount_in(part))
    return left._replace(flags=left.flags | late_flags(step, to, around))


def _born_parent(step: Step, part: Part, around: Around) -> Booking:
    """Book an assembled product that comes into being with its first part."""
    if step.kind is not Kind.ASSEMBLE or part.quantity is None or part.target is None:
        return NOTHING
    return Booking((Flow(PRODUCED, destination(step, part, around), amount_in(part)),))


def unpack(state: LotState, step: Step, part: Part, around: Around) -> Booking:
    """Book what is taken out of a unit, as far as it is inside."""
    source = part.source if part.source and part.source.kind is HolderKind.UNIT else _parent(step)
    if part.role is not Role.CONTENT or source is None:
        return NOTHING
    unit = resolved(source, around, step.key)
    stand = around.stand(unit.id, step.key).holder
    inside = [] if stand.kind is HolderKind.SHIPMENT else [unit]
    if part.target is not None or step.place is not None:
        to = destination(step, part, around)
    else:
        to = stand
    return carry(state, (inside, frozenset()), to, amount_in(part))


def _parent(step: Step) -> Holder | None:
    """Give the unit that something is packed into or taken out of."""
    for part in step.parts:
        if part.role is Role.PARENT and part.object is not None:
            return Holder(HolderKind.UNIT, part.object)
    return None
