"""How the outputs of a transformation share its inputs (R5)."""

from collections.abc import Sequence
from fractions import Fraction

from .history import Said
from .measures import NOTHING, dimension_of, in_base, read


def weights(outputs: Sequence[Said]) -> tuple[list[Fraction], bool, bool]:
    """Give w_j of each output line, waste included; then: assumed? nothing quantified?

    Declared weights count when every output lot has one; a waste line without one has what is
    left to 1. They are scaled to add up to 1.
    """
    declared = [read(line.get("weight")) for line in outputs]
    if _are_declared(outputs, declared):
        return _declared(declared), False, False
    quantities = [read(line.get("quantity")) for line in outputs]
    known = [index for index, quantity in enumerate(quantities) if quantity is not None]
    if not known:
        return [Fraction(1, len(outputs))] * len(outputs), False, True
    if len({dimension_of(outputs[index]["unit"]) for index in known}) > 1:
        even = Fraction(1, len(known))
        return [even if index in known else NOTHING for index in range(len(outputs))], True, False
    based = [
        NOTHING if quantity is None else in_base(quantity, line["unit"])
        for quantity, line in zip(quantities, outputs, strict=True)
    ]
    total = sum(based, NOTHING)
    if not total:
        return [Fraction(1, len(outputs))] * len(outputs), len(outputs) > 1, False
    return [quantity / total for quantity in based], False, False


def _are_declared(outputs: Sequence[Said], declared: Sequence[Fraction | None]) -> bool:
    lots = [w for line, w in zip(outputs, declared, strict=True) if line.get("lot")]
    said = sum((w for w in declared if w is not None), NOTHING)
    return bool(lots) and None not in lots and said > 0


def _declared(declared: Sequence[Fraction | None]) -> list[Fraction]:
    said = sum((w for w in declared if w is not None), NOTHING)
    open_lines = declared.count(None)
    rest = max(NOTHING, 1 - said) / open_lines if open_lines else NOTHING
    filled = [rest if w is None else w for w in declared]
    total = sum(filled, NOTHING)
    return [w / total for w in filled]
