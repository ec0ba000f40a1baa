"""Runs one benchmark on a database of its own, made for it and removed after it.

python3 dev.py bench NAME
"""

import os
import runpy
import sys
import tempfile
from pathlib import Path

import django

from lotline.host import operations as hosting

BENCH = Path(__file__).resolve().parent.parent / "bench"


def main() -> None:
    """Make a home, bring up its database, and let the benchmark speak."""
    known = sorted(path.stem for path in BENCH.glob("*.py"))
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in known:
        raise SystemExit(f"python3 dev.py bench {' | '.join(known)}")
    sys.argv[1:] = sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="lotline-bench-") as folder:
        Path(folder).chmod(0o755)
        os.environ.update(LOTLINE_HOME=folder, DJANGO_SETTINGS_MODULE="lotline.config.settings")
        home = hosting.open_home(Path(folder))
        with hosting.database(home) as database:
            os.environ.update(database.environment())
            django.setup()
            from lotline.config.migration import migrate  # noqa: PLC0415 – models need the setup

            migrate(home, database)
            runpy.run_path(str(BENCH / f"{name}.py"), run_name="__main__")


if __name__ == "__main__":
    main()
