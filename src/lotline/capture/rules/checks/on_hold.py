"""A lot on hold is not used, packed, moved on or shipped – wherever in a pallet it hides."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import MOVING_ON, GateContext


def not_on_hold(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse what lies under a hold of its own or of its supplier lot (ISO 9001:2015, 8.7)."""
    if ctx.kind not in MOVING_ON:
        return
    for entry, state in ctx.taken():
        for hold in state.holds:
            params = {"lot": state.code, "reason": hold.reason}
            yield Refusal("lot.on_hold", f"{entry.pointer}/lot", params)
