"""A unit never lies in itself, however deep."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.aiming import INTO_UNITS
from lotline.capture.rules.gate import GateContext


def not_into_itself(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse to pack or build a thing into itself or into something that lies inside it."""
    parent = ctx.named.parent.object if ctx.named.parent else None
    if ctx.kind not in INTO_UNITS or parent is None:
        return
    for entry, state in ctx.taken():
        if state.id == parent:
            yield Refusal("unit.in_itself", f"{entry.pointer}/lot", {"unit": state.code})
