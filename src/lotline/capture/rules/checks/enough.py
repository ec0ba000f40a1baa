"""Nobody takes more of a lot than there is; whoever tries is told what is left."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.kernel.decimals import plain


def enough_left(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse a quantity beyond what the record has at the place it is taken from."""
    for entry in ctx.planned:
        if entry.short > 0 and entry.line.quantity is not None:
            params = {
                "lot": entry.state.code,
                "left": plain(entry.left),
                "wanted": plain(entry.left + entry.short),
                "unit": entry.line.quantity.unit,
            }
            yield Refusal("stock.short", f"{entry.pointer}/quantity", params)
