"""Whether the house lives, and whether it can work: for people, service managers and load balancers."""

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from lotline.config import disk
from lotline.ledger import queries as ledger

_LEAST_FREE = 256 * 2**20
_MOST_BEHIND = 10_000
_OLDEST_CHECKPOINT = 3600
_migrated: list[bool] = []


@require_safe
def livez(request: HttpRequest) -> JsonResponse:
    """Say that this process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Say whether the house can take work now, and which part cannot."""
    checks = {name: _looked_at(look) for name, look in _CHECKS.items()}
    ready = all(check["ok"] for check in checks.values())
    body = {"status": "ok" if ready else "unavailable", "checks": checks}
    return JsonResponse(body, status=200 if ready else 503)


def _looked_at(look: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return look()
    except (DatabaseError, OSError) as fault:
        return {"ok": False, "fault": type(fault).__name__}


def _disk() -> dict[str, Any]:
    free = disk.free_bytes()
    return {"ok": free >= _LEAST_FREE, "free_bytes": free}


def _database() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True}


def _migrations() -> dict[str, Any]:
    """Compare tables and code once; migrations run only at a start, so the answer stays."""
    if not _migrated:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return {"ok": False}
        _migrated.append(True)
    return {"ok": True}


def _followers() -> dict[str, Any]:
    behind = ledger.follower_lag()
    return {"ok": max(behind.values(), default=0) <= _MOST_BEHIND, "behind": behind}


def _checkpoints() -> dict[str, Any]:
    """Tell the age of the last checkpoint; old is one after which more was recorded for an hour."""
    age, unsigned = ledger.checkpoint_age()
    is_old = age is not None and unsigned > 0 and age > _OLDEST_CHECKPOINT
    return {"ok": not is_old, "age_seconds": age, "unsigned": unsigned}


_CHECKS: dict[str, Callable[[], dict[str, Any]]] = {
    "disk": _disk,
    "database": _database,
    "migrations": _migrations,
    "followers": _followers,
    "checkpoints": _checkpoints,
}
