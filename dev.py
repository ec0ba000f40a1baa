#!/usr/bin/env python3
"""The commands of a checkout: python3 dev.py run | test | check | …  Standard library only."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from tools import environment, locks
from tools.environment import DEV, ROOT, RUN, python, run, tell

NODE = ("tools/frontend.py", "npm")


def start(*words: str) -> None:
    """Install, build, and serve: the whole house with one command."""
    environment.prepare(RUN)
    build()
    lotline("serve", *words)


def test(*words: str) -> None:
    """Run the tests, on a database server of their own."""
    environment.prepare(DEV)
    build()
    run(python(), "-m", "pytest", *words)
    if not words:
        run(python(), *NODE, "run", "test")


def check() -> None:
    """Look at form, types, walls and words, without running anything."""
    environment.prepare(DEV)
    run(python(), "-m", "ruff", "format", "--check", ".")
    run(python(), "-m", "ruff", "check", ".")
    run(python(), "-m", "mypy")
    run(python().with_name("lint-imports"), "--no-cache")
    run(python(), *NODE, "run", "lint")
    run(python(), *NODE, "run", "typecheck")


def develop() -> None:
    """Serve, with the front end rebuilt in the browser while it is being written."""
    environment.prepare(DEV)
    build()
    port = os.environ.get("LOTLINE_PORT", "8000")
    with subprocess.Popen(
        [python(), *NODE, "run", "dev"],
        cwd=ROOT,
        env={**os.environ, "LOTLINE_SERVER": f"http://127.0.0.1:{port}"},
    ) as vite:
        try:
            run(python(), "-m", "lotline.config.cli", "serve")
        finally:
            vite.send_signal(signal.SIGINT)


def demo(*words: str) -> None:
    """Fill an empty installation with the demo dairy; `run` does so by itself at a first start."""
    environment.prepare(RUN)
    lotline("demo", *words)


def bench(*words: str) -> None:
    """Run one benchmark on a database of its own, and print its ratios."""
    environment.prepare(DEV)
    run(python(), "-m", "tools.bench", *words)


# What tries thousands of cases where the ordinary run tries some.
SOAKED = (
    "tests/oracle",
    "tests/genealogy/flow",
    "tests/ledger/test_tamper_thousand.py",
    "tests/capture/test_sequences.py",
    "tests/browser",
)


def soak(*words: str) -> None:
    """Hurt the product again and again, and check that it lost nothing: --minutes N, --seed N."""
    environment.prepare(DEV)
    build()
    run(python(), "-m", "tests.faults.soak", *words)
    tell("长时间的性质测试", "the long form of the property tests")
    os.environ["LOTLINE_SOAK"] = "1"
    run(python(), "-m", "pytest", "-q", *SOAKED)


def clean() -> None:
    """Remove everything that was made here, but never an installation's data."""
    for name in (".venv", ".mypy_cache", ".ruff_cache", "web/node_modules", "web/dist", "dist"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    shutil.rmtree(ROOT / "src/lotline/config/static", ignore_errors=True)


def build() -> None:
    """Build the front end, if its sources changed."""
    tell("检查前端", "looking at the front end")
    run(python(), "tools/frontend.py")


def lock() -> None:
    """Choose newer versions of the packages and write them down."""
    environment.prepare(DEV)
    locks.write(python())


def lotline(*words: str) -> None:
    """Become the product's own command line, so that Ctrl-C and signals reach it directly."""
    os.chdir(environment.CALLED_FROM)
    sys.stdout.flush()
    argv = [str(python()), "-m", "lotline.config.cli", *words]
    if os.name == "nt":
        raise SystemExit(subprocess.run(argv).returncode)
    os.execv(argv[0], argv)


COMMANDS: dict[str, Callable[..., None]] = {
    "run": start,
    "test": test,
    "check": check,
    "dev": develop,
    "demo": demo,
    "bench": bench,
    "soak": soak,
    "clean": clean,
    "lock": lock,
}


def main() -> None:
    """Run the command that was asked for."""
    name, words = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if name not in COMMANDS:
        for known, command in COMMANDS.items():
            print(f"python3 dev.py {known:6} {command.__doc__}")
        raise SystemExit(0 if name in ("", "help", "-h", "--help") else 2)
    try:
        COMMANDS[name](*words)
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
