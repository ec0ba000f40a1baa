"""Batches over the wire: each item is read for itself, so that one broken item hides no other."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest

from lotline.access.records import Actor
from lotline.capture import operations
from lotline.capture.kinds import plain, read_capture
from lotline.capture.records import CaptureRequest, Outcome, Refused
from lotline.kernel.errors import Invalid, Problem, Violation
from lotline.kernel.messages import text


def plain_body(request: HttpRequest) -> object:
    """Give the request's JSON as it was read, with decimals as text."""
    return plain(request.json_body)  # type: ignore[attr-defined]


def capture_items(
    actor: Actor, items: Sequence[object], mode: operations.BatchMode
) -> list[Outcome | Problem]:
    """Record the items; with `rollback` one broken item keeps all from being recorded."""
    if len(items) > operations.MAX_ITEMS:
        raise Invalid.at("/items", "capture.too_many_items", most=operations.MAX_ITEMS)
    read = [_read(actor, item, f"/items/{index}") for index, item in enumerate(items)]
    broken = [item for item in read if isinstance(item, Problem)]
    if broken and mode is operations.BatchMode.ROLLBACK:
        raise Invalid("request.invalid", [v for problem in broken for v in problem.violations])
    good = [item for item in read if isinstance(item, CaptureRequest)]
    outcomes = iter(operations.capture_batch(actor, good, mode=mode))
    return [item if isinstance(item, Problem) else next(outcomes) for item in read]


def _read(actor: Actor, item: object, base: str) -> CaptureRequest | Problem:
    try:
        return read_capture(item, actor.channel, base)
    except Problem as problem:
        return problem


def shown(
    actor: Actor,
    results: Sequence[Outcome | Problem],
    receipt_of: Callable[[Actor, Outcome], dict[str, Any]],
) -> dict[str, Any]:
    """Show what became of each item; accepted ones of a batch taken back were not recorded."""
    items = [_item(actor, index, r, receipt_of) for index, r in enumerate(results)]
    return {"recorded": sum(item["status"] == "accepted" for item in items), "items": items}


def _item(
    actor: Actor,
    index: int,
    result: Outcome | Problem,
    receipt_of: Callable[[Actor, Outcome], dict[str, Any]],
) -> dict[str, Any]:
    if isinstance(result, Problem):
        errors = _errors(actor, result.violations) or _errors(
            actor, [Violation("", result.code, result.params)]
        )
        return {"index": index, "status": "invalid", "code": result.code, "errors": errors}
    if isinstance(result, Refused):
        reasons = [Violation(r.pointer, r.code, r.params) for r in result.refusals]
        return {
            "index": index, "status": "refused", "code": "capture.refused",
            "attempt_id": result.attempt_id, "errors": _errors(actor, reasons),
        }  # fmt: skip
    if result.undone:
        return {"index": index, "status": "not_recorded"}
    status = "replayed" if result.replayed else "accepted"
    return {"index": index, "status": status, "receipt": receipt_of(actor, result)}


def _errors(actor: Actor, violations: Sequence[Violation]) -> list[dict[str, str]]:
    return [
        {"pointer": v.pointer, "code": v.code, "message": text(v.code, actor.language, **v.params)}
        for v in violations
    ]
