"""The commands of a checkout, before anything is installed."""

import importlib.util
from pathlib import Path

import pytest

from tools import environment, frontend


def test_a_missing_venv_is_told_in_one_line_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path / "none")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit) as refused:
        environment.prepare(environment.RUN)
    assert refused.value.code == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "-venv" in said[0]


def test_the_locks_pin_every_package_once_and_name_no_place() -> None:
    lines = [
        line
        for name in environment.DEV
        for line in (environment.ROOT / name).read_text(encoding="ascii").splitlines()
    ]
    names = [line.partition("==")[0].lower() for line in lines]
    assert all("==" in line and "/" not in line for line in lines)
    assert len(set(names)) == len(names)


def test_a_changed_source_makes_the_front_end_stale(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    web, built = tmp_path / "web", tmp_path / "built"
    web.mkdir()
    built.mkdir()
    (web / "main.ts").write_text("1", encoding="ascii")
    for name, value in (("ROOT", tmp_path), ("WEB", web), ("BUILT", built)):
        monkeypatch.setattr(frontend, name, value)
    (built / ".sources").write_text(frontend._sources_mark(), encoding="ascii")
    assert frontend.is_fresh()
    (web / "main.ts").write_text("2", encoding="ascii")
    assert not frontend.is_fresh()
