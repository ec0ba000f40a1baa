"""What each kind of event needs and cannot have, before anything is looked up: pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from lotline.capture.records import CaptureRequest, Mode
from lotline.kernel.errors import Invalid, Violation
from lotline.lots.events import Kind

FUTURE_ALLOWED: Final = timedelta(minutes=5)
MAX_LINES: Final = 2000
_NEEDS: Final = {
    Kind.RECEIVE: ("outputs",),
    Kind.TRANSFORM: ("inputs", "outputs"),
    Kind.SPLIT: ("inputs", "outputs"),
    Kind.MERGE: ("inputs", "outputs"),
    Kind.PROCESS: ("subjects",),
    Kind.INSPECT: ("subjects",),
    Kind.PACK: ("unit", "subjects"),
    Kind.UNPACK: ("unit",),
    Kind.MOVE: ("subjects",),
    Kind.SHIP: ("subjects",),
    Kind.RETURN: ("subjects",),
}
_GROUPS: Final = ("inputs", "outputs", "subjects")
# A fact is kept even where half of it is missing: only a command must be whole.
_FACT_NEEDS_NOTHING: Final = frozenset(_NEEDS) - {Kind.PACK}


def check_shape(request: CaptureRequest, now: datetime, base: str = "") -> None:
    """Raise `Invalid` with every place at which the request is not what its kind needs."""
    found = list(_violations(request, now, base))
    if found:
        raise Invalid("request.invalid", found)


def _violations(request: CaptureRequest, now: datetime, base: str) -> Iterator[Violation]:
    if request.kind not in _NEEDS:
        yield Violation(f"{base}/kind", "capture.kind_elsewhere", {"kind": request.kind.value})
        return
    yield from _missing_parts(request, base)
    yield from _foreign_parts(request, base)
    yield from _times(request, now, base)
    if request.kind is Kind.INSPECT and request.verdict is None and request.mode is Mode.COMMAND:
        yield Violation(f"{base}/verdict", "field.required")
    if request.kind is Kind.SHIP and request.customer is None and request.mode is Mode.COMMAND:
        yield Violation(f"{base}/customer", "field.required")
    for group in _GROUPS:
        yield from _quantities(request, group, base)
    for index, loss in enumerate(request.losses):
        if loss.quantity.value < 0:
            yield Violation(f"{base}/losses/{index}/quantity/value", "number.not_positive")


def _missing_parts(request: CaptureRequest, base: str) -> Iterator[Violation]:
    if request.mode is Mode.FACT and request.kind in _FACT_NEEDS_NOTHING:
        return
    for part in _NEEDS[request.kind]:
        if not getattr(request, part):
            yield Violation(f"{base}/{part}", "field.required")
    if request.kind is Kind.SPLIT and len(request.inputs) > 1:
        yield Violation(f"{base}/inputs/1", "capture.split_one_input")


def _foreign_parts(request: CaptureRequest, base: str) -> Iterator[Violation]:
    needs = _NEEDS[request.kind]
    allowed = {*needs, "subjects"} if request.kind is Kind.UNPACK else set(needs)
    if request.kind in {Kind.TRANSFORM, Kind.SPLIT, Kind.MERGE}:
        allowed.add("losses")
    for part in (*_GROUPS, "losses", "unit"):
        if part not in allowed and getattr(request, part):
            params = {"kind": request.kind.value, "part": part}
            yield Violation(f"{base}/{part}", "capture.part_not_used", params)
    if sum(len(getattr(request, group)) for group in _GROUPS) > MAX_LINES:
        yield Violation(base, "capture.too_many_lines", {"most": str(MAX_LINES)})


def _times(request: CaptureRequest, now: datetime, base: str) -> Iterator[Violation]:
    late = now + FUTURE_ALLOWED
    if request.mode is Mode.COMMAND and request.event_time > late:
        yield Violation(f"{base}/event_time", "time.future")
    if request.event_time_to is not None and request.event_time_to < request.event_time:
        yield Violation(f"{base}/event_time_to", "time.ends_before_start")


def _quantities(request: CaptureRequest, group: str, base: str) -> Iterator[Violation]:
    for index, line in enumerate(getattr(request, group)):
        at = f"{base}/{group}/{index}/quantity"
        if line.quantity is None:
            continue
        if line.quantity.value < 0 or (line.quantity.value == 0 and request.mode is Mode.COMMAND):
            yield Violation(f"{at}/value", "number.not_positive")
