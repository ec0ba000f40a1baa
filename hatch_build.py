"""The build hook: a package of Lotline carries its built front end."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "tools"))
import frontend


class FrontEndHook(BuildHookInterface[Any]):
    """Builds the front end before the package; a source package is left to whoever builds from it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless the built one is fresh (installers call this more than once)."""
        if self.target_name == "wheel" and version != "editable":
            frontend.build()
