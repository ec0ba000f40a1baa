"""What changes a stock is counted: a step without quantities cannot be balanced."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.lots.events import Kind, ObjectKind, Role

_UNCOUNTED = frozenset({Kind.PROCESS, Kind.INSPECT, Kind.MOUNT, Kind.UNMOUNT, Kind.CORRECT})


def counted_lots(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse a lot that is used, made or moved without a quantity."""
    if ctx.kind in _UNCOUNTED:
        return
    for entry in ctx.planned:
        has_none = entry.line.quantity is None and entry.problem is None
        is_lot = entry.state.kind is not ObjectKind.LOGISTIC_UNIT
        if has_none and is_lot and entry.line.role is not Role.PARENT:
            yield Refusal(
                "quantity.missing", f"{entry.pointer}/quantity", {"lot": entry.state.code}
            )
