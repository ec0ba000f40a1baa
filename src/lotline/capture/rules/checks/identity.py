"""A new lot is new: its code is free, and blending never hides in an existing lot."""

from collections.abc import Iterator

from lotline.capture.records import Refusal
from lotline.capture.rules.gate import GateContext
from lotline.lots.events import Kind


def free_codes(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse a lot code of ours that another lot carries already."""
    for entry in ctx.planned:
        birth = entry.line.birth
        new = birth is not None and not entry.existed
        if new and birth and birth.uri is None and birth.code in ctx.setting.codes_taken:
            yield Refusal("code.taken", f"{entry.pointer}/lot/new/code", {"code": birth.code})


def blends_are_new(ctx: GateContext) -> Iterator[Refusal]:
    """Refuse to merge or split into a lot that exists: it would lose what it was made of."""
    if ctx.kind not in {Kind.MERGE, Kind.SPLIT}:
        return
    for entry in ctx.planned:
        if entry.existed and entry.pointer.startswith("/outputs"):
            yield Refusal("lot.exists", f"{entry.pointer}/lot", {"lot": entry.state.code})
