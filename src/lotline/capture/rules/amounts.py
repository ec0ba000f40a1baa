"""Whether the quantities and weights of a request are numbers that its kind can have: pure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lotline.capture.records import CaptureRequest, LineRequest, Mode
from lotline.capture.rules.anatomy import GROUPS
from lotline.kernel.decimals import plain
from lotline.kernel.errors import Violation
from lotline.lots.events import TRANSFORMING, Kind

_WEIGHTED: Final = TRANSFORMING - {Kind.RECEIVE}


def amount_violations(request: CaptureRequest, base: str) -> Iterator[Violation]:
    """Give every quantity and weight that cannot be."""
    for group in GROUPS:
        for index, line in enumerate(getattr(request, group)):
            yield from _quantities(request, line, f"{base}/{group}/{index}")
    for index, loss in enumerate(request.losses):
        if loss.quantity.value < 0:
            yield Violation(f"{base}/losses/{index}/quantity/value", "number.not_positive")
    yield from _weights(request, base)


def _quantities(request: CaptureRequest, line: LineRequest, at: str) -> Iterator[Violation]:
    value = line.quantity.value if line.quantity else None
    if request.kind is Kind.ADJUST:
        if value == 0 and request.mode is Mode.COMMAND:
            yield Violation(f"{at}/quantity/value", "number.zero")
        return
    second = line.second_quantity
    if second is not None and second.value < 0:
        yield Violation(f"{at}/second_quantity/value", "number.not_positive")
    may_be_zero = request.kind is Kind.COUNT or request.mode is Mode.FACT
    if value is not None and (value < 0 or (value == 0 and not may_be_zero)):
        yield Violation(f"{at}/quantity/value", "number.not_positive")


def _weights(request: CaptureRequest, base: str) -> Iterator[Violation]:
    """Declared parts stand on all outputs of a step or on none, and are one whole together."""
    weights = [line.weight for line in request.outputs]
    given = [weight for weight in weights if weight is not None]
    if not given:
        return
    if request.kind not in _WEIGHTED:
        params = {"kind": request.kind.value, "part": "weight"}
        yield Violation(f"{base}/outputs", "capture.part_not_used", params)
        return
    for index, weight in enumerate(weights):
        if weight is None:
            yield Violation(f"{base}/outputs/{index}/weight", "capture.weight_missing")
        elif not 0 < weight <= 1:
            yield Violation(f"{base}/outputs/{index}/weight", "number.not_a_part")
    if len(given) == len(weights) and sum(given, Decimal(0)) != 1:
        params = {"sum": plain(sum(given, Decimal(0)))}
        yield Violation(f"{base}/outputs", "capture.weights_not_whole", params)
