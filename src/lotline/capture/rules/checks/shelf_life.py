"""Material past its date is not used and not shipped."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import BUILDING_IN, USING_UP, GateContext
from lotline.lots.events import Kind

_STOPPED = USING_UP | BUILDING_IN | {Kind.SHIP}


def within_shelf_life(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse what had expired when it happened, not when it was typed; the day itself is good."""
    if ctx.kind not in _STOPPED:
        return
    for entry, state in ctx.taken():
        if state.good_until is not None and state.good_until <= ctx.event_time:
            params = {"lot": state.code, "until": state.good_until.isoformat()}
            yield Refusal("lot.expired", f"{entry.pointer}/lot", params)
