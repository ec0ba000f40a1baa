"""What a test asks of the house under it: kill that one at this point, move the clock."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import lotline

ENTRY = Path(__file__).parent / "entry"


@dataclass(frozen=True, slots=True)
class Orders:
    """The folder of orders of one house."""

    folder: Path

    def environment(self) -> dict[str, str]:
        """Give what a house needs in its environment to obey."""
        source = Path(lotline.__file__).parent.parent
        path = os.pathsep.join((str(ENTRY), str(source)))
        return {"PYTHONPATH": path, "LOTLINE_FAULT_ORDERS": str(self.folder)}

    def arm(
        self, point: str, victim: str | int, *, passes: int = 1, within: str = "", signal: int = 9
    ) -> None:
        """Have `victim` (self, parent, backend or a pid) signalled at the n-th pass of a point.

        `within` restricts it to processes whose command line holds the word.
        """
        asked = {"victim": str(victim), "passes": passes, "within": within, "signal": int(signal)}
        self._put(self._order(point), json.dumps(asked))

    def is_taken(self, point: str) -> bool:
        """Tell whether somebody carried the order out."""
        return not self._order(point).exists()

    def withdraw(self, point: str) -> None:
        """Take an order back."""
        self._order(point).unlink(missing_ok=True)

    def move_clock(self, seconds: float) -> None:
        """Set the house's clock ahead of the machine's, or behind it."""
        self._put(self.folder / "clock", str(seconds))

    def _order(self, point: str) -> Path:
        return self.folder / f"{point}.order"

    def _put(self, path: Path, text: str) -> None:
        draft = path.with_suffix(".draft")
        draft.write_text(text, encoding="ascii")
        draft.replace(path)
