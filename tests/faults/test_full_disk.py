"""A full disk stops writing, and nothing else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from django.db import OperationalError
from django.http import JsonResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from lotline.config import disk, problems
from lotline.config.edge import EdgeMiddleware
from lotline.host import reserve
from lotline.host.records import Home
from tests.faults.full_disk import run_full, small_disk
from tests.faults.stage import Stage, end


def test_on_a_full_disk_reading_goes_on_and_nothing_is_half_written(stage: Stage) -> None:
    folder = stage.folder()
    with small_disk(folder) as refusal:
        if refusal:
            pytest.skip(refusal)
        rig = stage.still_rig(folder)
        try:
            rig.house.start()
            assert run_full(rig, folder, start_too=False) == []
        finally:
            end(rig.house)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], HttpResponseBase]:
    """The edge of a house whose disk is full, in front of a house that would answer everything."""
    monkeypatch.setattr(disk, "is_full", lambda: True)
    edge = EdgeMiddleware(lambda _request: JsonResponse({"read": True}))
    return lambda verb: edge(RequestFactory().generic(verb, "/api/v1/captures"))


@pytest.mark.parametrize("verb", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_to_a_full_disk_is_refused_with_its_reason(
    answer: Callable[[str], HttpResponseBase], verb: str
) -> None:
    refused = answer(verb)
    assert (refused.status_code, refused["Content-Type"]) == (507, "application/problem+json")
    assert int(refused["Retry-After"]) > 0
    assert json.loads(refused.content)["code"] == "server.disk_full"  # type: ignore[attr-defined]


def test_a_read_from_a_full_disk_is_answered(answer: Callable[[str], HttpResponseBase]) -> None:
    assert answer("GET").status_code == 200


def test_a_database_whose_own_disk_is_full_is_told_alike() -> None:
    fault = OperationalError("could not extend file")
    fault.__cause__ = psycopg.errors.DiskFull()
    request = RequestFactory().get("/api/v1/lots")
    try:
        raise fault
    except OperationalError:
        assert problems.server_error(request).status_code == 507


def test_the_reserve_is_kept_with_plenty_and_given_when_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [10 * reserve.SIZE]
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=free[0]))
    home, kept = Home(tmp_path), tmp_path / "reserve"
    reserve.keep_reserve(home)
    assert kept.stat().st_blocks * 512 >= reserve.SIZE
    reserve.give_reserve(home)
    assert kept.exists()
    free[0] = 0
    reserve.give_reserve(home)
    assert not kept.exists()
    reserve.keep_reserve(home)
    assert not kept.exists()
