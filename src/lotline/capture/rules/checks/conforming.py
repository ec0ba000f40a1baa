"""A lot whose last verdict is nonconforming is not used and not shipped."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import BUILDING_IN, USING_UP, GateContext
from lotline.lots.events import Kind, Quality

# What failed may be reworked: that is what rework is for.
_STOPPED = (USING_UP - {Kind.REWORK}) | BUILDING_IN | {Kind.SHIP, Kind.PACK}


def not_nonconforming(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse what failed its last inspection until a later one passes it."""
    if ctx.kind not in _STOPPED:
        return
    for entry, state in ctx.taken():
        if Quality.NONCONFORMING in {state.quality, entry.line.quality}:
            yield Refusal("lot.nonconforming", f"{entry.pointer}/lot", {"lot": state.code})
