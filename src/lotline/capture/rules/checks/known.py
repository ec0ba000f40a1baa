"""What is scanned must be one thing that we know."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext


def known_objects(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse codes that mean nothing here, or more than one thing: never the first hit."""
    named = ctx.named
    for entry in (*((named.parent,) if named.parent else ()), *named.lines):
        if entry.refusal is not None:
            yield entry.refusal
