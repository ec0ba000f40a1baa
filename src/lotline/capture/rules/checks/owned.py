"""Another owner's material is used only for that owner (客供, consigned)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from uuid import UUID

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import USING_UP, GateContext
from lotline.capture.rules.setting import PlannedLine
from lotline.lots.events import Kind

OURS: Final = UUID(int=0)
"""Stands for ourselves among the owners of parts."""

_USED: Final = USING_UP | {Kind.ASSEMBLE, Kind.DESTROY, Kind.SAMPLE}


def only_for_its_owner(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse to use up what belongs to another party unless the event names that owner."""
    if ctx.kind not in _USED:
        return
    used: dict[UUID, Decimal] = defaultdict(Decimal)
    for entry, state in ctx.taken():
        ours, theirs = _parts(ctx, entry, state.id)
        meant = entry.line.owner or ctx.named.owner
        if not theirs or meant in theirs:
            continue
        used[state.id] += entry.line.quantity.value if entry.line.quantity else Decimal(0)
        if used[state.id] > ours or entry.line.quantity is None:
            yield Refusal("lot.other_owner", f"{entry.pointer}/lot", {"lot": state.code})


def _parts(ctx: GateContext, entry: PlannedLine, lot: UUID) -> tuple[Decimal, frozenset[UUID]]:
    """Give how much of what is taken from is ours, and who else has a part in it."""
    source = entry.line.source.id if entry.line.source else None
    parts = {
        owner: quantity
        for (holder, owner), quantity in ctx.setting.owned.get(lot, {}).items()
        if quantity > 0 and source in {None, holder}
    }
    return parts.pop(OURS, Decimal(0)), frozenset(parts)
