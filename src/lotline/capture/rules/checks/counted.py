"""What is used up or made is counted: a step without quantities cannot be balanced."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import USING_UP, GateContext
from lotline.lots.events import Kind, ObjectKind

_COUNTED = USING_UP | {Kind.RECEIVE}


def counted_lots(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse a lot that goes in or comes out without a quantity."""
    if ctx.kind not in _COUNTED:
        return
    for entry in ctx.planned:
        uncounted = entry.line.quantity is None and entry.problem is None
        if uncounted and entry.state.kind is not ObjectKind.LOGISTIC_UNIT:
            yield Refusal(
                "quantity.missing", f"{entry.pointer}/quantity", {"lot": entry.state.code}
            )
