"""Read by every Python of a house under test before anything else: puts the fault points in place."""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import fault_points


class PointFinder(importlib.abc.MetaPathFinder):
    """Finds the modules that hold points, and wraps their functions right after they were made."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Give the module's own spec, with a loader that sets the points."""
        if name not in fault_points.MODULES:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            loader: Any = spec.loader
            loader.exec_module = _then_wrapped(loader.exec_module)
        return spec


def _then_wrapped(load: Callable[[ModuleType], None]) -> Callable[[ModuleType], None]:
    def exec_module(module: ModuleType) -> None:
        load(module)
        fault_points.wrap(module)

    return exec_module


sys.meta_path.insert(0, PointFinder())
