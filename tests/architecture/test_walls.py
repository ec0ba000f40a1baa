"""The walls of the house: imports, faces, foreign keys and files keep to their floor and their form."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "lotline"
FLOORS = (
    "kernel",
    "access",
    "ledger",
    "masterdata",
    "lots",
    "genealogy",
    "quality",
    "timeliness",
    "capture",
    "config",
)
HOMELESS = re.compile(r"util|helper|manager")


def test_imports_keep_to_floors_shelves_and_faces() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_foreign_keys_point_downward() -> None:
    upward = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and not field.auto_created
        if _floor(field.related_model) > _floor(model)
    ]
    assert not upward


def test_every_table_is_named_after_its_room() -> None:
    strangers = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.app_label in FLOORS
        if not model._meta.db_table.startswith(f"{model._meta.app_label}_")
    ]
    assert not strangers


def test_a_room_with_tables_is_told_apart_from_one_without() -> None:
    for room in apps.get_app_configs():
        if room.label in FLOORS and list(room.get_models()):
            assert (SOURCE / room.label / "migrations" / "0001_initial.py").is_file(), room.label


def test_every_room_has_an_empty_front_door() -> None:
    crowded = [
        str(path)
        for room in SOURCE.iterdir()
        if (path := room / "__init__.py").is_file() and path.stat().st_size
    ]
    assert not crowded


def test_every_file_says_what_it_holds_and_has_a_name_of_its_own() -> None:
    files = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
    silent = [str(path) for path in files if not _is_told(path)]
    homeless = [str(path) for path in files if HOMELESS.search(path.stem)]
    assert not silent + homeless


def test_no_file_names_a_machine_or_a_registry() -> None:
    told = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in _published()
        for word in re.findall(
            r"registry\.npmjs\.org|pypi\.org/simple|/root/|/work/(?:main|shared)", _text(path)
        )
    ]
    assert not told


def _is_told(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return not tree.body or ast.get_docstring(tree) is not None


def _floor(model: type) -> int:
    label: str = model._meta.app_label  # type: ignore[attr-defined]
    return FLOORS.index(label) if label in FLOORS else 0


def _published() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path != Path(__file__):
            yield path


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
