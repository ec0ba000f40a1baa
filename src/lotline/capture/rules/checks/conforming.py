"""A lot whose last verdict is nonconforming is not used and not shipped."""

from collections.abc import Iterator
from decimal import Decimal

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import BUILDING_IN, USING_UP, GateContext
from lotline.lots.events import Kind, Line, Quality
from lotline.lots.records import ObjectState

# What failed may be reworked: that is what rework is for.
_STOPPED = (USING_UP - {Kind.REWORK}) | BUILDING_IN | {Kind.SHIP, Kind.PACK}


def not_nonconforming(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse what failed its last inspection until a later one passes it."""
    if ctx.kind not in _STOPPED:
        return
    for entry, state in ctx.taken():
        failed = Quality.NONCONFORMING in {state.quality, entry.line.quality}
        if failed or _reaches_into_rejects(entry.line, state):
            yield Refusal("lot.nonconforming", f"{entry.pointer}/lot", {"lot": state.code})


def _reaches_into_rejects(line: Line, state: ObjectState) -> bool:
    """Say whether a line takes more than what is good where it takes from."""
    if line.source is None or line.quantity is None or line.object != state.id:
        return False
    bad = state.rejected.get(line.source.id, Decimal(0))
    good = state.balances.get(line.source, Decimal(0)) - bad
    return bad > 0 and line.quantity.value > good
