"""What is made, received or moved goes to a place that is named; what is counted lies in one."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.capture.rules.setting import PlannedLine
from lotline.lots.events import INPUT_ROLES, Kind, ObjectKind, Role

_ARRIVING = frozenset({Kind.RECEIVE, Kind.MOVE, Kind.RETURN, Kind.UNPACK, Kind.DISASSEMBLE})
_MAKING = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE, Kind.REWORK, Kind.DRAW})
_STOCKTAKING = frozenset({Kind.COUNT, Kind.ADJUST})


def a_place_to_go(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse an event that would leave a lot nowhere, or that counts nowhere."""
    for entry in ctx.planned:
        params = {"lot": entry.state.code}
        if ctx.kind in _STOCKTAKING:
            if entry.line.source is None and entry.state.kind is not ObjectKind.LOGISTIC_UNIT:
                yield Refusal("count.nowhere", f"{entry.pointer}/place", params)
        elif _must_arrive(ctx, entry) and entry.line.target is None:
            yield Refusal("place.missing", f"{entry.pointer}/to_place", params)


def _must_arrive(ctx: GateContext, entry: PlannedLine) -> bool:
    role = entry.line.role
    if role is Role.PARENT:
        return entry.line.quantity is not None
    if role in INPUT_ROLES or ctx.named.supplier is not None:
        return False
    is_made = entry.pointer.startswith("/outputs")
    return ctx.kind in _ARRIVING or (ctx.kind in _MAKING and is_made)
