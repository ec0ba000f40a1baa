"""A small plant with a story, and a program that reads it over HTTP."""

import json
from typing import Any

import pytest
from django.test import Client

from lotline.access import operations as access
from lotline.lots.events import Kind, Quality, Reference
from tests.plant import ACTOR, Plant, kg, used


@pytest.fixture
def plant(db: None) -> Plant:
    """Two deliveries, a mix, a pallet of it shipped, a complaint."""
    found = Plant.build()
    found.receive_from("R-1", "K_100%", 100)
    found.receive("R-2", kg(50))
    found.make({"R-1": 60, "R-2": 10}, {"M-1": 70})
    found.pack("P-1", {"M-1": 30})
    found.pack("P-2", {"M-1": 20})
    found.ship({"P-1": None}, "C1")
    found.send(
        Kind.INSPECT, subjects=used({"M-1": None}), references=(Reference("complaint", "TS-0719"),),
        note="胀包", verdict=Quality.PENDING,
    )  # fmt: skip
    return found


class Program:
    """A program that reads JSON with a bearer token."""

    def __init__(self, secret: str) -> None:
        self._client = Client(headers={"Authorization": f"Bearer {secret}"})

    def get(self, path: str, **query: str) -> tuple[int, Any]:
        """Ask and give status and answer."""
        answer = self._client.get(f"/api/v1{path}", query)
        return answer.status_code, json.loads(answer.content)


@pytest.fixture
def program(db: None) -> Program:
    """Make a program that acts for an auditor."""
    access.create_user(ACTOR, username="au", roles=["auditor"], password="Correct-horse-9")
    return Program(access.create_token(ACTOR, username="au", role="auditor").secret)
