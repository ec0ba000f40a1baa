"""What is made, received or moved goes to a place that is named."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.lots.events import Kind, Role

_ARRIVING = frozenset({Kind.RECEIVE, Kind.MOVE, Kind.RETURN, Kind.UNPACK})
_MAKING = frozenset({Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE})


def a_place_to_go(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse an event that would leave a lot nowhere."""
    for entry in ctx.planned:
        outgoing = ctx.kind in _ARRIVING and entry.line.role is not Role.INPUT
        made = ctx.kind in _MAKING and entry.pointer.startswith("/outputs")
        if (outgoing or made) and entry.line.role is not Role.PARENT and entry.line.target is None:
            yield Refusal("place.missing", f"{entry.pointer}/to_place", {"lot": entry.state.code})
