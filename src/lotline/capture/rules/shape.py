"""What each kind of event needs and cannot have, before anything is looked up: pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from lotline.capture.records import CaptureRequest, Mode
from lotline.capture.rules.amounts import amount_violations
from lotline.capture.rules.anatomy import ANATOMY, GROUPS, PARTS
from lotline.kernel.errors import Invalid, Violation
from lotline.lots.events import Kind, ObjectKind

FUTURE_ALLOWED: Final = timedelta(minutes=5)
MAX_LINES: Final = 2000
_ON_ONE_MACHINE: Final = frozenset({Kind.MOUNT, Kind.UNMOUNT})

# A unit is new when something is packed into it; a product, when its first part is built in.
_MADE_BY: Final = {
    Kind.PACK: (ObjectKind.LOGISTIC_UNIT,),
    Kind.ASSEMBLE: (ObjectKind.LOGISTIC_UNIT, ObjectKind.ITEM),
}


def check_shape(request: CaptureRequest, now: datetime, base: str = "") -> None:
    """Raise `Invalid` with every place at which the request is not what its kind needs."""
    found = list(_violations(request, now, base))
    if found:
        raise Invalid("request.invalid", found)


def _violations(request: CaptureRequest, now: datetime, base: str) -> Iterator[Violation]:
    if request.kind not in ANATOMY or _is_declared_elsewhere(request):
        yield Violation(f"{base}/kind", "capture.kind_elsewhere", {"kind": request.kind.value})
        return
    yield from _missing_parts(request, base)
    yield from _foreign_parts(request, base)
    yield from _of_kind(request, base)
    yield from _times(request, now, base)
    yield from amount_violations(request, base)


def _is_declared_elsewhere(request: CaptureRequest) -> bool:
    """A correction is an operation of its own; only a partner's declaration comes as a fact."""
    return request.kind is Kind.CORRECT and request.mode is Mode.COMMAND


def _missing_parts(request: CaptureRequest, base: str) -> Iterator[Violation]:
    """A fact is kept even where half of it is missing: only a command must be whole."""
    anatomy = ANATOMY[request.kind]
    needed = anatomy.always if request.mode is Mode.FACT else (*anatomy.always, *anatomy.needs)
    for part in needed:
        if not getattr(request, part):
            yield Violation(f"{base}/{part}", "field.required")


def _foreign_parts(request: CaptureRequest, base: str) -> Iterator[Violation]:
    allowed = ANATOMY[request.kind].allowed
    for part in PARTS:
        if part not in allowed and getattr(request, part):
            params = {"kind": request.kind.value, "part": part}
            yield Violation(f"{base}/{part}", "capture.part_not_used", params)
    if sum(len(getattr(request, group)) for group in GROUPS) > MAX_LINES:
        yield Violation(base, "capture.too_many_lines", {"most": str(MAX_LINES)})


def _of_kind(request: CaptureRequest, base: str) -> Iterator[Violation]:
    if request.kind is Kind.SPLIT and len(request.inputs) > 1:
        yield Violation(f"{base}/inputs/1", "capture.split_one_input")
    if request.kind in _ON_ONE_MACHINE and len(request.equipment) > 1:
        yield Violation(f"{base}/equipment/1", "capture.one_machine")
    if request.kind is Kind.RETURN:
        yield from _return(request, base)
    new = request.unit.new if request.unit and request.mode is Mode.COMMAND else None
    if new is not None and new.kind not in _MADE_BY.get(request.kind, ()):
        yield Violation(f"{base}/unit/new/kind", "capture.unit_unmade")


def _return(request: CaptureRequest, base: str) -> Iterator[Violation]:
    """Goods come back as they were (subjects) or as new lots (inputs, outputs), or go back."""
    params = {"kind": request.kind.value}
    if request.subjects and (request.inputs or request.outputs):
        yield Violation(f"{base}/subjects", "capture.part_not_used", {**params, "part": "subjects"})
    if request.supplier and request.customer:
        yield Violation(f"{base}/supplier", "capture.part_not_used", {**params, "part": "supplier"})
    if request.supplier and request.outputs:
        yield Violation(f"{base}/outputs", "capture.part_not_used", {**params, "part": "outputs"})
    if request.mode is Mode.FACT:
        return
    if request.inputs or request.outputs:
        for part in ("inputs", "outputs"):
            if not getattr(request, part):
                yield Violation(f"{base}/{part}", "field.required")
    elif not request.subjects:
        yield Violation(f"{base}/subjects", "field.required")


def _times(request: CaptureRequest, now: datetime, base: str) -> Iterator[Violation]:
    late = now + FUTURE_ALLOWED
    if request.mode is Mode.COMMAND and request.event_time > late:
        yield Violation(f"{base}/event_time", "time.future")
    if request.event_time_to is not None and request.event_time_to < request.event_time:
        yield Violation(f"{base}/event_time_to", "time.ends_before_start")
