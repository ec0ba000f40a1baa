"""The lock files: every package with its version, and no word about where it comes from."""

import json
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write(python: Path) -> None:
    """Resolve run time, build and development afresh, each beside the ones before it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    known: dict[str, str] = {}
    for name, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-build.lock", extras["build"]),
        ("requirements-dev.lock", extras["dev"]),
    ):
        pins = _resolve(python, [*wanted, *(f"{one}=={pin}" for one, pin in known.items())])
        new = {one: pin for one, pin in pins.items() if one not in known}
        lines = [f"{one}=={pin}\n" for one, pin in sorted(new.items(), key=lambda p: p[0].lower())]
        (ROOT / name).write_text("".join(lines), encoding="ascii")
        known |= new


def _resolve(python: Path, wanted: list[str]) -> dict[str, str]:
    options = ("-qq", "--dry-run", "--ignore-installed", "--report", "-")
    command = [python, "-m", "pip", "install", *options, *wanted]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found = json.loads(done.stdout)["install"]
    return {entry["metadata"]["name"]: entry["metadata"]["version"] for entry in found}
