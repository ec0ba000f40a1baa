"""The named points as the test sees them: the entry's own list, and the functions behind it."""

import importlib.util
from importlib import import_module
from typing import Any, Final

from tests.faults.orders import ENTRY


def _entry() -> Any:
    spec = importlib.util.spec_from_file_location("fault_points", ENTRY / "fault_points.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


POINTS: Final[dict[str, tuple[str, str, str]]] = _entry().POINTS


def resolve(point: str) -> object:
    """Give the product's function at a point; raise `AttributeError` when it is no more."""
    module, name, _ = POINTS[point]
    return getattr(import_module(module), name)
