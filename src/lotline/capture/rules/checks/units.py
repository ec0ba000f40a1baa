"""A quantity must be of the kind that its product is counted in."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext


def fitting_units(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse unknown units, and litres of what is counted in pieces, unless a factor leads there."""
    for entry in ctx.planned:
        if entry.problem is not None:
            yield entry.problem
