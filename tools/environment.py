"""The checkout's own Python environment: made once, filled from the locks, left alone while they stay.

Standard library only: this runs before anything is installed.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CALLED_FROM = Path.cwd()
VENV = ROOT / ".venv"
OLDEST = (3, 11)
RUN = ("requirements.lock", "requirements-build.lock")
DEV = (*RUN, "requirements-dev.lock")


def python() -> Path:
    """Give the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(locks: tuple[str, ...]) -> None:
    """Make the environment hold what the locks say; nothing is asked of the network when it does."""
    if sys.version_info < OLDEST:
        refuse(f"需要 Python ≥ 3.11（现为 {sys.version.split()[0]}） · Python ≥ 3.11 is needed")
    if not python().exists() or not _works():
        _make()
    missing = [lock for lock in locks if not _is_installed(lock)]
    if missing:
        tell("安装锁定的依赖", "installing the locked packages")
        options = ["-qq", "--no-deps", "--disable-pip-version-check"]
        wanted = [word for lock in missing for word in ("-r", str(ROOT / lock))]
        run(python(), "-m", "pip", "install", *options, *wanted)
        for lock in missing:
            _stamp(lock).write_text(_mark(lock), encoding="ascii")
    if not _is_installed("pyproject.toml"):
        options = ["-qq", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
        run(python(), "-m", "pip", "install", *options, "--editable", str(ROOT))
        _stamp("pyproject.toml").write_text(_mark("pyproject.toml"), encoding="ascii")


def run(*words: "str | Path", **more: str) -> None:
    """Run a step; when it fails, so do we, with its exit code."""
    done = subprocess.run([str(word) for word in words], cwd=ROOT, env={**os.environ, **more})
    if done.returncode:
        raise SystemExit(done.returncode)


def tell(chinese: str, english: str) -> None:
    """Say which step begins."""
    print(f"· {chinese} … {english} …", flush=True)


def refuse(line: str) -> None:
    """End with one line that says what is missing."""
    print(line, file=sys.stderr)
    raise SystemExit(2)


def _make() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info.minor}-venv"
        refuse(f"请先安装系统软件包 {package} · install the Debian package {package} first")
    tell("建立运行环境 .venv", "making the environment .venv")
    run(sys.executable, "-m", "venv", "--clear", VENV)


def _works() -> bool:
    """Tell whether the environment survived: a moved checkout or a removed Python breaks it."""
    home = ROOT / ".venv" / ".lotline-root"
    if home.is_file() and home.read_text(encoding="utf-8") != str(ROOT):
        return False
    if subprocess.run([python(), "-c", "import pip"], capture_output=True).returncode:
        return False
    home.write_text(str(ROOT), encoding="utf-8")
    return True


def _is_installed(name: str) -> bool:
    stamp = _stamp(name)
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _mark(name)


def _stamp(name: str) -> Path:
    return VENV / f".lotline-{name}"


def _mark(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
